import Glibc

/// A view of UTF-8 bytes that somebody else owns: a key, a model name, an id inside a request.
///
/// It lives as long as its owner (a `Batch`, a `StaticString`, an arena): never store one beyond the call that gave it to you.
/// Bytes are not checked to be valid UTF-8; `String(_: Text)` repairs what is not.
@usableFromInline package struct Text: BitwiseCopyable {
    @usableFromInline let base: UnsafeRawPointer?
    @usableFromInline package let count: Int

    @inlinable
    package init(base: UnsafeRawPointer?, count: Int) {
        self.base = base
        self.count = base == nil ? 0 : count
    }

    @inlinable
    package init(_ buffer: UnsafeRawBufferPointer) {
        self.init(base: buffer.baseAddress, count: buffer.count)
    }

    @inlinable
    package init(_ literal: StaticString) {
        self.init(base: UnsafeRawPointer(literal.utf8Start), count: literal.utf8CodeUnitCount)
    }

    @inlinable
    package static var empty: Text { Text(base: nil, count: 0) }

    @inlinable
    package var isEmpty: Bool { count == 0 }

    @inlinable
    package var buffer: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    /// The byte at `index`; 0 outside.
    @inlinable
    package subscript(index: Int) -> UInt8 {
        guard let base, index >= 0, index < count else { return 0 }
        return base.load(fromByteOffset: index, as: UInt8.self)
    }

    /// The part from `start` up to `end`, clamped to what is there.
    @inlinable
    package func slice(_ start: Int, _ end: Int) -> Text {
        let from = min(max(start, 0), count)
        let to = min(max(end, from), count)
        guard let base, to > from else { return .empty }
        return Text(base: base + from, count: to - from)
    }

    @inlinable
    package func dropFirst(_ n: Int) -> Text { slice(n, count) }

    @inlinable
    package func prefix(_ n: Int) -> Text { slice(0, n) }

    @inlinable
    package func suffix(_ n: Int) -> Text { slice(count - min(n, count), count) }

    /// Where this text begins in a text it is a part of, in the same memory; nil where it is none.
    package func offset(in whole: Text) -> Int? {
        guard let base, let start = whole.base, base >= start, base + count <= start + whole.count else { return nil }
        return base - start
    }
}

// MARK: - Comparing

extension Text: Equatable {
    @inlinable
    package static func == (a: Text, b: Text) -> Bool {
        guard a.count == b.count else { return false }
        guard let x = a.base, let y = b.base else { return true }
        return x == y || memcmp(x, y, a.count) == 0
    }

    @inlinable
    package static func == (a: Text, b: StaticString) -> Bool { a == Text(b) }

    @inlinable
    package func hasPrefix(_ other: StaticString) -> Bool { hasPrefix(Text(other)) }

    @inlinable
    package func hasPrefix(_ other: Text) -> Bool { count >= other.count && prefix(other.count) == other }

    @inlinable
    package func hasSuffix(_ other: StaticString) -> Bool { hasSuffix(Text(other)) }

    @inlinable
    package func hasSuffix(_ other: Text) -> Bool { count >= other.count && suffix(other.count) == other }

    /// Whether `other`, which must be lower case ASCII, stands anywhere in here, whatever the case here.
    package func containsIgnoringCase(_ other: StaticString) -> Bool {
        let needle = Text(other)
        guard !needle.isEmpty else { return true }
        guard needle.count <= count, let base, let wanted = needle.base else { return false }
        let first = wanted.load(as: UInt8.self)
        for start in 0...(count - needle.count) where Text.lower(base.load(fromByteOffset: start, as: UInt8.self)) == first {
            var i = 1
            while i < needle.count,
                Text.lower(base.load(fromByteOffset: start + i, as: UInt8.self)) == wanted.load(fromByteOffset: i, as: UInt8.self)
            { i += 1 }
            if i == needle.count { return true }
        }
        return false
    }

    /// Equal but for the case of ASCII letters; `other` must be lower case.
    package func equalsIgnoringCase(_ other: StaticString) -> Bool {
        // Most are written as they are looked for.
        count == other.utf8CodeUnitCount && (self == other || containsIgnoringCase(other))
    }

    /// The first place of `byte`, if any.
    @inlinable
    package func firstIndex(of byte: UInt8) -> Int? {
        guard let base, let found = memchr(base, Int32(byte), count) else { return nil }
        return UnsafeRawPointer(found) - base
    }

    @inlinable
    package func lastIndex(of byte: UInt8) -> Int? {
        buffer.lastIndex(of: byte)
    }

    /// ASCII lower case of one byte.
    @inlinable
    package static func lower(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 32 : byte }
}

// MARK: - Hashing and numbers

extension Text {
    /// A 64-bit hash, seeded against chosen collisions. Not for storage: the mixing may change.
    @inlinable
    package func hash(seed: UInt64) -> UInt64 {
        var h = Text.start(seed, count)
        guard let base else { return h }
        if count >= 8 {
            var i = 0
            while i &+ 8 < count {
                h = Text.mix(h ^ base.loadUnaligned(fromByteOffset: i, as: UInt64.self))
                i &+= 8
            }
            // The last eight bytes, some of them twice.
            return Text.mix(h ^ base.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self))
        }
        return Text.mix(h ^ Text.few(base, count))
    }

    /// Two hashes in one pass, for those who compare nothing else.
    package func hashes(seeds: SIMD2<UInt64>) -> SIMD2<UInt64> {
        var (a, b) = (Text.start(seeds.x, count), Text.start(seeds.y, count))
        guard let base else { return SIMD2(a, b) }
        var i = 0
        while i &+ 8 < count {
            let word = base.loadUnaligned(fromByteOffset: i, as: UInt64.self)
            (a, b) = (Text.mix(a ^ word), Text.mix(b ^ word))
            i &+= 8
        }
        let last = count >= 8 ? base.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self) : Text.few(base, count)
        return SIMD2(Text.mix(a ^ last), Text.mix(b ^ last))
    }

    /// The same for texts that differ only in the case of ASCII letters.
    @inlinable
    package func hashIgnoringCase(seed: UInt64) -> UInt64 {
        // Sets the bit by which cases differ in every byte; that some signs meet too does no harm.
        let fold: UInt64 = 0x2020_2020_2020_2020
        var h = Text.start(seed, count)
        guard let base else { return h }
        if count >= 8 {
            var i = 0
            while i &+ 8 < count {
                h = Text.mix(h ^ (base.loadUnaligned(fromByteOffset: i, as: UInt64.self) | fold))
                i &+= 8
            }
            return Text.mix(h ^ (base.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self) | fold))
        }
        return Text.mix(h ^ (Text.few(base, count) | fold))
    }

    /// Seed and length, mixed before the first bytes come: else texts of other lengths could be chosen that meet whatever the seed.
    @inlinable
    static func start(_ seed: UInt64, _ count: Int) -> UInt64 { mix(seed ^ UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15) }

    /// Fewer than eight bytes as one number, some of them twice.
    @inlinable
    static func few(_ base: UnsafeRawPointer, _ count: Int) -> UInt64 {
        if count >= 4 {
            let first = UInt64(base.loadUnaligned(as: UInt32.self))
            return first << 32 | UInt64(base.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self))
        }
        guard count > 0 else { return 0 }
        let first = UInt64(base.load(as: UInt8.self))
        let middle = UInt64(base.load(fromByteOffset: count >> 1, as: UInt8.self))
        return first << 16 | middle << 8 | UInt64(base.load(fromByteOffset: count &- 1, as: UInt8.self))
    }

    /// One multiplication folded to 64 bits.
    @inlinable
    package static func mix(_ x: UInt64) -> UInt64 {
        let product = (x ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low
    }

    /// A whole decimal number with an optional sign, nothing else around it.
    package var integer: Int64? {
        var i = 0
        let negative = self[0] == 45
        if negative || self[0] == 43 { i = 1 }
        guard i < count, count - i <= 19 else { return nil }
        // Counted downwards: the smallest number has no positive twin.
        var value: Int64 = 0
        while i < count {
            let digit = self[i] &- 48
            guard digit < 10 else { return nil }
            let (product, over) = value.multipliedReportingOverflow(by: 10)
            let (sum, more) = product.subtractingReportingOverflow(Int64(digit))
            guard !over, !more else { return nil }
            value = sum
            i += 1
        }
        if negative { return value }
        return value == .min ? nil : -value
    }

    /// A finite decimal number such as `0.0125`, `1e-3` or `12`; no `nan`, no `inf`, no hexadecimal.
    package var number: Double? {
        guard count > 0, count <= 64, buffer.allSatisfy(Text.isDecimal), let value = Double(String(self)), value.isFinite else {
            return nil
        }
        return value
    }

    /// A digit, a sign, a point or an exponent's letter.
    private static func isDecimal(_ byte: UInt8) -> Bool {
        byte &- 48 < 10 || byte == 43 || byte == 45 || byte == 46 || byte | 32 == 101
    }
}

extension String {
    /// A copy; bytes that are not UTF-8 become U+FFFD.
    package init(_ text: Text) {
        self.init(decoding: text.buffer, as: UTF8.self)
    }
}
