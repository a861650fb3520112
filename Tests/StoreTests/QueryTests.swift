import Testing

@testable import Store

struct QueryTests {
    private let at = Bench.noon - 10 * 60 * Bench.second

    @Test func `filters narrow cards by model, environment and outcome`() async throws {
        let bench = Bench()
        let store = try bench.open()
        try await store.append(
            Load(spans: [
                .call(1, 1, at: at, conversation: "a"), .call(2, 2, at: at, model: "o3", conversation: "b"),
                .call(3, 3, at: at, environment: "dev"), .call(4, 4, at: at, error: "timeout"),
            ]))
        var filter = bench.last(1)
        filter.environment.include = ["prod"]
        #expect(try await store.overview(filter, comparing: false).figures.spans.requests == 3)
        filter.model.exclude = ["o3"]
        let narrowed = try await store.overview(filter, comparing: false).figures
        #expect(narrowed.spans.requests == 2)
        #expect(narrowed.conversations.total == 1)
        filter.status.include = ["error"]
        #expect(try await store.overview(filter, comparing: false).figures.spans.requests == 1)
        #expect(try await store.traces(filter, PageRequest(sort: .start)).rows.map(\.id.low) == [4])
    }

    @Test func `an unpriced model stays in the table, with its share and without a price`() async throws {
        let bench = Bench()
        let store = try bench.open()
        try await store.append(Load(spans: [.call(1, 1, at: at), .call(2, 2, at: at, model: "own", cost: nil)]))
        let models = try await store.models(bench.last(1))
        #expect(models.map(\.model) == ["gpt-4o", "own"])
        #expect(models[1].costNano == nil)
        #expect(models[1].unpriced == 1)
        #expect(models[1].share == 0.5)
    }

    @Test func `a period is compared with the one before only where there is data`() async throws {
        let bench = Bench()
        let store = try bench.open()
        try await store.append(Load(spans: [.call(1, 1, at: at)]))
        let alone = try await store.overview(bench.last(1), comparing: true)
        #expect(alone.previous == nil)
        #expect(alone.beginsAt != nil)
        try await store.append(Load(spans: [.call(2, 2, at: at - Bench.hour), .call(3, 3, at: at - 5 * Bench.hour)]))
        #expect(try await store.overview(bench.last(1), comparing: true).previous?.spans.requests == 1)
    }

    @Test(arguments: ConversationSort.allCases) func `pages of a sorted list meet without gap or repetition`(sort: ConversationSort)
        async throws
    {
        let bench = Bench()
        let store = try bench.open()
        let spans = (1...25 as ClosedRange<UInt64>).map { i -> SpanRecord in
            .call(i, i, at: at + Int64(i % 7), conversation: "c\(i)", cost: Int64(i % 5))
        }
        try await store.append(Load(spans: spans))
        for isDescending in [true, false] {
            var keys: [String] = []
            var after: Cursor?
            repeat {
                let request = PageRequest(sort: sort, isDescending: isDescending, limit: 4, after: after)
                let page = try await store.conversations(bench.last(1), request)
                keys += page.rows.map(\.id.key)
                after = page.next.flatMap { Cursor(token: $0.token) }
            } while after != nil
            #expect(keys.count == 25)
            #expect(Set(keys).count == 25)
        }
    }

    @Test(arguments: TraceSort.allCases) func `traces are paged in every order`(sort: TraceSort) async throws {
        let bench = Bench()
        let store = try bench.open()
        try await store.append(Load(spans: (1...9).map { .call(UInt64($0), UInt64($0), at: at + Int64($0 % 3)) }))
        var seen: Set<UInt64> = []
        var after: Cursor?
        repeat {
            let page = try await store.traces(bench.last(1), PageRequest(sort: sort, limit: 2, after: after))
            seen.formUnion(page.rows.map(\.id.low))
            after = page.next
        } while after != nil
        #expect(seen.count == 9)
    }

    @Test func `a trace shows its endpoint, its spans in order and its retries`() async throws {
        let bench = Bench()
        let store = try bench.open()
        try await store.append(
            Load(spans: [
                .call(1, 3, parent: 1, at: at + 2 * Bench.second), .call(1, 2, parent: 1, at: at + 1, error: "rate_limited"),
                .http(1, 1, at: at, seconds: 4),
            ]))
        let trace = try #require(await store.trace(TraceID(high: 7, low: 1)))
        #expect(trace.spans.map(\.address.span.number) == [1, 2, 3])
        #expect(trace.spans.map(\.isRecovered) == [false, true, false])
        #expect(trace.row.route == "POST /ask")
        #expect(trace.row.name == "POST /ask")
        #expect(!trace.row.isFailed)
        #expect(trace.row.durationNanoseconds == 4 * Bench.second)
        #expect(trace.row.models == ["gpt-4o"])
    }

    @Test func `failures that look alike are one group`() async throws {
        let bench = Bench()
        let store = try bench.open()
        let spans = (1...4).map { i in
            var span = SpanRecord.call(UInt64(i), UInt64(i), at: at + Int64(i), conversation: "c", error: "rate_limited")
            span.statusMessage = i == 4 ? "no route to host" : "Limit of \(i * 100) reached for 'org-\(i)', retry in \(i)s"
            return span
        }
        try await store.append(Load(spans: spans))
        let report = try await store.errors(bench.last(1), limit: 10)
        #expect(report.requests.map(\.count) == [3, 1])
        #expect(report.total == 4)
        #expect(report.requests[0].conversations == 1)
        #expect(report.requests[0].examples.map(\.span.number) == [3, 2, 1])
    }

    @Test func `a chart stacks the largest and adds up the rest`() async throws {
        let bench = Bench()
        let store = try bench.open()
        let spans = (1...10).flatMap { model in
            (0..<model).map { i in SpanRecord.call(UInt64(model), UInt64(model * 100 + i), at: at, model: "m\(model)") }
        }
        try await store.append(Load(spans: spans))
        let chart = try await store.timeSeries(SeriesQuestion(.requests, bench.last(1), by: .model))
        #expect(chart.lines.count == 8)
        #expect(chart.lines[0].label == "m10")
        #expect(chart.lines[7].isOther)
        #expect(chart.lines.flatMap(\.values).compactMap { $0 }.reduce(0, +) == 55)
        #expect(chart.starts.count <= 120)
    }

    @Test func `facets count what was seen, whatever their own filter says`() async throws {
        let bench = Bench()
        let store = try bench.open()
        try await store.append(Load(spans: [.call(1, 1, at: at), .call(2, 2, at: at), .call(3, 3, at: at, model: "o3")]))
        var filter = bench.last(1)
        filter.model.include = ["o3"]
        let facets = try await store.facets(.model, filter, matching: nil, limit: 10)
        #expect(facets == [Facet(value: "gpt-4o", count: 2), Facet(value: "o3", count: 1)])
    }

    @Test func `a conversation is read turn by turn`() async throws {
        let bench = Bench()
        let store = try bench.open()
        try await store.append(Load(spans: (1...5).map { .call(UInt64($0), UInt64($0), at: at + Int64($0), conversation: "c") }))
        let id = ConversationID(environment: "prod", key: "c")
        let first = try #require(await store.conversation(id, turns: 3, after: nil))
        #expect(first.row.turns == 5)
        #expect(first.turns.count == 3)
        let rest = try #require(await store.conversation(id, turns: 3, after: first.next))
        #expect(rest.turns.map(\.trace.id.low) == [4, 5])
        #expect(rest.next == nil)
        #expect(try await store.environments(ofConversation: "c") == ["prod"])
    }

    @Test func `the counter of conversations equals counting them, for ranges that end now`() async throws {
        let bench = Bench()
        let store = try bench.open()
        var random = SystemRandomNumberGenerator()
        var spans: [SpanRecord] = []
        for i in 1...400 {
            let back = Int64.random(in: 0..<(20 * 24 * 3600), using: &random) * Bench.second
            spans.append(.call(UInt64(i), UInt64(i), at: Bench.noon - back, conversation: "c\(i % 90)"))
        }
        try await store.append(Load(spans: spans))
        for hours in [1, 30, 24 * 7, 24 * 20] as [Int64] {
            let filter = bench.last(hours)
            let expected = Set(spans.filter { filter.range.contains($0.start) }.compactMap(\.conversation)).count
            #expect(try await store.overview(filter, comparing: false).figures.conversations.total == Int64(expected))
        }
    }
}

extension QueryTests {
    @Test func `cards of one user are counted from spans`() async throws {
        let bench = Bench()
        let store = try bench.open()
        var spans: [SpanRecord] = [
            .call(1, 1, at: at, conversation: "a"), .call(2, 2, at: at + 1, model: "o3", conversation: "b"),
            .call(3, 3, at: at + 2, conversation: "a", error: "timeout"),
        ]
        for i in spans.indices { spans[i].user = i == 1 ? "bob" : "ada" }
        try await store.append(Load(spans: spans))
        var filter = bench.last(1)
        let everyone = try await store.overview(filter, comparing: false)
        filter.user.include = ["ada", "bob"]
        let both = try await store.overview(filter, comparing: false)
        #expect(both.figures == everyone.figures)
        #expect(both.tier == "spans")
        filter.user.include = ["ada"]
        let ada = try await store.overview(filter, comparing: false)
        #expect(ada.figures.spans.requests == 2)
        #expect(ada.figures.conversations.total == 1)
        #expect(ada.topModels.map(\.model) == ["gpt-4o"])
    }

    @Test func `what all dimensions offer at once is what each offers alone`() async throws {
        let bench = Bench()
        let store = try bench.open()
        try await store.append(
            Load(spans: [
                .call(1, 1, at: at), .call(2, 2, at: at, model: "o3", environment: "dev"), .call(3, 3, at: at, error: "timeout"),
                .agent(4, 4, at: at, seconds: 1), .http(5, 5, at: at),
            ]))
        let filter = bench.last(1)
        let all = try await store.facets(filter.range, limit: 10)
        for dimension in Dimension.allCases where dimension != .user {
            #expect(try await store.facets(dimension, filter, matching: nil, limit: 10) == all[dimension], "\(dimension)")
        }
        #expect(all[.status]?.map(\.value) == ["ok", "timeout"])
        #expect(all[.model] == [Facet(value: "gpt-4o", count: 2), Facet(value: "o3", count: 1)])
        #expect(try await store.facets(filter.range, limit: 1)[.model]?.count == 1)
    }

    @Test func `few series are sought, many are read through, and both say the same`() async throws {
        let bench = Bench()
        let store = try bench.open()
        var load = Load(blocks: [[]])
        for i in 1...20 as ClosedRange<UInt64> {
            load.spans.append(.call(i, 1, at: Bench.noon - Int64(i) * Bench.hour, model: "m\(i)", seconds: Double(i)))
        }
        try await store.append(load)
        func figures(_ models: ClosedRange<Int>) async throws -> Figures {
            var filter = bench.last(48)
            filter.model.include = models.map { "m\($0)" }
            return try await store.overview(filter, comparing: false).figures
        }
        for (models, p50) in [(1...2, 1.0), (1...19, 10), (1...20, 10)] {
            let figures = try await figures(models)
            #expect(figures.spans.requests == Int64(models.count))
            #expect(figures.latency.n == Int64(models.count))
            let found = Double(try #require(figures.latency.p50)) / 1e9
            #expect(abs(found - p50) <= p50 * 0.011, "\(models)")
        }
    }

    @Test func `arrivals are what came since, whenever it began`() async throws {
        let bench = Bench()
        let store = try bench.open()
        func send(_ trace: UInt64, at start: Int64, model: String = "gpt-4o") async throws {
            try await store.append(Load(spans: [.call(trace, 1, at: start, model: model)], blocks: [[]]))
        }
        try await send(1, at: Bench.noon - Bench.second)
        let mark = try await store.arrivals(bench.last(24), after: nil)
        #expect(mark.rows.isEmpty)
        try await send(2, at: Bench.noon - Bench.hour)
        try await send(3, at: Bench.noon, model: "other")
        let news = try await store.arrivals(bench.last(24), after: mark.newest)
        #expect(news.rows.map(\.id.low) == [3, 2])
        var filter = bench.last(24)
        filter.model.include = ["gpt-4o"]
        #expect(try await store.arrivals(filter, after: mark.newest).rows.map(\.id.low) == [2])
        #expect(try await store.arrivals(filter, after: news.newest).rows.isEmpty)
    }
}

extension QueryTests {
    @Test func `the same error is counted here and elsewhere`() async throws {
        let bench = Bench()
        let store = try bench.open()
        var spans = (1...5 as ClosedRange<UInt64>).map { SpanRecord.call(($0 + 1) / 2, $0, at: at + Int64($0), error: "rate_limited") }
        for i in spans.indices { spans[i].statusMessage = i == 4 ? "no route" : "limit of \(i) reached" }
        try await store.append(Load(spans: spans + [.call(9, 9, at: at)]))
        let range = bench.last(1).range
        let same = try #require(await store.sameError(as: spans[0].address, in: range))
        #expect(same.count == 4)
        #expect(same.elsewhere == 2)
        #expect((same.firstSeen, same.lastSeen) == (at + 1, at + 4))
        let group = try await store.errors(bench.last(1), limit: 5).requests[0]
        #expect(same.group == group.id)
        let before = try #require(await store.sameError(as: spans[0].address, in: TimeRange(from: 0, to: at)))
        #expect((before.count, before.elsewhere, before.firstSeen) == (0, 0, nil))
        #expect(try await store.sameError(as: SpanRecord.call(9, 9, at: at).address, in: range) == nil)
    }

    @Test func `the growth of a conversation is told whole, by the largest of each part`() async throws {
        let bench = Bench()
        let store = try bench.open()
        let day = 24 * Bench.hour
        let spans = (1...1_000 as ClosedRange<UInt64>).map { i -> SpanRecord in
            var call = SpanRecord.call(i / 2, i, at: at - 2 * day + Int64(i) * 120 * Bench.second, conversation: "c")
            call.input = Int64(i == 500 ? 9_999 : i)
            return call
        }
        try await store.append(Load(spans: spans.shuffled() + [.call(2_000, 1, at: at)]))
        let id = ConversationID(environment: "prod", key: "c")
        let growth = try #require(await store.inputGrowth(id, points: 100))
        #expect(growth.requests == 1_000)
        #expect(!growth.isCut)
        #expect(growth.points.count == 100)
        #expect(growth.points.map(\.request) == (1...100).map { $0 == 50 ? 500 : $0 * 10 })
        #expect(growth.points[49].input == 9_999)
        #expect(growth.points[49].span == spans[499].address)
        #expect(try await store.inputGrowth(id, points: 1_000).map(\.points.count) == 1_000)
        #expect(try await store.inputGrowth(ConversationID(environment: "dev", key: "c"), points: 9) == nil)
    }
}
