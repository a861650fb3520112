import Wire

/// A detail of a status, of the two types that OTLP uses.
///
/// Source: https://opentelemetry.io/docs/specs/otlp/#failures
package enum StatusDetail: Equatable, Sendable {
    /// google.rpc.BadRequest with one violation: the field may be empty.
    case badRequest(field: String, description: String)
    /// google.rpc.RetryInfo.
    case retry(after: Duration)

    private static let prefix = "type.googleapis.com/"
    private static let badRequestType = "google.rpc.BadRequest"
    private static let retryType = "google.rpc.RetryInfo"

    private var type: String {
        switch self {
        case .badRequest: StatusDetail.badRequestType
        case .retry: StatusDetail.retryType
        }
    }

    // MARK: - Writing

    /// Writes the fields of a google.protobuf.Any.
    func write(to writer: inout WireWriter) {
        writer.field(1, string: StatusDetail.prefix + type)
        writer.field(2) { writer in
            switch self {
            case .badRequest(let field, let description):
                writer.field(1) {
                    if !field.isEmpty { $0.field(1, string: field) }
                    if !description.isEmpty { $0.field(2, string: description) }
                }
            case .retry(let after):
                writer.field(1) {
                    let (seconds, attoseconds) = after.components
                    if seconds != 0 { $0.field(1, int: seconds) }
                    if attoseconds / StatusDetail.nano != 0 { $0.field(2, int: attoseconds / StatusDetail.nano) }
                }
            }
        }
    }

    /// Attoseconds of a nanosecond.
    private static let nano: Int64 = 1_000_000_000

    func appendJSON(to out: inout [UInt8]) {
        out.append(contentsOf: "{\"@type\":\"\(StatusDetail.prefix)\(type)\"".utf8)
        switch self {
        case .badRequest(let field, let description):
            out.append(contentsOf: ",\"fieldViolations\":[{\"field\":".utf8)
            JSONString.append(field, to: &out)
            out.append(contentsOf: ",\"description\":".utf8)
            JSONString.append(description, to: &out)
            out.append(contentsOf: "}]".utf8)
        case .retry(let after):
            out.append(contentsOf: ",\"retryDelay\":\"\(StatusDetail.decimal(after))s\"".utf8)
        }
        out.append(125)
    }

    /// Seconds with no, three, six or nine decimals.
    private static func decimal(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let nanos = attoseconds / nano
        var text = (seconds < 0 || nanos < 0 ? "-" : "") + String(seconds.magnitude)
        guard nanos != 0 else { return text }
        var decimals = String(String(1_000_000_000 + nanos.magnitude).dropFirst())
        while decimals.hasSuffix("000") { decimals.removeLast(3) }
        text += "." + decimals
        return text
    }

    // MARK: - Reading

    /// Reads a google.protobuf.Any; nil where its type is another.
    static func read(_ any: WireReader) throws(WireError) -> StatusDetail? {
        var reader = any
        var type = Text.empty
        var value = Text.empty
        while !reader.isAtEnd {
            let tag = try reader.tag()
            switch tag {
            case 1 << 3 | WireType.bytes: type = try reader.text()
            case 2 << 3 | WireType.bytes: value = try reader.text()
            default: try reader.skip(tag)
            }
        }
        // What stands before the last slash is the business of whoever wrote it.
        let name = String(type.lastIndex(of: 47).map { type.dropFirst($0 + 1) } ?? type)
        if name == retryType { return .retry(after: try duration(try first(value))) }
        if name == badRequestType { return try violation(try first(value)) }
        return nil
    }

    /// The first field 1 of a message.
    private static func first(_ message: Text) throws(WireError) -> Text {
        var reader = message.reader
        while !reader.isAtEnd {
            let tag = try reader.tag()
            if tag == 1 << 3 | WireType.bytes { return try reader.text() }
            try reader.skip(tag)
        }
        return .empty
    }

    private static func violation(_ message: Text) throws(WireError) -> StatusDetail {
        var reader = message.reader
        var field = Text.empty
        var description = Text.empty
        while !reader.isAtEnd {
            let tag = try reader.tag()
            switch tag {
            case 1 << 3 | WireType.bytes: field = try reader.text()
            case 2 << 3 | WireType.bytes: description = try reader.text()
            default: try reader.skip(tag)
            }
        }
        return .badRequest(field: String(field), description: String(description))
    }

    private static func duration(_ message: Text) throws(WireError) -> Duration {
        var reader = message.reader
        var seconds: Int64 = 0
        var nanos: Int32 = 0
        while !reader.isAtEnd {
            let tag = try reader.tag()
            switch tag {
            case 1 << 3 | WireType.varint: seconds = Int64(bitPattern: try reader.varint())
            case 2 << 3 | WireType.varint: nanos = Int32(truncatingIfNeeded: try reader.varint())
            default: try reader.skip(tag)
            }
        }
        // The longest that google.protobuf.Duration allows, some 10,000 years; so no sum overflows.
        let most: Int64 = 315_576_000_000
        return .seconds(min(max(seconds, -most), most)) + .nanoseconds(Int64(nanos))
    }
}
