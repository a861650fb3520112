import Wire

/// The values of one measurement's attributes, in the order of the family's dimensions, with their hash. Empty = the attribute is absent.
///
/// Kept between measurements: setting a value copies a view, not bytes. The views live as long as the batch they came from.
@usableFromInline
package struct LabelSet: ~Copyable {
    /// Longer values are cut: labels come from the network, and a label is not a log.
    package static let longestValue = 256

    @usableFromInline var values: [Text]
    /// The hash of the first `fixed` values, which many measurements share.
    @usableFromInline var fixed = 0
    @usableFromInline var fixedHash: UInt64 = 0

    package init(dimensions: Int) { values = Array(repeating: .empty, count: dimensions) }

    @inlinable
    package var count: Int { values.count }

    @inlinable
    package subscript(dimension: Int) -> Text {
        @inline(__always) get { values[dimension] }
        @inline(__always) set { values[dimension] = newValue.count <= 256 ? newValue : Self.cut(newValue) }
    }

    /// Hashes the first `count` values now, for all measurements until they change. `seed` is the tables'.
    package mutating func fix(_ count: Int, seed: UInt64) {
        fixedHash = Self.hash(values, 0..<count, seed)
        fixed = count
    }

    /// One hash over all values: the sum of theirs, each with a seed of its own, so that they need not wait for each other.
    @inlinable @inline(__always)
    func hash(seed: UInt64) -> UInt64 { fixedHash &+ Self.hash(values, fixed..<values.count, seed) }

    @inlinable @inline(__always)
    static func hash(_ values: [Text], _ range: Range<Int>, _ seed: UInt64) -> UInt64 {
        var hash: UInt64 = 0
        for i in range where !values[i].isEmpty {
            hash &+= values[i].hash(seed: seed &+ UInt64(truncatingIfNeeded: i &+ 1) &* 0x9E37_79B9_7F4A_7C15)
        }
        return hash
    }

    /// Cuts before a UTF-8 continuation byte, so that no character is split.
    @usableFromInline @inline(never)
    static func cut(_ text: Text) -> Text {
        var end = longestValue
        while end > longestValue - 4, text[end] & 0xC0 == 0x80 { end -= 1 }
        return text.prefix(end)
    }
}
