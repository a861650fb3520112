/// Writes protobuf into growing memory of its own. For messages made from nothing (metrics, answers); requests that pass are spliced.
///
/// Source: Protocol Buffers encoding, https://protobuf.dev/programming-guides/encoding/
@usableFromInline package struct WireWriter: ~Copyable {
    package private(set) var bytes: [UInt8] = []

    package init(reserving capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    package var count: Int { bytes.count }

    package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    package mutating func varint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    package mutating func field(_ number: UInt64, varint value: UInt64) {
        varint(number << 3 | WireType.varint)
        varint(value)
    }

    package mutating func field(_ number: UInt64, int value: Int64) { field(number, varint: UInt64(bitPattern: value)) }

    package mutating func field(_ number: UInt64, bool value: Bool) { field(number, varint: value ? 1 : 0) }

    package mutating func field(_ number: UInt64, fixed64 value: UInt64) {
        varint(number << 3 | WireType.fixed64)
        append(littleEndian: value)
    }

    package mutating func field(_ number: UInt64, double value: Double) { field(number, fixed64: value.bitPattern) }

    package mutating func field(_ number: UInt64, text: Text) {
        varint(number << 3 | WireType.bytes)
        varint(UInt64(text.count))
        bytes.append(contentsOf: text.buffer)
    }

    package mutating func field(_ number: UInt64, string: some StringProtocol) {
        varint(number << 3 | WireType.bytes)
        varint(UInt64(string.utf8.count))
        bytes.append(contentsOf: string.utf8)
    }

    package mutating func field(_ number: UInt64, bytes value: [UInt8]) {
        varint(number << 3 | WireType.bytes)
        varint(UInt64(value.count))
        bytes.append(contentsOf: value)
    }

    /// Fields that are already encoded.
    package mutating func append(_ encoded: Text) { bytes.append(contentsOf: encoded.buffer) }

    package mutating func append(_ encoded: [UInt8]) { bytes.append(contentsOf: encoded) }

    package mutating func append(littleEndian value: UInt64) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// A field that holds a message; its length prefix is put in once its size is known.
    package mutating func field(_ number: UInt64, _ message: (inout WireWriter) -> Void) {
        varint(number << 3 | WireType.bytes)
        let start = bytes.count
        bytes.append(0)
        message(&self)
        let size = bytes.count - start - 1
        guard size >= 0x80 else {
            bytes[start] = UInt8(size)
            return
        }
        var prefix: [UInt8] = []
        var rest = size
        while rest >= 0x80 {
            prefix.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        prefix.append(UInt8(rest))
        bytes.replaceSubrange(start...start, with: prefix)
    }

    /// Bytes that `value` takes as a varint.
    @inlinable
    package static func size(ofVarint value: UInt64) -> Int {
        (70 &- (value | 1).leadingZeroBitCount) / 7
    }
}
