import Glibc

/// How long a model's inference calls took: how many of them lie in each bin. All models have the same bins, so that they can be laid over
/// each other.
package struct LatencySpread: Sendable, Equatable {
    /// A bin ends where durations are 19 % longer than where it began.
    package static let binsPerDoubling = 4

    package var model: String
    package var calls: Int64
    /// By the bin's number; `start` says where it begins.
    package var bins: [Int: Int64]

    package init(model: String, calls: Int64, bins: [Int: Int64]) {
        self.model = model
        self.calls = calls
        self.bins = bins
    }

    /// Nanoseconds.
    package static func start(ofBin bin: Int) -> Int64 { Int64(exp2(Double(bin) / Double(binsPerDoubling)).rounded()) }

    /// The bin's share of the calls, in 0...1.
    package func share(ofBin bin: Int) -> Double { calls > 0 ? Double(bins[bin] ?? 0) / Double(calls) : 0 }
}
