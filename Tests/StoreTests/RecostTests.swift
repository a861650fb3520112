import GRDB
import Testing

@testable import Store

struct RecostTests {
    /// Every call of a model costs the same; blocks are not looked at.
    private struct Flat: CostReader {
        var nano: Int64?

        func costs(_ block: [UInt8], at places: [Int]) -> [CallCost?] {
            places.map { _ in nano.map { CallCost(nano: $0, inputNano: $0 / 3, outputNano: $0 / 2, price: "p/m@2") } }
        }

        /// As if it had been so when the call came.
        static func price(_ span: inout SpanRecord, _ nano: Int64) {
            (span.costNano, span.costInputNano, span.costOutputNano, span.price) = (nano, nano / 3, nano / 2, "p/m@2")
        }
    }

    private func filled(_ bench: Bench) async throws -> Store {
        let store = try bench.open()
        for load in OldTraffic.loads { try await store.append(load) }
        return store
    }

    private func everything(_ bench: Bench) -> RecostQuestion { RecostQuestion(range: bench.last(80).range) }

    /// What the files would say, had the calls had these costs when they came.
    private func expect(_ store: Store, _ bench: Bench, asIf change: (inout SpanRecord) -> Void) async throws {
        let other = Bench()
        let fresh = try other.open()
        for load in OldTraffic.loads {
            var load = load
            for i in load.spans.indices { change(&load.spans[i]) }
            try await fresh.append(load)
        }
        for model in ["", "m4"] {
            for service in ["", "app1"] {
                var filter = bench.last(80)
                if !model.isEmpty { filter.model.include = [model] }
                if !service.isEmpty { filter.service.include = [service] }
                let (was, isNow) = try await (store.overview(filter, comparing: false), fresh.overview(filter, comparing: false))
                #expect(was.figures == isNow.figures)
                #expect(was.topModels == isNow.topModels)
                let parts = SeriesQuestion(.costByType, filter)
                #expect(try await store.timeSeries(parts) == fresh.timeSeries(parts))
                let byCost = PageRequest(sort: ConversationSort.cost, limit: 100)
                #expect(try await store.conversations(filter, byCost).rows == fresh.conversations(filter, byCost).rows)
                let byStart = PageRequest(sort: TraceSort.start, limit: 400)
                #expect(try await store.traces(filter, byStart).rows == fresh.traces(filter, byStart).rows)
            }
        }
    }

    @Test func `calls that had no price get one, and all figures are as if they had had it at once`() async throws {
        let bench = Bench()
        let store = try await filled(bench)
        var question = everything(bench)
        question.unpricedOnly = true
        question.model.include = ["m4"]
        let report = try await store.recost(question, Flat(nano: 77))
        #expect(report.changed > 0)
        #expect(report.newlyPriced == report.changed)
        #expect(report.differenceNano == 77 * report.changed)
        #expect(report.next == nil)
        try await expect(store, bench) { span in
            if span.series.model == "m4", span.series.isCall, span.costNano == nil { Flat.price(&span, 77) }
        }
        #expect(try await store.recost(question, Flat(nano: 77)).calls == 0)
    }

    @Test func `costs of a period change, reported ones stay, and the second time nothing does`() async throws {
        let bench = Bench()
        let store = try await filled(bench)
        var reported = SpanRecord.call(999, 1, at: Bench.noon - 1, cost: 5)
        reported.costSource = "reported"
        try await store.append(Load(spans: [reported], blocks: [[]]))
        var question = everything(bench)
        question.range.from = Bench.noon - 30 * Bench.hour
        let version = store.version
        let report = try await store.recost(question, Flat(nano: 2_000_000))
        #expect(report.changed > 0)
        #expect(report.changed > report.newlyPriced)
        #expect(store.version > version)
        let shown = try #require(await store.trace(reported.address.trace))
        #expect(shown.row.costNano == 5)
        let again = try await store.recost(question, Flat(nano: 2_000_000))
        #expect(again.calls == report.calls)
        #expect(again.changed == 0)
        #expect(again.differenceNano == 0)
        let figures = try await store.overview(bench.last(30), comparing: false).figures
        #expect(figures.cost.totalNano == 5 + 2_000_000 * (figures.cost.pricedRequests - 1))
        #expect(figures.cost.failedWithoutUsage == 0)
        let spans = try await store.trace(OldTraffic.loads[11].spans[5].address.trace)?.spans ?? []
        #expect(spans.compactMap(\.price).allSatisfy { $0 == "p/m@2" })
    }

    @Test func `what no table prices stays as it was`() async throws {
        let bench = Bench()
        let store = try await filled(bench)
        let report = try await store.recost(everything(bench), Flat(nano: nil))
        #expect(report.calls == 560)
        #expect(report.changed == 0)
        try await expect(store, bench) { _ in }
    }

    @Test func `where there is no time it goes on where it ended`() async throws {
        let bench = Bench()
        let store = try await filled(bench)
        var question = everything(bench)
        var sum = RecostReport()
        repeat {
            let part = try await store.recost(question, Flat(nano: 9), within: .zero, portion: 50)
            sum.add(part)
            question.after = part.next.flatMap { RecostPlace(token: $0.token) }
        } while question.after != nil
        #expect(sum.calls == 560)
        try await expect(store, bench) { span in
            guard span.series.isCall else { return }
            Flat.price(&span, 9)
        }
    }

    @Test(arguments: [false, true]) func `after a crash a portion counts wholly or not at all`(isCounted: Bool) async throws {
        let bench = Bench()
        do {
            let store = try await filled(bench)
            let day = Tier.day.bucket(Bench.noon)
            let file = try #require(try store.files.file(day))
            // As a crash would leave it: noted, and counted or not.
            try await file.write { db in
                let rows = try Row.fetchAll(db, sql: "SELECT trace, span FROM span WHERE cost IS NOT NULL LIMIT 3")
                try RecostJournal.note(
                    rows.map { .init(trace: $0[0], span: $0[1], cost: 123, input: 100, output: 20, price: nil, more: "ccomputed") },
                    portion: 1, db)
            }
            if isCounted { try await store.main.write { try $0.execute(sql: "UPDATE day SET recost=1 WHERE day=?", arguments: [day]) } }
            store.close()
        }
        let store = try bench.open()
        let file = try #require(try store.files.file(Tier.day.bucket(Bench.noon)))
        let (changed, noted) = try await file.read { db in
            (
                try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM span WHERE cost=123") ?? -1,
                try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM recost") ?? -1
            )
        }
        #expect(changed == (isCounted ? 3 : 0))
        #expect(noted == 0)
    }
}
