import Foundation
import Testing

@testable import GenAI

/// The shared price vectors, asked of the built-in table; skipped where the shared files are not beside the project.
struct PriceVectorTests {
    static let vectors: JSONText? = {
        var folder = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        let file = folder.deletingLastPathComponent().appendingPathComponent("shared/vectors/price_vectors.json")
        guard let data = try? Data(contentsOf: file) else { return nil }
        return try? JSONText.read([UInt8](data))
    }()

    @Test(.enabled(if: vectors != nil, "../shared/vectors/price_vectors.json is not here"))
    func `every vector with an expected figure comes out to the pico-dollar`() throws {
        let book = try #require(BuiltinBook.book)
        var checked = 0
        for vector in Self.vectors?["vectors"]?.elements ?? [] {
            guard let expected = vector["expected"], expected["usd"] != .null else { continue }
            let id = vector["id"]?.string ?? "?"
            let answer = try JSONText.read(Array(CallLine.answer(line(vector), book).utf8))
            if expected["usd"]?.string == "unknown" {
                #expect(answer["pico_usd"] == .null && answer["source"]?.string == "unpriced", "\(id)")
            } else {
                #expect(answer["pico_usd"]?.integer == expected["pico_usd"]?.integer, "\(id)")
            }
            checked += 1
        }
        #expect(checked > 300)
    }

    /// What the file says in its own words, in the names of our table.
    private static let titles = [
        "n026": "aws/anthropic.claude-sonnet-4-5-20250929-v1:0", "n028": "aws/global.anthropic.claude-opus-5-5",
        "n030": "aws/anthropic.claude-3-5-haiku-20241022-v1:0", "n032": "aws/anthropic.claude-3-5-sonnet-20240620-v1:0",
        "n033": "aws/amazon.nova-pro-v1:0", "n034": "aws/meta.llama3-3-70b-instruct-v1:0", "n039": "google/gemini-flash-latest",
        "n064": "local/*",
    ]

    @Test(.enabled(if: vectors != nil, "../shared/vectors/price_vectors.json is not here"))
    func `every awkward name leads where it should`() throws {
        let book = try #require(BuiltinBook.book)
        for name in Self.vectors?["names"]?.elements ?? [] {
            let id = name["id"]?.string ?? "?"
            let wanted = name["resolves_to"]
            let found = book.find(provider: name["provider"]?.string ?? "", model: name["model"]?.string ?? "")
            if wanted?["model"]?.string == "unknown" {
                #expect(found.match == nil, "\(id)")
            } else {
                let title = Self.titles[id] ?? "\(wanted?["provider"]?.string ?? "")/\(wanted?["model"]?.string ?? "")"
                #expect(found.match.map { book.title($0.entry).lowercased() } == title.lowercased(), "\(id)")
            }
        }
    }

    private func line(_ vector: JSONText) -> String {
        let fields = ["provider", "model", "at", "usage", "context"].map { "\"\($0)\":\(write(vector[$0] ?? .null))" }
        return "{\(fields.joined(separator: ","))}"
    }

    private func write(_ value: JSONText) -> String {
        switch value {
        case .null: "null"
        case .bool(let flag): "\(flag)"
        case .number(let digits): digits
        case .string(let text): "\"\(text)\""
        case .array(let elements): "[\(elements.map(write).joined(separator: ","))]"
        case .object(let members): "{\(members.map { "\"\($0.key)\":\(write($0.value))" }.joined(separator: ","))}"
        }
    }
}
