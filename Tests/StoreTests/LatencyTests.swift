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
}
