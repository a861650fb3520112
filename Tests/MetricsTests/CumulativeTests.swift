import Testing
import Wire

@testable import Metrics

@Suite struct CumulativeTests {
    private let second = Sample.second

    @Test func `shards add up`() {
        var a = Sample.table()
        var b = Sample.table()
        for _ in 0..<3 { Sample.measure(&a, model: "x", seconds: 0.015) }
        for _ in 0..<2 { Sample.measure(&b, model: "x", seconds: 100) }
        Sample.measure(&b, model: "y", error: "timeout")
        var cumulative = Sample.cumulative()
        cumulative.merge(&a, now: 2 * second)
        cumulative.merge(&b, now: 2 * second)
        let readings = Readings.of(Sample.request(cumulative, time: 2 * second))
        let duration = readings["call.duration"][#"model="x""#]
        #expect(duration?.count == 5)
        #expect(duration?.bucketCounts[1] == 3)
        #expect(duration?.bucketCounts[14] == 2)
        #expect(abs((duration?.number ?? 0) - 200.045) < 1e-9)
        #expect(readings["call.tokens"][#"model="x",type="input""#]?.number == 50)
        #expect(readings["call.tokens"][#"error_type="timeout",model="y",type="output""#]?.number == 5)
        #expect(readings["call.cost"][#"model="x""#]?.number == 2.5)
    }

    @Test func `a series that a known label set gets later begins later`() {
        var table = Sample.table()
        let record = Sample.withLabels("x") { table.insert($0, hash: table.hash($0)) }
        func measure(_ instrument: Int) {
            table.measure(record) { numbers, base in
                Sample.layout.instruments[instrument].add(count: 1, &numbers, base)
                return Sample.layout.instruments[instrument].bit
            }
        }
        var cumulative = Sample.cumulative()
        measure(1)
        cumulative.merge(&table, now: 2 * second)
        cumulative.finishInterval(now: 2 * second)
        measure(1)
        measure(2)
        cumulative.merge(&table, now: 3 * second)
        let tokens = Readings.of(Sample.request(cumulative, time: 3 * second))["call.tokens"]
        #expect(tokens[#"model="x",type="input""#]?.start == second)
        #expect(tokens[#"model="x",type="output""#]?.start == 2 * second)
    }

    @Test func `a merged shard is empty and its label sets stay known`() {
        var table = Sample.table()
        Sample.measure(&table, model: "x")
        var cumulative = Sample.cumulative()
        for _ in 0..<3 { cumulative.merge(&table, now: 2 * second) }
        #expect(table.count == 2)
        #expect(Readings.of(Sample.request(cumulative, time: 2 * second))["call.cost"][#"model="x""#]?.number == 0.5)
    }

    @Test func `a shard forgets label sets that nobody measures`() {
        var table = Sample.table()
        Sample.measure(&table, model: "x")
        var cumulative = Sample.cumulative()
        for i in 0..<30 {
            Sample.measure(&table, model: "steady")
            cumulative.merge(&table, now: UInt64(i) * second)
        }
        #expect(table.count == 2)
        #expect(cumulative.seriesCount == 3)
    }

    @Test func `beyond the limit everything goes to the overflow series and known series stay exact`() {
        var cumulative = Sample.cumulative(limit: 10)
        var table = Sample.table()
        for _ in 0..<4 { Sample.measure(&table, model: "known") }
        cumulative.merge(&table, now: 2 * second)
        for i in 0..<1000 { Sample.measure(&table, model: "attack-\(i)") }
        Sample.measure(&table, model: "known")
        cumulative.merge(&table, now: 3 * second)
        let readings = Readings.of(Sample.request(cumulative, time: 3 * second))
        #expect(readings["call.duration"].count == 10)
        #expect(readings["call.tokens"].count == 10)
        #expect(readings["call.cost"].count == 10)
        #expect(readings["call.duration"][#"model="known""#]?.count == 5)
        let calls = readings["call.duration"].values.reduce(0) { $0 + $1.count }
        #expect(calls == 1005)
        let cost = readings["call.cost"].values.reduce(0) { $0 + $1.number }
        #expect(cost == 1005 * 0.5)
        #expect(readings["call.tokens"][#"otel_metric_overflow="true",type="input""#]?.number == 10 * Double(1000 - 3))
        #expect(cumulative.overflowed == [992, 997, 992])
        #expect(table.count <= 11, "label sets without a place here are forgotten there")
    }

    @Test func `what a full shard counted as overflow arrives as overflow`() {
        var table = Sample.table()
        Sample.measure(&table, record: SeriesTable.overflow)
        var cumulative = Sample.cumulative()
        cumulative.merge(&table, now: 2 * second)
        #expect(Readings.of(Sample.request(cumulative, time: 2 * second))["call.duration"][#"otel_metric_overflow="true""#]?.count == 1)
        #expect(cumulative.overflowed == [1, 1, 1])
    }

    @Test func `series expire, make room, and begin anew with a later start`() {
        var cumulative = Sample.cumulative(limit: 3, expireAfter: 10 * second)
        var table = Sample.table()
        Sample.measure(&table, model: "old", cost: 9)
        cumulative.merge(&table, now: 2 * second)
        cumulative.finishInterval(now: 2 * second)
        Sample.measure(&table, model: "young")
        cumulative.merge(&table, now: 8 * second)
        cumulative.finishInterval(now: 8 * second)
        #expect(cumulative.seriesCount == 3)
        cumulative.finishInterval(now: 13 * second)
        #expect(cumulative.seriesCount == 2)
        Sample.measure(&table, model: "old", cost: 1)
        cumulative.merge(&table, now: 14 * second)
        let cost = Readings.of(Sample.request(cumulative, time: 14 * second))["call.cost"]
        #expect(cost[#"model="old""#]?.number == 1)
        #expect(cost[#"model="old""#]?.start == 13 * second)
        #expect(cost[#"model="young""#]?.start == 2 * second)
    }

    @Test func `cumulative points keep their start and never fall`() {
        var cumulative = Sample.cumulative()
        var table = Sample.table()
        var last = 0.0
        for i in 2..<20 {
            if i % 3 != 0 { Sample.measure(&table, model: "x") }
            cumulative.merge(&table, now: UInt64(i) * second)
            let point = Readings.of(Sample.request(cumulative, time: UInt64(i) * second))["call.cost"][#"model="x""#]
            #expect(point?.start == second)
            #expect(point?.number ?? -1 >= last)
            last = point?.number ?? 0
            cumulative.finishInterval(now: UInt64(i) * second)
        }
    }

    @Test func `delta points hold one interval, and silent series say nothing`() {
        var cumulative = Sample.cumulative(.delta)
        var table = Sample.table()
        Sample.measure(&table, model: "x")
        Sample.measure(&table, model: "x")
        cumulative.merge(&table, now: 2 * second)
        let first = Readings.of(Sample.request(cumulative, time: 2 * second))
        #expect(first["call.cost"][#"model="x""#]?.number == 1)
        #expect(first["call.cost"][#"model="x""#]?.start == second)
        let allDelta = first.points.allSatisfy { $0.metric.isDelta }
        #expect(allDelta)
        cumulative.finishInterval(now: 2 * second)
        cumulative.merge(&table, now: 3 * second)
        #expect(Readings.of(Sample.request(cumulative, time: 3 * second)).points.isEmpty)
        cumulative.finishInterval(now: 3 * second)
        Sample.measure(&table, model: "x")
        cumulative.merge(&table, now: 4 * second)
        let third = Readings.of(Sample.request(cumulative, time: 4 * second))
        #expect(third["call.duration"][#"model="x""#]?.count == 1)
        #expect(third["call.duration"][#"model="x""#]?.start == 3 * second)
    }

    @Test func `exemplars name the span, one for each bucket`() {
        var table = Sample.table()
        let trace: [UInt8] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]
        let exemplar = trace.withUnsafeBytes { Exemplar(value: 0.1, time: 77, trace: Text($0), span: Text($0).prefix(8)) }
        Sample.measure(&table, model: "x", exemplar: exemplar)
        Sample.measure(&table, model: "x")
        var cumulative = Sample.cumulative()
        cumulative.merge(&table, now: 2 * second)
        let point = Readings.of(Sample.request(cumulative, time: 2 * second))["call.duration"][#"model="x""#]
        #expect(point?.exemplars == [exemplar])
        #expect(point?.exemplars.first?.trace.0 == 0x0001_0203_0405_0607)
        cumulative.finishInterval(now: 2 * second)
        #expect(Readings.of(Sample.request(cumulative, time: 2 * second))["call.duration"][#"model="x""#]?.exemplars == [])
    }

    @Test func `exponential histograms leave as OTLP has them`() {
        let layout = Layout([MetricKind("d", unit: "s", help: "", .exponential, exemplars: true)])
        var table = SeriesTable(layout: layout, dimensions: 0, seed: 1)
        let record = table.insert(LabelSet(dimensions: 0), hash: 5)
        for value in [0, 1, 1.001, 2, 4.0] {
            table.measure(record) { _, _ in layout.instruments[0].bit }
            table.recordExponential(record, layout.instruments[0], value)
        }
        var cumulative = Cumulative(
            layout: layout, dimensionKeys: [], seed: 1, limit: 10, expireAfter: 1, temporality: .cumulative, now: 1)
        cumulative.merge(&table, now: 2)
        let point = Readings.of(Sample.request(cumulative, time: 3)).points.first
        #expect(point?.metric.form == .exponential)
        #expect(point?.point.count == 5)
        #expect(point?.point.zeroCount == 1)
        #expect(point?.point.number == 8.001)
        #expect(point?.point.positive.counts.reduce(0, +) == 4)
        let expected = ExponentialBuckets.index(of: 1, scale: point?.point.scale ?? 0)
        #expect(point?.point.positive.offset == expected)
    }
}
