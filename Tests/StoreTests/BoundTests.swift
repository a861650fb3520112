import Testing

@testable import Store

/// Bounds on the numbers of rows and of calls (view.md 3.5), over a store on disk.
@Suite struct BoundTests {
    private let at = Bench.noon - 30 * 60 * Bench.second

    /// A cheap quick conversation, a dear slow one of two turns with a tool and an error, and one without price or usage.
    private func filled(_ bench: Bench) throws -> (store: Store, load: Load) {
        var dear = SpanRecord.call(2, 20, at: at, conversation: "dear", seconds: 8, cost: 50_000_000)
        (dear.input, dear.output, dear.firstChunk) = (5_000, 500, 400_000_000)
        var free = SpanRecord.call(4, 40, at: at, model: "own", conversation: "free", seconds: 0.5, cost: nil)
        (free.input, free.output) = (nil, nil)
        return (
            try bench.open(),
            Load(spans: [
                .call(1, 10, at: at, conversation: "cheap"), dear, .tool(2, 21, parent: 20, at: at + Bench.second),
                .call(3, 30, at: at + 600 * Bench.second, model: "o3", conversation: "dear", error: "timeout", seconds: 2), free,
            ])
        )
    }

    private func filter(_ bench: Bench, _ bounds: Bound...) -> Filter {
        var filter = bench.last(1)
        filter.bounds = bounds
        return filter
    }

    @Test(arguments: [
        (Bound(.cost, .greater, 1_000_000), ["dear"]), (Bound(.cost, .atMost, 1_000_000), ["cheap"]),
        (Bound(.cost, .unequal, 7), ["cheap", "dear"]), (Bound(.tokens, .greater, 110), ["dear"]), (Bound(.tokens, .less, 111), ["cheap"]),
        (Bound(.turns, .atLeast, 2), ["dear"]), (Bound(.messages, .greater, 2), ["dear"]),
        (Bound(.requests, .equal, 1), ["cheap", "free"]),
        (Bound(.tools, .greater, 0), ["dear"]), (Bound(.errors, .greater, 0), ["dear"]),
        (Bound(.active, .less, Bench.second), ["free"]), (Bound(.wall, .greater, 60 * Bench.second), ["dear"]),
        (Bound(.duration, .greater, 0), []), (Bound(.spans, .greater, 0), []), (Bound(.cost, .atMost, .max), ["cheap", "dear"]),
        (Bound(.cost, .less, .min), []),
    ])
    func `a bound on conversations speaks of the row's own number`(bound: Bound, keys: [String]) async throws {
        let bench = Bench()
        let (store, load) = try filled(bench)
        try await store.append(load)
        let rows = try await store.conversations(filter(bench, bound), PageRequest(sort: .last)).rows
        #expect(rows.map(\.id.key).sorted() == keys)
    }

    @Test(
        arguments: [
            (Bound(.cost, .greater, 1_000_000), [2]), (Bound(.cost, .less, 1_000_001), [1]),
            (Bound(.duration, .greater, 2 * Bench.second), [2]),
            (Bound(.duration, .atMost, Bench.second), [1, 4]), (Bound(.tokens, .atLeast, 5_500), [2]),
            (Bound(.requests, .atLeast, 1), [1, 2, 3, 4]),
            (Bound(.tools, .equal, 1), [2]), (Bound(.errors, .equal, 1), [3]), (Bound(.spans, .greater, 1), [2]),
            (Bound(.turns, .atLeast, 0), []),
        ] as [(Bound, [UInt64])])
    func `a bound on traces speaks of the row's own number`(bound: Bound, traces: [UInt64]) async throws {
        let bench = Bench()
        let (store, load) = try filled(bench)
        try await store.append(load)
        #expect(try await store.traces(filter(bench, bound), PageRequest(sort: .start)).rows.map(\.id.low).sorted() == traces)
        #expect(try await store.arrivals(filter(bench, bound), after: 0).rows.map(\.id.low).sorted() == traces)
    }

    @Test(
        arguments: [
            (Bound(.cost, .greater, 1_000_000), 1, 1), (Bound(.cost, .atMost, 50_000_000), 2, 2),
            (Bound(.duration, .atLeast, 2 * Bench.second), 2, 1),
            (Bound(.tokens, .equal, 110), 1, 1), (Bound(.tokens, .less, 10_000), 2, 2), (Bound(.ttft, .less, Bench.second), 1, 1),
            (Bound(.turns, .atLeast, 0), 0, 0),
        ] as [(Bound, Int64, Int64)])
    func `cards and charts are of the calls within a bound`(bound: Bound, requests: Int64, conversations: Int64) async throws {
        let bench = Bench()
        let (store, load) = try filled(bench)
        try await store.append(load)
        let filter = filter(bench, bound)
        let overview = try await store.overview(filter, comparing: false)
        #expect(overview.figures.spans.requests == requests)
        #expect(overview.figures.spans.llm == requests, "tools and agents are no calls")
        #expect(overview.figures.conversations.total == conversations)
        #expect(overview.tier == "spans")
        #expect(try await store.models(filter).reduce(0) { $0 + $1.requests } == requests)
        let chart = try await store.timeSeries(SeriesQuestion(.requests, filter, by: .model))
        #expect(chart.lines.flatMap(\.values).compactMap { $0 }.reduce(0, +) == requests)
    }

    @Test func `a call is not found by what its trace costs`() async throws {
        let bench = Bench()
        let store = try bench.open()
        try await store.append(
            Load(spans: [.call(1, 1, at: at, cost: 600), .call(1, 2, parent: 1, at: at + 1, cost: 600), .call(2, 3, at: at, cost: 1_100)]))
        let dear = try await store.overview(filter(bench, Bound(.cost, .greater, 1_000)), comparing: false).figures
        #expect(dear.spans.requests == 1 && dear.cost.totalNano == 1_100)
        #expect(try await store.traces(filter(bench, Bound(.cost, .greater, 1_000)), PageRequest(sort: .start)).rows.count == 2)
    }

    @Test func `errors are of the calls within a bound, of the user's traces and of those with the words`() async throws {
        let bench = Bench()
        let (store, load) = try filled(bench)
        try await store.append(load)
        #expect(try await store.errors(filter(bench, Bound(.duration, .greater, Bench.second)), limit: 9).total == 1)
        #expect(try await store.errors(filter(bench, Bound(.duration, .greater, 5 * Bench.second)), limit: 9).total == 0)
        #expect(try await store.errors(filter(bench, Bound(.cost, .greater, 0)), limit: 9).total == 0, "a failed call has no cost")
        var other = bench.last(1)
        other.text = "span 30"
        #expect(try await store.errors(other, limit: 9).total == 1)
        other.text = "span 10"
        #expect(try await store.errors(other, limit: 9).total == 0)
    }
}

extension SpanRecord {
    fileprivate static func tool(_ trace: UInt64, _ span: UInt64, parent: UInt64, at start: Int64) -> SpanRecord {
        var record = SpanRecord.agent(trace, span, parent: parent, at: start, seconds: 0.1)
        record.series = SeriesKey(environment: "prod", service: "app", role: "tool", operation: "execute_tool")
        return record
    }
}
