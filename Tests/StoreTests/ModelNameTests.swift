import GRDB
import Testing

@testable import Store

/// Models go by the names of the price table, or by those that calls report (view.md 3.2, "model").
struct ModelNameTests {
    private func call(_ trace: UInt64, _ model: String, price: String?, provider: String = "openai") -> SpanRecord {
        var span = SpanRecord.call(trace, 1, at: Bench.noon - Bench.second * Int64(trace), model: model)
        span.series.provider = provider
        span.price = price
        return span
    }

    private var traffic: [SpanRecord] {
        [
            call(1, "gpt-4o", price: "openai/gpt-4o"), call(2, "gpt-4o-2024-11-20", price: "openai/gpt-4o"),
            call(3, "gpt-4o-2024-11-20", price: "openai/gpt-4o"), call(4, "gpt-4o", price: "azure/gpt-4o", provider: "azure.ai.openai"),
            call(5, "my-model", price: nil), call(6, "ft:x", price: "openai/any:ft:"),
        ]
    }

    private func store(_ bench: Bench) async throws -> Store {
        let store = try bench.open()
        try await store.append(Load(spans: traffic, blocks: [[]]))
        return store
    }

    @Test func `one row for all names of a model, and which they were`() async throws {
        let bench = Bench()
        let rows = try await store(bench).models(bench.last(1))
        #expect(rows.map(\.model) == ["gpt-4o", "ft:x", "my-model"])
        #expect(rows.map(\.requests) == [4, 1, 1])
        #expect(rows[0].providers == ["openai", "azure.ai.openai"])
        #expect(rows[0].reported.map(\.model) == ["gpt-4o-2024-11-20", "gpt-4o", "gpt-4o"])
        #expect(rows[0].latency.n == 4)
    }

    @Test func `as reported each name is a row of its own`() async throws {
        let bench = Bench()
        var filter = bench.last(1)
        filter.naming = .reported
        let store = try await store(bench)
        #expect(try await store.models(filter).map(\.model) == ["gpt-4o", "gpt-4o-2024-11-20", "ft:x", "my-model"])
        let lines = try await store.timeSeries(SeriesQuestion(.requests, filter, by: .model)).lines
        #expect(Set(lines.map(\.label)) == ["gpt-4o", "gpt-4o-2024-11-20", "ft:x", "my-model"])
    }

    @Test(arguments: [("gpt-4o", Int64(4)), ("gpt-4o-2024-11-20", 2), ("my-model", 1)])
    func `a filter finds a model by either name`(name: String, requests: Int64) async throws {
        let bench = Bench()
        let store = try await store(bench)
        var filter = bench.last(1)
        filter.model.include = [name]
        #expect(try await store.overview(filter, comparing: false).figures.spans.requests == requests)
        (filter.model.include, filter.model.exclude) = ([], [name])
        #expect(try await store.overview(filter, comparing: false).figures.spans.requests == 6 - requests)
    }

    @Test func `names outlive a restart, and a newer price renames`() async throws {
        let bench = Bench()
        try await store(bench).close()
        let store = try bench.open()
        #expect(try await store.models(bench.last(1)).first?.model == "gpt-4o")
        try await store.append(Load(spans: [call(7, "my-model", price: "shop/mine")], blocks: [[]]))
        #expect(try await store.models(bench.last(1)).map(\.model).contains("mine"))
    }

    @Test func `a store of version 2 learns the names from what it has`() async throws {
        let bench = Bench()
        let store = try await store(bench)
        try await store.main.write { db in
            for tier in Tier.allCases {
                for column in ["costInput", "costOutput"] { try db.execute(sql: "ALTER TABLE \(tier.rolls) DROP COLUMN \(column)") }
            }
            try db.execute(sql: "DROP TABLE model_name; ALTER TABLE conversation DROP COLUMN ended; PRAGMA user_version = 2")
        }
        store.close()
        #expect(try await bench.open().models(bench.last(1)).map(\.model) == ["gpt-4o", "ft:x", "my-model"])
    }

    @Test func `the parts of costs add up to the cost, fees and what nobody took apart among them`() async throws {
        let bench = Bench()
        let store = try bench.open()
        var split = call(1, "m", price: "p/m")
        (split.costNano, split.costInputNano, split.costOutputNano) = (100, 30, 60)
        var whole = call(2, "m", price: nil)
        (whole.costNano, whole.costSource) = (1_000, "reported")
        try await store.append(Load(spans: [split, whole], blocks: [[]]))
        let series = try await store.timeSeries(SeriesQuestion(.costByType, bench.last(1)))
        let sums = series.lines.map { ($0.label, $0.values.reduce(Int64(0)) { $0 + ($1 ?? 0) }) }
        #expect(sums.map(\.0) == ["input", "output", "fees and reported"])
        #expect(sums.map(\.1) == [30, 60, 1_010])
    }
}
