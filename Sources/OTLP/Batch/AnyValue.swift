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
