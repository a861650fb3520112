import Testing
import Transport

@testable import Components

@Suite struct CORSTests {
    private let cors = CORS(origins: ["https://app.example"])

    private func head(_ method: String, _ fields: [String: String]) -> RequestHead {
        RequestHead(method: method, target: "/v1/traces") { fields[$0] }
    }

    private func preflight(_ cors: CORS, from origin: String) throws -> Answer {
        let fields = [
            "origin": origin, "access-control-request-method": "POST", "access-control-request-headers": "content-type, x-key",
        ]
        return try #require(cors.preflight(head("OPTIONS", fields)))
    }

    private func field(_ answer: Answer, _ name: String) -> String? { answer.headers.first { $0.0 == name }?.1 }

    @Test func `a page of an allowed origin may send what it asks for`() throws {
        let answer = try preflight(cors, from: "https://app.example")
        #expect(answer.status == 204 && answer.body.isEmpty)
        #expect(field(answer, "access-control-allow-origin") == "https://app.example")
        #expect(field(answer, "access-control-allow-methods") == "POST")
        #expect(field(answer, "access-control-allow-headers") == "content-type, x-key")
        #expect(field(answer, "vary") == "origin")
    }

    @Test(arguments: ["https://app.example.evil", "http://app.example", "https://app.example:8443", "null"])
    func `a page of another origin may not`(origin: String) throws {
        let answer = try preflight(cors, from: origin)
        #expect(answer.status == 403)
        #expect(field(answer, "access-control-allow-origin") == nil)
        let read = cors.marked(Answer(200), for: head("POST", ["origin": origin]))
        #expect(field(read, "access-control-allow-origin") == nil)
        #expect(field(read, "vary") == "origin")
    }

    @Test func `a star allows every page`() throws {
        let answer = try preflight(CORS(origins: [CORS.any]), from: "http://localhost:3000")
        #expect(field(answer, "access-control-allow-origin") == "http://localhost:3000")
    }

    @Test func `without origins nothing is said, and OPTIONS is as any other method`() {
        let silent = CORS(origins: [])
        let fields = ["origin": "https://app.example", "access-control-request-method": "POST"]
        #expect(silent.preflight(head("OPTIONS", fields)) == nil)
        #expect(silent.marked(Answer(200), for: head("POST", fields)).headers.isEmpty)
        #expect(cors.preflight(head("OPTIONS", ["origin": "https://app.example"])) == nil)
    }
}
