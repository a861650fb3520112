/// Why bytes are not the protobuf message that was expected, and where. One word wide, so that throwing costs the good path nothing.
///
/// Source: Protocol Buffers encoding, https://protobuf.dev/programming-guides/encoding/
@usableFromInline package struct WireError: Error, Equatable, CustomStringConvertible {
    @usableFromInline package enum Reason: UInt8, Sendable {
        case truncated, varintTooLong, reservedWireType, group, zeroField, wrongWireType, tooLarge, tooMany
    }

    @usableFromInline let packed: UInt64

    @inlinable
    package init(_ reason: Reason, at offset: Int) {
        packed = UInt64(reason.rawValue) << 48 | UInt64(truncatingIfNeeded: offset) & 0xFFFF_FFFF_FFFF
    }

    /// Bytes from the start of the request.
    package var offset: Int { Int(packed & 0xFFFF_FFFF_FFFF) }

    package var reason: Reason { Reason(rawValue: UInt8(packed >> 48)) ?? .truncated }

    @usableFromInline package var description: String { "\(reason.explanation) at byte \(offset)" }
}

extension WireError.Reason {
    /// A phrase for people.
    package var explanation: String {
        switch self {
        case .truncated: "a length or value reaches past the end of its message"
        case .varintTooLong: "a varint has more than ten bytes, or a tag or length more than five"
        case .reservedWireType: "a field has a reserved wire type"
        case .group: "a field is a group, which OTLP does not use"
        case .zeroField: "a field has the number 0, or one over 29 bits"
        case .wrongWireType: "a known field has the wrong wire type"
        case .tooLarge: "the request is over 1 GiB"
        case .tooMany: "the request holds more records than can be indexed"
        }
    }
}
