import Foundation
import Testing

/// `Proto/` declares text as bytes; a field's comment says which it is, and the transcoder lists what is not text.
struct ContractTests {
    private static let proto = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../Proto").standardized

    /// All `bytes` fields with their comments.
    private func bytesFields() throws -> [(name: String, comment: String)] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: Self.proto.resolvingSymlinksInPath().path)
        return try paths.filter { $0.hasSuffix(".proto") }.flatMap { path in
            try String(contentsOf: Self.proto.appending(path: path), encoding: .utf8).split(separator: "\n").compactMap { line in
                guard let found = line.firstMatch(of: /^ *(?:repeated )?bytes (\w+) = \d+;(?: *\/\/ (.*))?$/) else { return nil }
                return (String(found.1), String(found.2 ?? ""))
            }
        }
    }

    @Test func `every bytes field says whether it is text`() throws {
        let fields = try bytesFields()
        #expect(fields.count > 40)
        let others = fields.filter { !$0.comment.hasPrefix("text") }
        #expect(Set(others.map(\.name)) == ["trace_id", "span_id", "parent_span_id", "bytes_value", "value"])
        for field in others { #expect(field.comment.contains("bytes"), "\(field.name): \(field.comment)") }
    }

    @Test func `no field is a C string, which a NUL would cut`() throws {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: Self.proto.resolvingSymlinksInPath().path)
        for path in paths where path.hasSuffix(".proto") {
            let text = try String(contentsOf: Self.proto.appending(path: path), encoding: .utf8)
            #expect(!text.contains(#/\n *(?:repeated |optional )?string \w+ = /#), "\(path)")
        }
    }
}
