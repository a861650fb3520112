import Foundation
import OTLP
import Testing
import Wire

/// Both directions, on arrays and strings.
enum Transcoding {
    static func json(_ message: [UInt8], _ signal: Signal = .traces, _ form: JSONForm = .request) throws -> String {
        var out: [UInt8] = []
        try message.withUnsafeBytes { try JSONEncoding.append($0, signal, form, to: &out) }
        return String(decoding: out, as: UTF8.self)
    }

    static func protobuf(_ json: String, _ signal: Signal = .traces, _ form: JSONForm = .request, limit: Int = 1 << 24) throws -> [UInt8] {
        try protobuf(Array(json.utf8), signal, form, limit: limit)
    }

    static func protobuf(_ json: [UInt8], _ signal: Signal, _ form: JSONForm = .request, limit: Int = 1 << 24) throws -> [UInt8] {
        try json.withUnsafeBytes { try JSONDecoding.protobuf($0, signal, form, limit: limit) }
    }

    /// The reason why a text is refused, and where.
    static func refusal(_ json: String, _ signal: Signal = .traces, limit: Int = 1 << 24) -> JSONError? {
        do {
            _ = try protobuf(json, signal, limit: limit)
            return nil
        } catch {
            return error as? JSONError
        }
    }

    /// A log record's body, which is where any value fits, through protobuf and back.
    static func body(_ value: String) throws -> String {
        let head = #"{"resourceLogs":[{"scopeLogs":[{"logRecords":[{"body":"#
        let text = try json(protobuf(head + value + "}]}]}]}", .logs), .logs)
        guard text.hasPrefix(head), text.hasSuffix("}]}]}]}") else { return text }
        return String(text.dropFirst(head.count).dropLast(7))
    }

    /// A span's members, through protobuf and back.
    static func span(_ members: String) throws -> String {
        let head = #"{"resourceSpans":[{"scopeSpans":[{"spans":[{"#
        let text = try json(protobuf(head + members + "}]}]}]}"))
        guard text.hasPrefix(head), text.hasSuffix("}]}]}]}") else { return text }
        return String(text.dropFirst(head.count).dropLast(7))
    }

    /// A number point's members, through protobuf and back.
    static func point(_ members: String) throws -> String {
        let head = #"{"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"gauge":{"dataPoints":[{"#
        let text = try json(protobuf(head + members + "}]}}]}]}]}", .metrics), .metrics)
        guard text.hasPrefix(head), text.hasSuffix("}]}}]}]}]}") else { return text }
        return String(text.dropFirst(head.count).dropLast(10))
    }
}

/// Recorded bodies of real senders, in ../shared/corpus.
enum Corpus {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../../shared/corpus").standardized

    static var isThere: Bool { FileManager.default.fileExists(atPath: root.path) }

    struct Body: Sendable, CustomTestStringConvertible {
        let url: URL
        let signal: Signal
        var testDescription: String { url.lastPathComponent }
        func bytes() throws -> [UInt8] { Array(try Data(contentsOf: url)) }
    }

    /// Bodies named `….traces.pb` and the like.
    static func bodies(_ ending: String) -> [Body] {
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
        return files.filter { $0.pathExtension == ending }.sorted { $0.path < $1.path }.compactMap { url in
            Signal(name: url.deletingPathExtension().pathExtension).map { Body(url: url, signal: $0) }
        }
    }
}
