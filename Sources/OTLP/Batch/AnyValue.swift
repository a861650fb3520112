import Wire

/// Reading `AnyValue` and `KeyValue` (common.proto) in place.
enum AnyValue {
    /// Levels of arrays and kvlists that are looked into; deeper ones pass as opaque bytes.
    static let depthLimit = 64

    /// Checks a value's bytes and says what they hold. Of several alternatives the last wins, as protobuf has it.
    @inline(__always)
    static func scan(_ bytes: WireReader, depth: Int) throws(WireError) -> Value {
        var reader = bytes
        var value = Value(kind: .empty, bits: 0)
        while !reader.isAtEnd {
            let tag = try reader.tag()
            switch tag {
            case 1 << 3 | WireType.bytes: value = Value(kind: .string, text: try reader.text())
            case 2 << 3 | WireType.varint: value = Value(kind: .bool, bits: try reader.varint() == 0 ? 0 : 1)
            case 3 << 3 | WireType.varint: value = Value(kind: .int, bits: try reader.varint())
            case 4 << 3 | WireType.fixed64: value = Value(kind: .double, bits: try reader.fixed64())
            case 5 << 3 | WireType.bytes:
                let content = try reader.message()
                try scanList(content, entries: false, depth: depth &+ 1)
                value = Value(kind: .array, text: content.rest)
            case 6 << 3 | WireType.bytes:
                let content = try reader.message()
                try scanList(content, entries: true, depth: depth &+ 1)
                value = Value(kind: .kvlist, text: content.rest)
            case 7 << 3 | WireType.bytes: value = Value(kind: .bytes, text: try reader.text())
            default:
                if tag >> 3 >= 1, tag >> 3 <= 7 { throw WireError(.wrongWireType, at: reader.offset) }
                try reader.skip(tag)
            }
        }
        return value
    }

    /// Checks the elements of an ArrayValue or the entries of a KeyValueList.
    private static func scanList(_ content: WireReader, entries: Bool, depth: Int) throws(WireError) {
        guard depth < depthLimit else { return }
        var reader = content
        while !reader.isAtEnd {
            let tag = try reader.tag()
            guard tag == 1 << 3 | WireType.bytes else {
                if tag >> 3 == 1 { throw WireError(.wrongWireType, at: reader.offset) }
                try reader.skip(tag)
                continue
            }
            let element = try reader.message()
            if entries {
                _ = try KeyValue.scan(element, depth: depth)
            } else {
                _ = try scan(element, depth: depth)
            }
        }
    }

    /// Reads bytes that a scan has passed.
    static func read(_ bytes: Text) -> Value {
        (try? scan(bytes.reader, depth: depthLimit - 1)) ?? Value(kind: .empty, bits: 0)
    }
}

/// Reading `KeyValue` (common.proto). A key may follow its value.
enum KeyValue {
    @inline(__always)
    static func scan(_ bytes: WireReader, depth: Int) throws(WireError) -> (key: Text, value: Value) {
        if let plain = plain(bytes) { return plain }
        return try general(bytes, depth: depth)
    }

    /// What all SDKs write: a short key, then a scalar, short text or short list of texts, every length in one byte; nil for anything else.
    @inline(__always)
    private static func plain(_ bytes: WireReader) -> (key: Text, value: Value)? {
        let start = bytes.position
        let count = bytes.end - start
        guard count > 5, byte(start, 0) == 1 << 3 | 2 else { return nil }
        let key = byte(start, 1)
        let rest = count &- key &- 4
        guard key < 0x80, rest > 1, rest < 0x80, byte(start, key &+ 2) == 2 << 3 | 2, byte(start, key &+ 3) == rest,
            let value = plainValue(start + (key &+ 4), rest)
        else { return nil }
        return (Text(base: start + 2, count: key), value)
    }

    /// An AnyValue of at least two bytes.
    @inline(__always)
    private static func plainValue(_ start: UnsafeRawPointer, _ count: Int) -> Value? {
        let first = byte(start, 1)
        switch byte(start, 0) {
        case 1 << 3 | 2: return first &+ 2 == count ? Value(kind: .string, text: Text(base: start + 2, count: first)) : nil
        case 3 << 3 | 0:
            if first < 0x80 { return count == 2 ? .int(Int64(first)) : nil }
            guard count == 3, byte(start, 2) < 0x80 else { return plainInt(start, count) }
            return .int(Int64(first & 0x7F | byte(start, 2) << 7))
        case 4 << 3 | 1:
            guard count == 9 else { return nil }
            return Value(kind: .double, bits: UInt64(littleEndian: start.loadUnaligned(fromByteOffset: 1, as: UInt64.self)))
        case 2 << 3 | 0: return count == 2 && first < 0x80 ? .bool(first != 0) : nil
        case 5 << 3 | 2:
            guard first &+ 2 == count, areTexts(start + 2, first) else { return nil }
            return Value(kind: .array, text: Text(base: start + 2, count: first))
        default: return nil
        }
    }

    /// A varint of three bytes: up to two million.
    @inline(__always)
    private static func plainInt(_ start: UnsafeRawPointer, _ count: Int) -> Value? {
        guard count == 4, byte(start, 2) >= 0x80, byte(start, 3) < 0x80 else { return nil }
        return .int(Int64(byte(start, 1) & 0x7F | (byte(start, 2) & 0x7F) << 7 | byte(start, 3) << 14))
    }

    /// Whether an ArrayValue is nothing but strings, their lengths all in one byte.
    @inline(__always)
    private static func areTexts(_ start: UnsafeRawPointer, _ count: Int) -> Bool {
        var at = 0
        while at &+ 4 <= count {
            let length = byte(start, at &+ 1)
            guard byte(start, at) == 1 << 3 | 2, byte(start, at &+ 2) == 1 << 3 | 2, length < 0x80, byte(start, at &+ 3) &+ 2 == length
            else {
                return false
            }
            at &+= 2 &+ length
        }
        return at == count
    }

    @inline(__always)
    private static func byte(_ start: UnsafeRawPointer, _ place: Int) -> Int { Int(start.load(fromByteOffset: place, as: UInt8.self)) }

    private static func general(_ bytes: WireReader, depth: Int) throws(WireError) -> (key: Text, value: Value) {
        var reader = bytes
        var key = Text.empty
        var value = Value(kind: .empty, bits: 0)
        while !reader.isAtEnd {
            let tag = try reader.tag()
            switch tag {
            case 1 << 3 | WireType.bytes: key = try reader.text()
            case 2 << 3 | WireType.bytes:
                let next = try AnyValue.scan(try reader.message(), depth: depth)
                // A value that comes twice is merged: an empty one adds nothing.
                if next.kind != .empty { value = next }
            default:
                if tag >> 3 == 1 || tag >> 3 == 2 { throw WireError(.wrongWireType, at: reader.offset) }
                try reader.skip(tag)
            }
        }
        return (key, value)
    }

    static func read(_ bytes: Text) -> (key: Text, value: Value) {
        (try? scan(bytes.reader, depth: AnyValue.depthLimit - 1)) ?? (.empty, .absent)
    }
}
