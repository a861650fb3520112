import Admin
import Store
import Testing

@testable import View

/// Lists to take away, and series by the step (view.md 3.9).
@Suite struct ExportTests {
    private let store = SampleStore(conversations: 60)

    private func lines(_ text: String) -> [String] { text.split(separator: "\r\n").map(String.init) }

    private func file(_ format: Asked.Format, pageRows: Int) async throws -> (text: String, pieces: Int) {
        let store = store
        let filter = Filter(range: TimeRange(from: 0, to: .max))
        let list = try await WholeList(PageRequest(sort: TraceSort.start), as: format, pageRows: pageRows) {
            try await store.traces(filter, $0)
        } _: {
            JSONTree($0)
        }
        var (text, pieces) = ("", 0)
        while let piece = try await list.piece() {
            text += String(decoding: piece, as: UTF8.self)
            pieces += 1
        }
        return (text, pieces)
    }

    @Test(arguments: [Asked.Format.csv, .ndjson]) func `a whole list is the same in any pieces, with one head`(format: Asked.Format)
        async throws
    {
        let rows = try await store.traces(Filter(range: TimeRange(from: 0, to: .max)), PageRequest(sort: .start, limit: 500)).rows
        try #require(rows.count > 60)
        let table = Table(rows: rows.map { JSONTree($0) })
        let file = try await file(format, pageRows: 7)
        #expect(file.text == (format == .csv ? table.csv : table.ndjson))
        #expect(file.pieces == (rows.count + 6) / 7)
    }

    @Test(arguments: ["traces", "conversations"]) func `a list as a file is all of it, with a limit one page of it`(list: String)
        async throws
    {
        let visitor = Visitor(store: store)
        let all = await visitor.get("/api/v1/\(list)?limit=500&format=csv&range=7d")
        #expect(lines(all.text).count > 51, "more than a page")
        let whole = await visitor.get("/api/v1/\(list)?format=csv&range=7d")
        #expect(whole.text == all.text)
        #expect(whole["Link"] == nil)
        #expect(whole["Content-Disposition"] == "attachment; filename=\"\(list).csv\"")
        #expect(await visitor.get("/api/v1/\(list)?range=7d", headers: ["accept": "text/csv"]).text == all.text)
        let ndjson = await visitor.get("/api/v1/\(list)?format=ndjson&range=7d").text
        #expect(ndjson.split(separator: "\n").count == lines(all.text).count - 1)
        let page = await visitor.get("/api/v1/\(list)?format=csv&range=7d&limit=4")
        #expect(lines(page.text).count == 5)
        #expect(page["Link"] != nil)
        #expect(lines(await visitor.get("/api/v1/\(list)?format=csv&range=7d&limit=&cursor=n0.0").text).isEmpty)
    }

    @Test func `a search that stops on its way does not end the file, nor does it begin without a head`() async throws {
        var stopping = store
        stopping.searchedTo = Visitor.now - 3_600_000_000_000
        let file = await Visitor(store: stopping).get("/api/v1/traces?format=csv&range=7d&q=x").text
        #expect(file == (await Visitor(store: store).get("/api/v1/traces?format=csv&range=7d&limit=500").text))
        stopping.searchedTo = .max - 1
        #expect(await Visitor(store: stopping).get("/api/v1/traces?format=csv&range=7d&q=x").text == file, "the first page is empty")
    }

    @Test func `a search that stops says where, on the page and in the data`() async throws {
        var stopping = store
        let at = Visitor.now - 3_600_000_000_000
        stopping.searchedTo = at - 1
        let json = await Visitor(store: stopping).get("/api/v1/traces?range=7d&q=x&limit=500").text
        #expect(JSONTree.read(json)?.tree["searchedTo"]?.string == Moment.text(at), "no second is claimed that was not searched")
        let html = await Visitor(store: stopping).get("/traces?range=7d&q=x&limit=500").text
        let time = "<time title=\"\(Show.moment(at))\" datetime=\"\(Moment.text(at))\">\(Show.time(at).dropFirst(5))</time>"
        #expect(html.contains("Searched back to \(time) · <a href=\"/traces?"))
        #expect(html.contains("cursor=n\(at - 1).\(Int64.min)\" class=\"button\">Search further back</a>"))
        stopping.searchedTo = Visitor.now
        let none = await Visitor(store: stopping).get("/traces?range=7d&q=x").text
        #expect(none.contains("Nothing found so far.") && none.contains("Search further back"))
        let whole = await Visitor(store: store).get("/api/v1/traces?range=7d&q=x&limit=500").text
        #expect(whole.hasSuffix("\"next\":null,\"searchedTo\":null}\n"))
    }

    @Test(arguments: ["/overview", "/conversations", "/traces", "/models", "/errors"])
    func `every filtered page leads to the same as data`(path: String) {
        var html = Markup()
        let state = FilterState(Query("range=7d&model=m&sort=-cost&cursor=n1.2&limit=5&peek=x"), now: Visitor.now)
        FilterBar(state: state, facets: [:], path: path).draw(into: &html)
        for format in ["csv", "json"] {
            #expect(html.html.contains("href=\"/api/v1\(path)?range=7d&amp;model=m&amp;sort=-cost&amp;format=\(format)\""))
        }
    }

    @Test(arguments: [("auto", Int64(3_600)), ("1h", 3_600), ("3h", 10_800), ("15m", 900), ("1d", 86_400)])
    func `a series has the step that was asked for`(step: String, seconds: Int64) async {
        let answer = await Visitor(store: store).get("/api/v1/timeseries?range=24h&format=csv&step=\(step)")
        #expect(answer.status == 200)
        let starts = lines(answer.text).dropFirst().compactMap { Moment.read(String($0.prefix { $0 != "," })) }
        #expect(starts.count > 1 || seconds == 86_400)
        for (a, b) in zip(starts, starts.dropFirst()) { #expect(b - a == seconds * 1_000_000_000) }
    }

    @Test(arguments: ["2h", "1m ", "60", "-1h", "1e999", "month"]) func `a step that is none is a problem that names those it may be`(
        step: String
    ) async {
        let answer = await Visitor(store: store).get("/api/v1/timeseries?step=\(Query.encoded(step))")
        #expect(answer.status == 400)
        #expect(answer.text.contains("is not one of auto, 1m, 5m, 15m, 1h, 3h, 6h, 1d"))
    }

    @Test func `a step that is too fine for the range is a problem too`() async {
        let answer = await Visitor(store: store).get("/api/v1/timeseries?range=7d&step=1m")
        #expect(answer.status == 400)
        #expect(answer.text.contains("step=1m is too fine for this range; 1 h can be had"))
    }
}
