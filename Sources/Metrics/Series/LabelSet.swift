import Wire

/// The values of one measurement's attributes, in the order of the family's dimensions, with their hash. Empty = the attribute is absent.
///
/// Kept between measurements: setting a value copies a view, not bytes. The views live as long as the batch they came from.
package struct LabelSet: ~Copyable {
    /// Longer values are cut: labels come from the network, and a label is not a log.
    package static let longestValue = 256

    private(set) var values: [Text]

    package init(dimensions: Int) { values = Array(repeating: .empty, count: dimensions) }

    package var count: Int { values.count }

    @inline(__always)
    package subscript(dimension: Int) -> Text {
        get { values[dimension] }
        set { values[dimension] = newValue.count <= Self.longestValue ? newValue : Self.cut(newValue) }
    }

    /// One hash over all values.
    @inline(__always)
    func hash(seed: UInt64) -> UInt64 {
        var hash = seed
        for (i, value) in values.enumerated() where !value.isEmpty {
            hash = value.hash(seed: hash &+ UInt64(truncatingIfNeeded: i))
        }
        return hash
    }

    /// Cuts before a UTF-8 continuation byte, so that no character is split.
    @inline(never)
    private static func cut(_ text: Text) -> Text {
        var end = longestValue
        while end > longestValue - 4, text[end] & 0xC0 == 0x80 { end -= 1 }
        return text.prefix(end)
    }
}
