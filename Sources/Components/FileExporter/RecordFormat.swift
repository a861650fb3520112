import OTLP
import Pipeline
import Transport
import Wire

/// One request as it is written: in one go, or not at all.
struct Record {
    let head: [UInt8]
    /// What follows the head, as it came.
    let body: Bytes?

    var count: Int { head.count + (body?.count ?? 0) }
}

/// How one request stands in a file.
///
/// Source: OpenTelemetry Protocol File Exporter specification; the Collector's file exporter for `uint32`.
enum RecordFormat {
    static func record(_ payload: Payload, _ settings: FileSettings) throws(WireError) -> Record {
        let plain =
            switch settings.format {
            case .json: Record(head: try line(payload), body: nil)
            case .proto: Record(head: prefix(payload.bytes.count, settings.framing), body: payload.bytes)
            }
        return settings.compression == .gzip ? compressed(plain) : plain
    }

    /// OTLP/JSON and a newline.
    static func line(_ payload: Payload) throws(WireError) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(payload.bytes.count * 2)
        try payload.bytes.withBytes { (bytes) throws(WireError) in try JSONEncoding.append(bytes, payload.signal, to: &text) }
        text.append(UInt8(ascii: "\n"))
        return text
    }

    private static func prefix(_ count: Int, _ framing: FileSettings.Framing) -> [UInt8] {
        switch framing {
        case .varint:
            var writer = WireWriter()
            writer.varint(UInt64(count))
            return writer.bytes
        case .uint32: return stride(from: 24, through: 0, by: -8).map { UInt8(truncatingIfNeeded: count >> $0) }
        }
    }

    /// A gzip member: members one behind another are one gzip file.
    private static func compressed(_ record: Record) -> Record {
        var whole = record.head
        record.body?.withBytes { whole.append(contentsOf: $0) }
        return Record(head: whole.withUnsafeBytes { Deflate.gzip($0) }, body: nil)
    }
}
