import Wire

/// Writes into memory whose size was computed before.
struct Pen {
    /// What lies readable behind keys, and writable behind arena memory, so that short copies need not end on the byte.
    static let slack = 16

    private(set) var place: UnsafeMutableRawPointer

    init(_ place: UnsafeMutableRawPointer) { self.place = place }

    @inline(__always)
    mutating func byte(_ byte: UInt8) {
        place.storeBytes(of: byte, as: UInt8.self)
        place += 1
    }

    @inline(__always)
    mutating func varint(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            byte(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        byte(UInt8(truncatingIfNeeded: rest))
    }

    /// Copies by sixteen bytes; both sides have `slack` behind them.
    @inline(__always)
    mutating func copyLoosely(_ text: Text) {
        guard let from = text.buffer.baseAddress else { return }
        var done = 0
        repeat {
            place.storeBytes(
                of: from.loadUnaligned(fromByteOffset: done, as: SIMD16<UInt8>.self), toByteOffset: done, as: SIMD16<UInt8>.self)
            done &+= 16
        } while done < text.count
        place += text.count
    }

    /// Bytes of a KeyValue's key field.
    static func keyFieldSize(_ count: Int) -> Int { 1 + WireWriter.size(ofVarint: UInt64(count)) + count }

    @inline(__always)
    mutating func copy(_ text: Text) { copy(text.buffer.baseAddress, text.count) }

    @inline(__always)
    mutating func copy(_ from: UnsafeRawPointer?, _ count: Int) {
        guard let from, count > 0 else { return }
        place.copyMemory(from: from, byteCount: count)
        place += count
    }

    /// Writes `tag KeyValue{key, value}` (common.proto), the key as its ready field.
    @inline(__always)
    mutating func attribute(_ tag: UInt8, _ key: Text, _ value: Value, _ size: AttributeSize) {
        byte(tag)
        varint(UInt64(size.pair))
        copyLoosely(key)
        byte(2 << 3 | 2)
        varint(UInt64(size.value))
        anyValue(value)
    }

    /// Writes the AnyValue's own field.
    @inline(__always)
    private mutating func anyValue(_ value: Value) {
        switch value.kind {
        case .absent, .empty: break
        case .bool: scalar(2 << 3, value.bits)
        case .int: scalar(3 << 3, value.bits)
        case .double:
            byte(4 << 3 | 1)
            place.storeBytes(of: value.bits.littleEndian, as: UInt64.self)
            place += 8
        case .string: content(1 << 3 | 2, value)
        case .array: content(5 << 3 | 2, value)
        case .kvlist: content(6 << 3 | 2, value)
        case .bytes: content(7 << 3 | 2, value)
        }
    }

    private mutating func scalar(_ tag: UInt8, _ bits: UInt64) {
        byte(tag)
        varint(bits)
    }

    private mutating func content(_ tag: UInt8, _ value: Value) {
        byte(tag)
        varint(UInt64(value.length))
        copy(UnsafeRawPointer(bitPattern: UInt(value.bits)), Int(value.length))
    }
}

/// Lengths of an attribute's field: what its KeyValue is long, and what the AnyValue in it.
struct AttributeSize {
    let value: Int
    let pair: Int

    /// `key` is the length of the key as a field.
    @inline(__always)
    init(key: Int, _ value: Value) {
        self.value = AttributeSize.size(of: value)
        pair = key &+ 1 &+ WireWriter.size(ofVarint: UInt64(self.value)) &+ self.value
    }

    /// With tag and length.
    @inline(__always)
    var total: Int { 1 &+ WireWriter.size(ofVarint: UInt64(pair)) &+ pair }

    @inline(__always)
    private static func size(of value: Value) -> Int {
        switch value.kind {
        case .absent, .empty: 0
        case .bool: 2
        case .int: 1 &+ WireWriter.size(ofVarint: value.bits)
        case .double: 9
        case .string, .array, .kvlist, .bytes: 1 &+ WireWriter.size(ofVarint: UInt64(value.length)) &+ Int(value.length)
        }
    }
}
