import CProtobufC
import Wire

/// How a field's value is written on the wire and in JSON.
enum JSONKind: UInt8, Sendable {
    case bool, int32, uint32, sint32, fixed32, sfixed32
    case int64, uint64, sint64, fixed64, sfixed64
    case double, enumeration
    case text, hex, base64, message

    /// Nil for the types that the contract does not use (float, and C strings: see `Proto/`).
    init?(_ type: ProtobufCType, name: String, message: String) {
        switch type {
        case PROTOBUF_C_TYPE_BOOL: self = .bool
        case PROTOBUF_C_TYPE_INT32: self = .int32
        case PROTOBUF_C_TYPE_UINT32: self = .uint32
        case PROTOBUF_C_TYPE_SINT32: self = .sint32
        case PROTOBUF_C_TYPE_FIXED32: self = .fixed32
        case PROTOBUF_C_TYPE_SFIXED32: self = .sfixed32
        case PROTOBUF_C_TYPE_INT64: self = .int64
        case PROTOBUF_C_TYPE_UINT64: self = .uint64
        case PROTOBUF_C_TYPE_SINT64: self = .sint64
        case PROTOBUF_C_TYPE_FIXED64: self = .fixed64
        case PROTOBUF_C_TYPE_SFIXED64: self = .sfixed64
        case PROTOBUF_C_TYPE_DOUBLE: self = .double
        case PROTOBUF_C_TYPE_ENUM: self = .enumeration
        case PROTOBUF_C_TYPE_BYTES: self = JSONKind.ofBytes(name, in: message)
        case PROTOBUF_C_TYPE_MESSAGE: self = .message
        default: return nil
        }
    }

    /// Our files declare text as bytes too, so what is not text is named here. OTLP/JSON writes ids in hex, other bytes in base64.
    ///
    /// Source: https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
    private static func ofBytes(_ name: String, in message: String) -> JSONKind {
        switch name {
        case "trace_id", "span_id", "parent_span_id": .hex
        case "bytes_value": .base64
        case "value" where message == "google.protobuf.Any": .base64
        default: .text
        }
    }

    var wireType: UInt64 {
        switch self {
        case .bool, .int32, .uint32, .sint32, .int64, .uint64, .sint64, .enumeration: WireType.varint
        case .fixed64, .sfixed64, .double: WireType.fixed64
        case .fixed32, .sfixed32: WireType.fixed32
        case .text, .hex, .base64, .message: WireType.bytes
        }
    }

    /// Whether several of them may stand in one length-delimited field.
    var isPackable: Bool { wireType != WireType.bytes }
}
