import Wire

/// How requests stand in a file of captured telemetry.
///
/// Source: OpenTelemetry Protocol File Exporter specification (JSON lines), and the Collector's file exporter (length-delimited protobuf).
package enum CaptureShape: Sendable, Equatable {
    /// One OTLP/JSON request a line.
    case lines
    /// OTLP/JSON requests one behind another, over any number of lines.
    case documents
    /// One protobuf request, as it comes over HTTP.
    case body
    /// Protobuf requests, each after its length as a varint.
    case varint
    /// Protobuf requests, each after its length as four bytes, big-endian.
    case uint32

    package var isJSON: Bool { self == .lines || self == .documents }

    /// Bytes that `detect` wants to see, unless the file ends before.
    static let detectionBytes = 1 << 16

    /// What the beginning of a file looks like; nil where it holds nothing but blanks.
    ///
    /// A protobuf request begins with 0x0A (field 1, length-delimited), so a frame does behind its length.
    static func detect(_ start: Text, name: String) -> CaptureShape? {
        if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return .lines }
        guard let first = (0..<start.count).first(where: { !isBlank(start[$0]) }) else {
            return nil
        }
        switch start[0] {
        case 0x0A where start[first] != UInt8(ascii: "{") || isBody(start): return .body
        case 0: return .uint32
        case UInt8(ascii: "{") where start[1] == 0x0A && !isJSONByte(start[2]): return .varint
        default: break
        }
        let isMarked = start.hasPrefix(Text("\u{FEFF}"))
        if start[first] == UInt8(ascii: "{") || isMarked { return json(start) }
        return isFramedByVarint(start) || start[4] != 0x0A ? .varint : .uint32
    }

    /// Lines, if the first request is alone on the first one.
    private static func json(_ start: Text) -> CaptureShape {
        var scan = ObjectScan()
        for i in 0..<start.count {
            if scan.take(start[i]) {
                let rest = start.dropFirst(i + 1)
                let next = (0..<rest.count).first { rest[$0] != 32 && rest[$0] != 9 && rest[$0] != 13 }
                return next.map { rest[$0] == 10 } ?? true ? .lines : .documents
            }
            if start[i] == 10, scan.depth > 0 { return .documents }
        }
        return .documents
    }

    /// Whether whole fields of number 1 follow each other.
    private static func isBody(_ start: Text) -> Bool {
        var reader = start.reader
        var count = 0
        while (try? reader.tag()) == 0x0A, (try? reader.text()) != nil {
            count += 1
            if reader.isAtEnd { return true }
        }
        return count > 0 && start.count >= detectionBytes
    }

    private static func isFramedByVarint(_ start: Text) -> Bool {
        var reader = start.reader
        guard (try? reader.tag()) != nil else { return false }
        return reader.rest[0] == 0x0A
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 10 || byte == 13 }

    /// What may follow `{` and a line feed in JSON.
    private static func isJSONByte(_ byte: UInt8) -> Bool { isBlank(byte) || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "}") }
}
