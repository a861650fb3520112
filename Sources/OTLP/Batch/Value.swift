import Wire

/// Which alternative of `opentelemetry.proto.common.v1.AnyValue` a value is.
@usableFromInline package enum ValueKind: UInt8, Sendable, BitwiseCopyable {
    /// The attribute is not there.
    case absent
    /// It is there, with an AnyValue that holds nothing: what some SDKs send for null.
    case empty
    case string, bool, int, double, array, kvlist, bytes
}

/// An attribute's value, seen in place. Text in it lives as long as the batch is not reset.
@usableFromInline package struct Value: BitwiseCopyable {
    // In this order it takes sixteen bytes.
    @usableFromInline let bits: UInt64
    @usableFromInline let length: UInt32
    @usableFromInline package let kind: ValueKind

    @inlinable
    init(kind: ValueKind, bits: UInt64, length: UInt32 = 0) {
        self.kind = kind
        self.bits = bits
        self.length = length
    }

    @inlinable
    init(kind: ValueKind, text: Text) {
        self.init(
            kind: kind, bits: UInt64(UInt(bitPattern: text.buffer.baseAddress)), length: UInt32(truncatingIfNeeded: text.count))
    }

    @inlinable
    package static var absent: Value { Value(kind: .absent, bits: 0) }

    /// A string over bytes that live at least as long as the batch is not reset: static ones, those of the request, those it keeps.
    @inlinable
    package init(_ text: Text) { self.init(kind: .string, text: text) }

    @inlinable
    package static func int(_ int: Int64) -> Value { Value(kind: .int, bits: UInt64(bitPattern: int)) }

    @inlinable
    package static func double(_ double: Double) -> Value { Value(kind: .double, bits: double.bitPattern) }

    @inlinable
    package static func bool(_ bool: Bool) -> Value { Value(kind: .bool, bits: bool ? 1 : 0) }

    @inlinable @inline(__always)
    package var isAbsent: Bool { kind == .absent }

    /// The bytes behind a string, bytes, array or kvlist.
    @inlinable
    var content: Text { Text(base: UnsafeRawPointer(bitPattern: UInt(bits)), count: Int(length)) }

    /// The text, where the value is a string (also an empty one).
    @inlinable @inline(__always)
    package var text: Text? { kind == .string ? content : nil }

    /// The int, where the value is one. No coercion: that is meaning.
    @inlinable @inline(__always)
    package var int: Int64? { kind == .int ? Int64(bitPattern: bits) : nil }

    @inlinable @inline(__always)
    package var double: Double? { kind == .double ? Double(bitPattern: bits) : nil }

    @inlinable
    package var bool: Bool? { kind == .bool ? bits != 0 : nil }

    @inlinable
    package var bytes: Text? { kind == .bytes ? content : nil }

    /// Whether it is this text.
    @inlinable @inline(__always)
    package func says(_ text: Text) -> Bool {
        // Often it is the same bytes.
        guard kind == .string, Int(length) == text.count else { return false }
        return UInt64(UInt(bitPattern: text.buffer.baseAddress)) == bits || content == text
    }

    /// How long a string, an array and their like are in bytes; 0 for numbers.
    @inlinable @inline(__always)
    package var byteCount: Int { Int(length) }

    /// A hash of what it says, seeded as a text's. Kinds may meet.
    @inlinable @inline(__always)
    package func hash(seed: UInt64) -> UInt64 {
        switch kind {
        case .string, .bytes, .array, .kvlist: content.hash(seed: seed)
        // Mixed first: a number must not undo the seed.
        default: Text.mix(Text.mix(seed) ^ bits)
        }
    }

    /// The text of an array that holds one short text and nothing else, as finish reasons do; nil for all others.
    @inlinable @inline(__always)
    package var onlyText: Text? {
        guard kind == .array, length >= 4, content[0] == 1 << 3 | 2, content[2] == 1 << 3 | 2, UInt32(content[1]) &+ 2 == length,
            UInt32(content[3]) &+ 4 == length, length < 128
        else { return nil }
        return content.dropFirst(4)
    }

    /// The elements of an array; none for other kinds.
    package var elements: ValueSequence { ValueSequence(content: kind == .array ? content : .empty) }

    /// The entries of a kvlist; none for other kinds.
    package var entries: EntrySequence { EntrySequence(content: kind == .kvlist ? content : .empty) }
}

/// The elements of an ArrayValue (common.proto), one after another. Stops at the first malformed byte; a scan has refused those before.
package struct ValueSequence: Sequence, IteratorProtocol {
    private var reader: WireReader

    init(content: Text) { reader = content.reader }

    package mutating func next() -> Value? {
        while !reader.isAtEnd {
            guard let tag = try? reader.tag() else { return nil }
            if tag == 1 << 3 | WireType.bytes {
                guard let element = try? reader.text() else { return nil }
                return AnyValue.read(element)
            }
            guard (try? reader.skip(tag)) != nil else { return nil }
        }
        return nil
    }
}

/// The entries of a KeyValueList (common.proto).
package struct EntrySequence: Sequence, IteratorProtocol {
    private var reader: WireReader

    init(content: Text) { reader = content.reader }

    package mutating func next() -> (key: Text, value: Value)? {
        while !reader.isAtEnd {
            guard let tag = try? reader.tag() else { return nil }
            if tag == 1 << 3 | WireType.bytes {
                guard let entry = try? reader.text() else { return nil }
                return KeyValue.read(entry)
            }
            guard (try? reader.skip(tag)) != nil else { return nil }
        }
        return nil
    }
}
