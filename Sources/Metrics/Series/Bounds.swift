/// The upper bounds of an explicit histogram's buckets, ascending; one more bucket takes what is above the last.
///
/// The sets are those of the GenAI semantic conventions (v1.41, `gen-ai-metrics.md`).
package struct Bounds: Sendable, Equatable {
    package let values: [Double]

    /// Nil where the bounds are not finite and strictly ascending.
    package init?(_ values: [Double]) {
        for (i, value) in values.enumerated() {
            guard value.isFinite, i == 0 || values[i - 1] < value else { return nil }
        }
        self.values = values
    }

    private init(from first: Double, times factor: Double, count: Int) {
        var values: [Double] = []
        var next = first
        for _ in 0..<count {
            values.append((next * 1e6).rounded() / 1e6)
            next *= factor
        }
        self.values = values
    }

    /// Seconds of one client operation or tool call: 10 ms doubling to 81.92 s.
    package static let operation = Bounds(from: 0.01, times: 2, count: 14)
    /// Tokens of one call: 1, 4, 16 … 67,108,864.
    package static let tokens = Bounds(from: 1, times: 4, count: 14)
    /// Seconds of one agent invocation: 100 ms doubling to 409.6 s.
    package static let agent = Bounds(from: 0.1, times: 2, count: 13)
    /// Seconds of one workflow: 1 s to two hours.
    package static let workflow = Bounds(values: [1, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200])

    private init(values: [Double]) { self.values = values }
}
