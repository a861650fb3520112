import Testing

@testable import Store

struct IngestTests {
    private let at = Bench.noon - 10 * 60 * Bench.second

    @Test func `a span that is delivered again counts once`() async throws {
        let bench = Bench()
        let store = try bench.open()
        let load = Load(spans: [.call(1, 1, at: at, conversation: "c"), .call(1, 2, at: at + 1, conversation: "c")])
        try await store.append(load)
        try await store.append(load)
        let figures = try await store.overview(bench.last(1), comparing: false).figures
        #expect(figures.spans.requests == 2)
        #expect(figures.cost.totalNano == 2_000_000)
        #expect(figures.conversations.turns == 1)
        #expect(try await store.status().redelivered == 2)
    }

    @Test func `a conversation id on any span covers the trace, however late it comes`() async throws {
        let bench = Bench()
        let store = try bench.open()
        try await store.append(Load(spans: [.call(1, 2, parent: 1, at: at), .call(1, 3, parent: 1, at: at + Bench.second)]))
        #expect(try await store.overview(bench.last(1), comparing: false).figures.conversations.total == 0)
        var root = SpanRecord.http(1, 1, at: at - 1)
        root.conversation = "late"
        try await store.append(Load(spans: [root]))
        let figures = try await store.overview(bench.last(1), comparing: false).figures
        #expect(figures.conversations.total == 1)
        #expect(figures.conversations.turns == 1)
        #expect(figures.conversations.messages == 2)
        #expect(figures.conversations.requestsWithoutID == 0)
        #expect(figures.conversationCost.totalNano == 2_000_000)
        let page = try await store.conversations(bench.last(1), PageRequest(sort: .last))
        #expect(page.rows.first?.requests == 2)
        #expect(page.rows.first?.models == ["gpt-4o"])
    }

    @Test func `any order of arrival gives the same figures`() async throws {
        let spans: [SpanRecord] = [
            .http(1, 1, at: at), .agent(1, 2, parent: 1, at: at + 1, seconds: 1.5),
            .call(1, 3, parent: 2, at: at + 2, error: "rate_limited"), .call(1, 4, parent: 2, at: at + Bench.second, conversation: "c"),
            .call(2, 5, at: at + 60 * Bench.second, model: "o3", conversation: "c", cost: nil),
        ]
        var seen: [Figures] = []
        for order in [spans, spans.reversed(), [spans[3], spans[0], spans[4], spans[2], spans[1]]] {
            let bench = Bench()
            let store = try bench.open()
            for span in order { try await store.append(Load(spans: [span])) }
            seen.append(try await store.overview(bench.last(1), comparing: false).figures)
        }
        #expect(seen[0] == seen[1])
        #expect(seen[0] == seen[2])
        #expect(seen[0].success.failed == 1)
        #expect(seen[0].success.recovered == 1)
        #expect(seen[0].conversations.turns == 2)
        #expect(seen[0].conversations.messages == 4)
        #expect(seen[0].cost.unpricedModels == ["o3"])
        #expect(seen[0].cost.unpricedRequests == 1)
        #expect(seen[0].cost.failedWithoutUsage == 1)
    }

    @Test func `figures go on where they were after the process was killed`() async throws {
        let bench = Bench()
        var left: [Store] = []
        for part in 0..<3 {
            // The stores before are neither closed nor checkpointed.
            let store = try bench.open()
            left.append(store)
            try await store.append(
                Load(spans: [.call(1, UInt64(part + 1), parent: 9, at: at + Int64(part), conversation: part == 2 ? "c" : nil)]))
        }
        let figures = try await left[2].overview(bench.last(1), comparing: false).figures
        #expect(figures.spans.requests == 3)
        #expect(figures.spans.traces == 1)
        #expect(figures.conversations.turns == 1)
        #expect(figures.conversationCost.totalNano == 3_000_000)
    }

    @Test func `rows of a commit that never finished are taken out and may come again`() async throws {
        let bench = Bench()
        let load = Load(spans: [.call(1, 1, at: at), .call(2, 2, at: at)])
        let store = try bench.open()
        try await store.append(Load(spans: [.call(3, 3, at: at)]))
        // As if the day's file had been committed and the main file had not.
        let day = Tier.day.bucket(at)
        try await store.files.file(day)?.write { db in
            var writer = SpanWriter([day: db], blocks: [])
            for span in load.spans { _ = try writer.write(span, day: day, trace: 2, sid: 1, []) }
        }
        let again = try bench.open()
        try await again.append(load)
        let figures = try await again.overview(bench.last(1), comparing: false).figures
        #expect(figures.spans.requests == 3)
        #expect(try await again.status().redelivered == 0)
    }

    @Test func `times that cannot be are now, and no latency`() async throws {
        let bench = Bench()
        let store = try bench.open()
        var backwards = SpanRecord.call(3, 3, at: at)
        backwards.end = backwards.start - 1
        try await store.append(Load(spans: [.call(1, 1, at: 0), .call(2, 2, at: Bench.noon + 48 * Bench.hour), backwards]))
        let figures = try await store.overview(bench.last(1), comparing: false).figures
        #expect(figures.spans.requests == 3)
        #expect(figures.latency.n == 0)
        #expect(try await store.status().badTimestamps == 3)
    }

    @Test func `each outermost agent that called a model is a turn`() async throws {
        let bench = Bench()
        let store = try bench.open()
        try await store.append(
            Load(spans: [
                .agent(1, 1, at: at, seconds: 10), .agent(1, 2, parent: 1, at: at + Bench.second, seconds: 2),
                .call(1, 3, parent: 2, at: at + Bench.second, conversation: "c"),
                .agent(1, 4, at: at + 20 * Bench.second, seconds: 10), .call(1, 5, parent: 4, at: at + 21 * Bench.second),
                .agent(1, 6, at: at + 40 * Bench.second, seconds: 1),
            ]))
        #expect(try await store.overview(bench.last(1), comparing: false).figures.conversations.turns == 2)
    }

    @Test func `what was said is found again, with its log records`() async throws {
        let bench = Bench()
        let store = try bench.open()
        var span = SpanRecord.call(1, 1, at: at)
        span.place = 1
        var record = LogRecordNote(address: span.address, time: at + 5, hash: 1)
        record.place = 0
        try await store.append(Load(records: [record], blocks: [Array("spoken".utf8)]))
        try await store.append(Load(spans: [span], blocks: [Array("other\nsaid".utf8)]))
        let content = try await store.content(of: [span.address])
        #expect(content == [SpanContent(address: span.address, span: "said", records: ["spoken"])])
    }
}
