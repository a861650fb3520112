import Admin
import Testing

@testable import View

/// The forms, tags and problems of the JSON API (view.md 3.9).
@Suite struct APITests {
    private let visitor = Visitor(store: SampleStore(conversations: 12))

    @Test(arguments: ["traces", "conversations", "models", "errors", "overview", "timeseries", "facets?field=model"])
    func `a form that an endpoint does not have is a problem that names those it has`(endpoint: String) async {
        let answer = await visitor.get("/api/v1/\(endpoint)\(endpoint.contains("?") ? "&" : "?")format=bogus")
        #expect(answer.status == 400)
        #expect(answer.type == "application/problem+json")
        #expect(answer.text.contains("format=bogus is not one of json, csv, ndjson"))
    }

    @Test func `one conversation can be had as Markdown, a list of them cannot`() async throws {
        #expect(await visitor.get("/api/v1/conversations?format=markdown").status == 400)
        let problem = await visitor.get("/api/v1/traces/\(String(repeating: "a", count: 32))?format=markdown")
        #expect(problem.text.contains("json, csv, ndjson, otlp"))
    }

    @Test func `each form has a tag of its own, and what is known is not sent again`() async throws {
        let json = await visitor.get("/api/v1/traces")
        let csv = await visitor.get("/api/v1/traces", headers: ["accept": "text/csv"])
        let (first, second) = (try #require(json["ETag"]), try #require(csv["ETag"]))
        #expect(first != second)
        #expect(json["Vary"] == "Accept" && csv["Vary"] == "Accept")
        #expect(csv.type.hasPrefix("text/csv"))
        let again = await visitor.get("/api/v1/traces", headers: ["if-none-match": "\"other\", \(first)"])
        #expect(again.status == 304 && again["Vary"] == "Accept" && again["ETag"] == first)
        #expect(await visitor.get("/api/v1/traces?format=csv", headers: ["if-none-match": first]).status == 200)
    }

    @Test(arguments: ["sort=bogus", "sort=--start", "cursor=bogus"])
    func `an order or a cursor that is none is a bad question, to the page as to the API`(query: String) async {
        #expect(await visitor.get("/api/v1/traces?\(query)").status == 400)
        #expect(await visitor.get("/traces?\(query)").status == 400)
    }

    @Test func `a list says where it goes on, in every form`() async throws {
        let json = await visitor.get("/api/v1/traces?limit=3&sort=-start")
        let link = try #require(json["Link"])
        #expect(link.hasPrefix("</api/v1/traces?limit=3&sort=-start&cursor=n") && link.hasSuffix("; rel=\"next\""))
        #expect(await visitor.get("/api/v1/traces?limit=3&format=csv")["Link"]?.contains("format=csv&cursor=") == true)
        #expect(await visitor.get("/api/v1/traces?limit=500")["Link"] == nil)
    }

    @Test func `the stream says which traces came since, and of what filter`() async throws {
        let hello = await visitor.get("/api/v1/stream?topics=tick,traces&range=90d").text
        let mark = try #require(hello.split(separator: "\n").first { $0.hasPrefix("id: ") }?.dropFirst(4))
        let parts = mark.split(separator: "-")
        #expect(parts.count == 2 && hello.contains(": hello"))
        let newest = try #require(Int64(parts[1]))
        let version = try #require(UInt64(parts[0]))
        let news = await visitor.get(
            "/api/v1/stream?topics=tick,traces&range=90d", headers: ["last-event-id": "\(version &- 1)-\(newest - 2)"]
        ).text
        #expect(news.contains("event: traces\nid: \(mark)\ndata: {\"rows\":[{\"id\""))
        #expect(news.contains("event: tick"))
        #expect(!(await visitor.get("/api/v1/stream", headers: ["last-event-id": "0"]).text.contains("event: traces")))
    }
}
