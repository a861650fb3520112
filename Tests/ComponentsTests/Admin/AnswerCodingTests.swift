import Testing

@testable import Admin

@Suite struct AnswerCodingTests {
    private static let coding = AnswerCoding { _ in [1, 2, 3] }

    private static func answer(_ type: String, bytes: Int, _ headers: [(String, String)] = []) -> AdminAnswer {
        AdminAnswer(type: type, body: Array(repeating: 120, count: bytes), headers: headers)
    }

    private static func header(_ name: String, _ answer: AdminAnswer) -> String? { answer.headers.first { $0.0 == name }?.1 }

    @Test(arguments: ["text/html; charset=utf-8", "application/json", "text/csv", "image/svg+xml"])
    func `long texts are compressed for those who ask`(type: String) {
        var answer = Self.answer(type, bytes: 5000, [("Vary", "Accept")])
        Self.coding.apply(to: &answer, asked: "br, gzip;q=0.5")
        #expect(answer.body == [1, 2, 3])
        #expect(Self.header("Content-Encoding", answer) == "gzip")
        #expect(Self.header("Vary", answer) == "Accept, Accept-Encoding")
    }

    @Test(arguments: [nil, "", "identity", "br", "gzip;q=0", "gzip; q=0.00"])
    func `those who do not ask get them as they are, and caches learn of it`(asked: String?) {
        var answer = Self.answer("text/html", bytes: 5000)
        Self.coding.apply(to: &answer, asked: asked)
        #expect(answer.body.count == 5000)
        #expect(Self.header("Content-Encoding", answer) == nil)
        #expect(Self.header("Vary", answer) == "Accept-Encoding")
    }

    @Test func `short texts, pictures, events and what is coded already are left alone`() {
        for var answer in [
            Self.answer("text/html", bytes: 1000), Self.answer("image/png", bytes: 5000), Self.answer("text/event-stream", bytes: 5000),
            Self.answer("text/html", bytes: 5000, [("Content-Encoding", "br")]),
        ] {
            let before = answer.body
            Self.coding.apply(to: &answer, asked: "gzip")
            #expect(answer.body == before)
            #expect(Self.header("Vary", answer) == nil)
        }
    }
}
