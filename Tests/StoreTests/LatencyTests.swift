import Testing

@testable import Store

struct LatencyTests {
    private let at = Bench.noon - 10 * 60 * Bench.second

    private func store(_ bench: Bench) async throws -> Store {
        let store = try bench.open()
        var spans = (1...4 as ClosedRange<UInt64>).map { SpanRecord.call($0, $0, at: at + Int64($0), seconds: Double($0)) }
        spans += (5...8).map { .call($0, $0, at: at + Int64($0), error: "timeout", seconds: 60) }
        try await store.append(Load(spans: spans))
        return store
    }

    @Test(arguments: [false, true]) func `latencies may be of successful requests alone, everything else stays`(isNarrow: Bool)
        async throws
    {
        let bench = Bench()
        let store = try await store(bench)
        var filter = bench.last(1)
        if isNarrow { filter.service.include = ["app"] }
        let all = try await store.overview(filter, comparing: false)
        filter.latency = .ok
        let ok = try await store.overview(filter, comparing: false)
        #expect(all.figures.latency.n == 8)
        #expect(ok.figures.latency.n == 4)
        #expect((ok.figures.latency.p99 ?? 0) < 5 * Bench.second)
        #expect(ok.figures.success == all.figures.success)
        #expect(ok.figures.spans == all.figures.spans)
        #expect(ok.topModels.map(\.latency.n) == [4])
        #expect(ok.topModels.map(\.failed) == [4])
        let chart = try await store.timeSeries(SeriesQuestion(.latency, filter))
        #expect(chart.lines.last?.values.compactMap { $0 }.allSatisfy { $0 < 5 * Bench.second } == true)
    }

    @Test func `the spread of a model's latencies holds each of its calls once, in the bin of its duration`() async throws {
        let bench = Bench()
        let store = try await store(bench)
        let spreads = try await store.latencySpreads(bench.last(1), of: ["gpt-4o", "never called"])
        #expect(spreads.map(\.model) == ["gpt-4o"])
        let spread = try #require(spreads.first)
        #expect(spread.calls == 8)
        #expect(spread.bins.values.reduce(0, +) == 8)
        for (seconds, calls) in [(1, 1), (2, 1), (3, 1), (4, 1), (60, 4)] as [(Int64, Int64)] {
            let bin = spread.bins.keys.first { bin in
                let bounds = LatencySpread.start(ofBin: bin)..<LatencySpread.start(ofBin: bin + 1)
                return bounds.contains(seconds * Bench.second)
            }
            #expect(bin.map { spread.bins[$0] } == calls, "\(seconds) s")
        }
        var successful = bench.last(1)
        successful.latency = .ok
        #expect(try await store.latencySpreads(successful, of: ["gpt-4o"]).map(\.calls) == [4])
    }

    @Test func `percentiles of few requests are exact, of many or forgotten ones they are not`() async throws {
        let bench = Bench(maximumAge: 3 * 24 * Bench.hour)
        let store = try bench.open()
        var random = SystemRandomNumberGenerator()
        let day = 24 * Bench.hour
        let spans = (1...1_000 as ClosedRange<UInt64>).map { i in
            SpanRecord.call(
                i / 3, i, at: at - 2 * day + Int64(i) * 170 * Bench.second, model: "m\(i % 2)",
                seconds: Double.random(in: 0.1...90, using: &random))
        }
        try await store.append(Load(spans: spans.shuffled() + [.http(50, 9_000, at: at)]))
        let overview = try await store.overview(bench.last(49), comparing: false)
        let durations = spans.map { $0.end - $0.start }.sorted()
        #expect(overview.figures.latency.isExact)
        #expect(overview.figures.latency.n == 1_000)
        #expect(overview.figures.latency.p50 == durations[499])
        #expect(overview.figures.latency.p99 == durations[989])
        let ofOne = spans.filter { $0.series.model == "m1" }.map { $0.end - $0.start }.sorted()
        #expect(overview.topModels.first { $0.model == "m1" }?.latency.p95 == ofOne[474])
        #expect(try await store.models(bench.last(49)) == overview.topModels)
        #expect(!overview.approximate.contains("latency"))
        var narrow = bench.last(49)
        narrow.model.include = ["m1"]
        #expect(try await store.overview(narrow, comparing: false).figures.latency.p95 == ofOne[474])

        try await store.append(Load(spans: [.call(9_999, 1, at: at)]))
        let many = try await store.overview(bench.last(49), comparing: false)
        #expect(!many.figures.latency.isExact)
        #expect(many.approximate.contains("latency"))

        bench.clock.withLock { $0 += 2 * day }
        try await store.expire()
        let old = try await store.overview(bench.last(24 * 5), comparing: false)
        #expect(old.figures.latency.n == 1_001)
        #expect(!old.figures.latency.isExact)
    }
}
