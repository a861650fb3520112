import Glibc

/// The counts of one exponential histogram: bucket `i` holds what lies in (b^i, b^(i+1)], with b = 2^(2^-scale).
///
/// It begins at the finest scale and halves its resolution when its buckets would be more than `narrow`, but stays at `goodScale`
/// or finer (relative error (b - 1)/(b + 1) ≤ 1.09 %) as long as `wide` buckets suffice: twenty powers of two, 1 ms to 17 minutes.
/// Source: OpenTelemetry metrics data model, ExponentialHistogram.
@usableFromInline
package struct ExponentialBuckets: Sendable, Equatable {
    package static let finestScale = 8
    static let goodScale = 5
    static let narrow = 160
    static let wide = 640
    /// Exemplars that an exponential histogram keeps.
    static let exemplars = 4

    package private(set) var scale = ExponentialBuckets.finestScale
    /// The index of `counts[0]`.
    package private(set) var offset = 0
    package private(set) var counts: [UInt64] = []
    /// Values that are zero (or too small for a normal double).
    package private(set) var zeroCount: UInt64 = 0
    package private(set) var sum = 0.0

    package init() {}

    package var isEmpty: Bool { counts.isEmpty && zeroCount == 0 }

    package var count: UInt64 { counts.reduce(zeroCount, &+) }

    /// Takes a value that is finite and not negative; others are ignored.
    @usableFromInline
    package mutating func record(_ value: Double) {
        guard value.isFinite, value >= 0 else { return }
        sum += value
        guard value >= Double.leastNormalMagnitude else {
            zeroCount &+= 1
            return
        }
        var index = Self.index(of: value, scale: scale)
        let step = shiftToHold(index, index)
        if step > 0 {
            coarsen(by: step)
            index >>= step
        }
        reach(index, index)
        counts[index - offset] &+= 1
    }

    /// Adds another histogram's counts, at the coarser of both scales.
    package mutating func merge(_ other: ExponentialBuckets) {
        sum += other.sum
        zeroCount &+= other.zeroCount
        guard !other.counts.isEmpty else { return }
        if counts.isEmpty { scale = other.scale }
        if other.scale < scale { coarsen(by: scale - other.scale) }
        var shift = other.scale - scale
        let step = shiftToHold(other.offset >> shift, (other.offset + other.counts.count - 1) >> shift)
        coarsen(by: step)
        shift += step
        reach(other.offset >> shift, (other.offset + other.counts.count - 1) >> shift)
        for (i, count) in other.counts.enumerated() { counts[((other.offset + i) >> shift) - offset] &+= count }
    }

    /// Empties it but keeps its memory, so that the next interval allocates nothing.
    package mutating func removeAll() {
        zeroCount = 0
        sum = 0
        scale = Self.finestScale
        offset = 0
        counts.removeAll(keepingCapacity: true)
    }

    /// The bucket of `value` at `scale`. Bounds are inclusive above, so a power of two belongs to the bucket below it.
    static func index(of value: Double, scale: Int) -> Int {
        let bits = value.bitPattern
        let exponent = Int(bits >> 52) - 1023
        let fraction = bits & 0xF_FFFF_FFFF_FFFF
        if fraction == 0 { return (exponent << scale) - 1 }
        let significand = Double(bitPattern: fraction | 0x3FF0_0000_0000_0000)
        let part = Int(log2(significand) * Double(1 << scale))
        return (exponent << scale) + min(part, 1 << scale &- 1)
    }

    /// The upper bound of bucket `index` at `scale`.
    package static func upperBound(_ index: Int, scale: Int) -> Double { exp2(Double(index + 1) / exp2(Double(scale))) }

    /// How many halvings make room for the indexes `low...high` beside what is there.
    private func shiftToHold(_ low: Int, _ high: Int) -> Int {
        var low = counts.isEmpty ? low : min(low, offset)
        var high = counts.isEmpty ? high : max(high, offset + counts.count - 1)
        var shift = 0
        while high - low >= (scale - shift > Self.goodScale ? Self.narrow : Self.wide) {
            low >>= 1
            high >>= 1
            shift += 1
        }
        return shift
    }

    private mutating func coarsen(by shift: Int) {
        guard shift > 0 else { return }
        scale -= shift
        guard !counts.isEmpty else { return }
        let first = offset >> shift
        var merged = [UInt64](repeating: 0, count: ((offset + counts.count - 1) >> shift) - first + 1)
        for (i, count) in counts.enumerated() { merged[((offset + i) >> shift) - first] &+= count }
        offset = first
        counts = merged
    }

    /// Extends the counts to cover `low...high`.
    private mutating func reach(_ low: Int, _ high: Int) {
        if counts.isEmpty { offset = low }
        if low < offset {
            counts.insert(contentsOf: repeatElement(0, count: offset - low), at: 0)
            offset = low
        }
        let missing = high - offset + 1 - counts.count
        if missing > 0 { counts.append(contentsOf: repeatElement(0, count: missing)) }
    }
}
