/// Exponential histograms as classic buckets, for scrapers that read text.
///
/// The bounds are fixed powers of two, so that a bucket that exists once exists always and its counter never begins in the middle.
enum ClassicBuckets {
    /// 1 ms (2^-10 s) to more than an hour.
    private static let seconds = (-10...12).map { power($0) }
    /// 1 to 134 million.
    private static let others = (0...27).map { power($0) }

    static func convert(_ point: PointReading, unit: String) -> ClassicHistogram {
        let bounds = unit == "s" ? seconds : others
        var counts = [UInt64](repeating: 0, count: bounds.count + 1)
        counts[0] = point.zeroCount &+ point.negative.counts.reduce(0, &+)
        for (i, count) in point.positive.counts.enumerated() where count > 0 {
            let upper = ExponentialBuckets.upperBound(point.positive.offset + i, scale: point.scale)
            counts[bucket(upper, bounds)] &+= count
        }
        return ClassicHistogram(bounds: bounds, counts: counts, sum: point.number, count: point.count)
    }

    /// The first bucket that holds everything up to `upper`; rounding of the bound is forgiven.
    private static func bucket(_ upper: Double, _ bounds: [Double]) -> Int {
        bounds.firstIndex { upper <= $0 * (1 + 1e-12) } ?? bounds.count
    }

    private static func power(_ exponent: Int) -> Double {
        Double(sign: .plus, exponent: exponent, significand: 1)
    }
}
