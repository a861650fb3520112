@testable import Store

/// What a dashboard asks of `/api/v1/query_range`: a month of latencies by model, in steps of two hours with a window of one.
enum CounterScale {
    /// How many series there are.
    static func ask(_ store: Store) async throws -> Int {
        let clock = CounterMoments(now: Bench.noon)
        let times = stride(from: Bench.noon - 30 * Tier.day.nanoseconds, through: Bench.noon, by: Int(2 * Bench.hour))
        let moments = Set(times.flatMap { [clock.end($0), clock.end($0 - Bench.hour)] }).sorted()
        let bounds = (0..<14).map { Int64(10_000_000) << Int64($0) }
        let question = CounterQuestion(
            .histogram(.duration, bounds: bounds), moments: moments, isFromBeginning: false, by: [.model], narrowing: [])
        let began = ContinuousClock.now
        let series = try await store.counters([question]).first ?? []
        print("counters of a month by model: \(ContinuousClock.now - began)")
        return series.count
    }
}
