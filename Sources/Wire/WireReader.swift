/// The wire types of protobuf that can occur in OTLP.
@usableFromInline package enum WireType {
    @inlinable @inline(__always) package static var varint: UInt64 { 0 }
    @inlinable @inline(__always) package static var fixed64: UInt64 { 1 }
    @inlinable @inline(__always) package static var bytes: UInt64 { 2 }
    @inlinable @inline(__always) package static var fixed32: UInt64 { 5 }
}

/// Walks the fields of one protobuf message. Every read is checked against the message's end.
///
/// Offsets are counted from `origin`, the start of the whole request, so that errors and indexes name the same place.
@usableFromInline package struct WireReader {
    @usableFromInline package let origin: UnsafeRawPointer
    @usableFromInline package internal(set) var position: UnsafeRawPointer
    @usableFromInline package let end: UnsafeRawPointer

    @inlinable
    package init(_ buffer: UnsafeRawBufferPointer) {
        let nothing: StaticString = ""
        let start = buffer.baseAddress ?? UnsafeRawPointer(nothing.utf8Start)
        self.init(origin: start, from: start, to: start + buffer.count)
    }

    @inlinable
    package init(origin: UnsafeRawPointer, from: UnsafeRawPointer, to: UnsafeRawPointer) {
        self.origin = origin
        self.position = from
        self.end = to
    }

    @inlinable
    package var isAtEnd: Bool { position >= end }

    /// Bytes from the start of the request.
    @inlinable
    package var offset: Int { position - origin }

    @inlinable @inline(__always)
    package mutating func varint() throws(WireError) -> UInt64 {
        if position < end {
            let byte = position.load(as: UInt8.self)
            if byte < 0x80 {
                position += 1
                return UInt64(byte)
            }
        }
        return try longVarint()
    }

    /// A field's tag, or a length: 32 bits, at most five bytes. Readers in other languages refuse longer ones, and a body that passed here
    /// must not spoil a batch downstream.
    @inlinable @inline(__always)
    package mutating func tag() throws(WireError) -> UInt64 {
        if position < end {
            let byte = position.load(as: UInt8.self)
            if byte < 0x80 {
                position += 1
                return UInt64(byte)
            }
        }
        return try longTag()
    }

    @usableFromInline @inline(never)
    mutating func longTag() throws(WireError) -> UInt64 {
        let start = position
        if let two = twoBytes() { return two }
        let value = try longVarint()
        guard position - start <= 5, value <= UInt64(UInt32.max) else { throw WireError(.varintTooLong, at: start - origin) }
        return value
    }

    /// A varint of two bytes, as most spans' lengths are; nil for a longer one.
    @inline(__always)
    private mutating func twoBytes() -> UInt64? {
        guard end - position >= 2 else { return nil }
        let high = position.load(fromByteOffset: 1, as: UInt8.self)
        guard high < 0x80 else { return nil }
        defer { position += 2 }
        return UInt64(position.load(as: UInt8.self) & 0x7F) | UInt64(high) << 7
    }

    /// The slow path of `varint`, kept apart so that the fast one is inlined.
    @usableFromInline @inline(never)
    mutating func longVarint() throws(WireError) -> UInt64 {
        if let two = twoBytes() { return two }
        let start = offset
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while position < end {
            let byte = position.load(as: UInt8.self)
            position += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 {
                if shift == 63, byte > 1 { throw WireError(.varintTooLong, at: start) }
                return value
            }
            shift &+= 7
            if shift > 63 { throw WireError(.varintTooLong, at: start) }
        }
        throw WireError(.truncated, at: start)
    }

    /// Passes a tag of one byte where it is the next; false, and nothing read, where it is not.
    @inlinable @inline(__always)
    package mutating func pass(tag: UInt8) -> Bool {
        guard position < end, position.load(as: UInt8.self) == tag else { return false }
        position += 1
        return true
    }

    /// Reads a length and gives a reader over that many bytes, which it skips here.
    @inlinable @inline(__always)
    package mutating func message() throws(WireError) -> WireReader {
        let start = offset
        let length = try tag()
        guard length <= UInt64(end - position) else { throw WireError(.truncated, at: start) }
        let from = position
        position += Int(truncatingIfNeeded: length)
        return WireReader(origin: origin, from: from, to: position)
    }

    /// A length-delimited field's bytes.
    @inlinable @inline(__always)
    package mutating func text() throws(WireError) -> Text {
        let field = try message()
        return Text(base: field.position, count: field.end - field.position)
    }

    @inlinable @inline(__always)
    package mutating func fixed64() throws(WireError) -> UInt64 {
        guard end - position >= 8 else { throw WireError(.truncated, at: offset) }
        let value = position.loadUnaligned(as: UInt64.self)
        position += 8
        return UInt64(littleEndian: value)
    }

    @inlinable @inline(__always)
    package mutating func fixed32() throws(WireError) -> UInt32 {
        guard end - position >= 4 else { throw WireError(.truncated, at: offset) }
        let value = position.loadUnaligned(as: UInt32.self)
        position += 4
        return UInt32(littleEndian: value)
    }

    /// Skips the value of a field whose tag was just read; refuses field 0, numbers over 29 bits, groups and reserved wire types.
    @inlinable
    package mutating func skip(_ tag: UInt64) throws(WireError) {
        guard tag &- 8 <= UInt64(UInt32.max) &- 8 else { throw WireError(.zeroField, at: offset) }
        switch tag & 7 {
        case WireType.varint: _ = try varint()
        case WireType.fixed64: _ = try fixed64()
        case WireType.bytes: _ = try message()
        case WireType.fixed32: _ = try fixed32()
        case 3, 4: throw WireError(.group, at: offset)
        default: throw WireError(.reservedWireType, at: offset)
        }
    }

    /// Checks that the rest is a sequence of whole fields.
    package mutating func skipAll() throws(WireError) {
        while !isAtEnd { try skip(try tag()) }
    }

    /// The bytes not yet read.
    @inlinable
    package var rest: Text { Text(base: position, count: end - position) }
}

extension Text {
    /// A reader over these bytes as one protobuf message, with offsets from their start.
    @inlinable
    package var reader: WireReader { WireReader(buffer) }
}
