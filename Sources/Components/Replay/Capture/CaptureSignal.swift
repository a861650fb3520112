import Glibc
import OTLP
import Wire

/// Which signal a captured request is of: it does not say so itself.
package enum CaptureSignal {
    /// By the first of `resourceSpans`, `resourceMetrics`, `resourceLogs` in OTLP/JSON.
    package static func ofJSON(_ text: Text) -> Signal? {
        var rest = text
        while let mark = rest.firstIndex(of: UInt8(ascii: "\"")) {
            rest = rest.dropFirst(mark + 1)
            if rest.hasPrefix("resourceSpans\"") || rest.hasPrefix("resource_spans\"") { return .traces }
            if rest.hasPrefix("resourceMetrics\"") || rest.hasPrefix("resource_metrics\"") { return .metrics }
            if rest.hasPrefix("resourceLogs\"") || rest.hasPrefix("resource_logs\"") { return .logs }
        }
        return nil
    }

    /// By the first item's fields, which differ between spans, log records and metrics (trace.proto, logs.proto, metrics.proto).
    package static func ofProtobuf(_ body: Text) -> Signal? {
        guard let item = first(1, in: body).flatMap({ first(2, in: $0) }).flatMap({ first(2, in: $0) }) else { return nil }
        var reader = item.reader
        var looksLikeMetric = false
        while !reader.isAtEnd {
            guard let tag = try? reader.tag() else { return nil }
            switch (tag >> 3, tag & 7) {
            case (7, WireType.fixed64), (8, WireType.fixed64): return .traces
            case (1, WireType.fixed64), (11, WireType.fixed64), (2, WireType.varint): return .logs
            case (7, WireType.bytes), (9, WireType.bytes), (10, WireType.bytes), (5, WireType.bytes), (11, WireType.bytes):
                looksLikeMetric = true
            default: break
            }
            guard (try? reader.skip(tag)) != nil else { return nil }
        }
        return looksLikeMetric ? .metrics : nil
    }

    /// By words in a file's name.
    package static func ofName(_ path: String) -> Signal? {
        let name = path.split(separator: "/").last.map { $0.lowercased() } ?? ""
        if name.contains("trace") || name.contains("span") { return .traces }
        if name.contains("metric") { return .metrics }
        return name.contains("log") ? .logs : nil
    }

    /// The first length-delimited field of this number.
    private static func first(_ number: UInt64, in message: Text) -> Text? {
        var reader = message.reader
        while !reader.isAtEnd {
            guard let tag = try? reader.tag() else { return nil }
            if tag == number << 3 | WireType.bytes { return try? reader.text() }
            guard (try? reader.skip(tag)) != nil else { return nil }
        }
        return nil
    }
}
