import Synchronization
import Testing
import Transport

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

    /// An answer of these pieces, and the text that its compressed ones hold after each.
    private func read(_ pieces: [String], _ coding: AnswerCoding, asked: String) async throws -> (texts: [String], answer: AdminAnswer) {
        let left = Mutex(pieces)
        var answer = AdminAnswer(type: "text/csv", body: [])
        answer.rest = { left.withLock { $0.isEmpty ? nil : Array($0.removeFirst().utf8) } }
        coding.apply(to: &answer, asked: asked)
        let isZipped = Self.header("Content-Encoding", answer) == "gzip"
        var (texts, text, stream): ([String], [UInt8], GzipStream) = ([], answer.body, GzipStream())
        while let piece = try await answer.rest?() {
            if isZipped { try piece.withUnsafeBytes { try stream.inflate($0) { text += $0 } } } else { text += piece }
            texts.append(String(decoding: text, as: UTF8.self))
        }
        if isZipped { #expect(stream.memberEnd == stream.consumed && stream.consumed > 0, "the member ends, and nothing follows") }
        return (texts, answer)
    }

    @Test func `what comes in pieces is one gzip member, of which each piece can be read at once`() async throws {
        let coding = AnswerCoding(gzip: { _ in [] }, pieces: { GzipWriter.pieces() })
        let long = (0..<40_000).map { "\($0 &* 2_654_435_761)," }.joined()
        let read = try await read(["head,of,it\r\n", "", long, "x"], coding, asked: "gzip")
        #expect(
            read.texts == [
                "head,of,it\r\n", "head,of,it\r\n", "head,of,it\r\n" + long, "head,of,it\r\n" + long + "x", "head,of,it\r\n" + long + "x",
            ])
        #expect(Self.header("Vary", read.answer) == "Accept-Encoding")
        #expect(try await self.read([], coding, asked: "gzip").texts == [""], "nothing is a member too")
    }

    @Test func `pieces go as they are where nobody asks, or none can be compressed`() async throws {
        for (coding, asked) in [(AnswerCoding(gzip: { $0 }, pieces: { GzipWriter.pieces() }), "br"), (AnswerCoding(gzip: { $0 }), "gzip")] {
            let read = try await read(["a", "b"], coding, asked: asked)
            #expect(read.texts == ["a", "ab"])
            #expect(Self.header("Content-Encoding", read.answer) == nil && Self.header("Vary", read.answer) == "Accept-Encoding")
        }
    }
}
