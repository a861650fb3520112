import Testing

@testable import Metrics

@Suite struct ExponentialBucketsTests {
    /// The value at `rank`, as a reader of the histogram would estimate it: the geometric middle of its bucket.
    private func estimate(_ buckets: ExponentialBuckets, rank: UInt64) -> Double {
        var below = buckets.zeroCount
        for (i, count) in buckets.counts.enumerated() {
            below += count
            if below > rank {
                let upper = ExponentialBuckets.upperBound(buckets.offset + i, scale: buckets.scale)
                let lower = ExponentialBuckets.upperBound(buckets.offset + i - 1, scale: buckets.scale)
                return 2 * upper * lower / (upper + lower)
            }
        }
        return .infinity
    }

    @Test func `quantiles of durations are within 1.1 percent`() {
        var generator = SystemRandomNumberGenerator()
        var values: [Double] = []
        var buckets = ExponentialBuckets()
        for _ in 0..<100_000 {
            let value = 0.002 * Double.random(in: 1...1000, using: &generator) * Double.random(in: 0.5...100, using: &generator)
            values.append(value)
            buckets.record(value)
        }
        values.sort()
        for quantile in [0.01, 0.5, 0.9, 0.95, 0.99, 0.999] {
            let rank = Int(quantile * Double(values.count - 1))
            let error = abs(estimate(buckets, rank: UInt64(rank)) - values[rank]) / values[rank]
            #expect(error <= 0.011, "quantile \(quantile)")
        }
        #expect(buckets.scale >= ExponentialBuckets.goodScale)
        #expect(buckets.count == 100_000)
    }

    @Test func `a value lies between its bucket's bounds`() {
        for scale in -2...8 {
            for value in [1e-9, 0.001, 0.7, 1, 1.5, 2, 3, 1000, 12345.678, 1e12] {
                let index =
                    scale >= 0 ? ExponentialBuckets.index(of: value, scale: scale) : ExponentialBuckets.index(of: value, scale: 0) >> -scale
                #expect(value <= ExponentialBuckets.upperBound(index, scale: scale) * (1 + 1e-12))
                #expect(value > ExponentialBuckets.upperBound(index - 1, scale: scale) * (1 - 1e-12))
            }
        }
    }

    @Test func `two halves merged equal the whole`() {
        var whole = ExponentialBuckets()
        var low = ExponentialBuckets()
        var high = ExponentialBuckets()
        for i in 1...2000 {
            let value = Double(i * i) / 100
            whole.record(value)
            if i % 3 == 0 { low.record(value) } else { high.record(value) }
        }
        low.merge(high)
        #expect(low.count == whole.count)
        #expect(low.scale == whole.scale)
        #expect(low.offset == whole.offset)
        #expect(low.counts == whole.counts)
    }

    @Test func `its size is bounded whatever comes`() {
        var buckets = ExponentialBuckets()
        for value in [Double.leastNormalMagnitude, Double.greatestFiniteMagnitude, 1, 0, Double.leastNonzeroMagnitude] {
            buckets.record(value)
        }
        #expect(buckets.counts.count <= ExponentialBuckets.wide)
        #expect(buckets.count == 5)
        #expect(buckets.zeroCount == 2)
    }

    @Test func `what is not a size is ignored`() {
        var buckets = ExponentialBuckets()
        for value in [Double.nan, .infinity, -.infinity, -1] { buckets.record(value) }
        #expect(buckets.isEmpty)
        #expect(buckets.sum == 0)
    }
}
