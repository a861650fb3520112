import Testing

@testable import Metrics

@Suite struct BoundsTests {
    @Test func `the bucket sets are those of the semantic conventions`() {
        #expect(
            Bounds.operation.values == [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92])
        #expect(
            Bounds.tokens.values == [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1_048_576, 4_194_304, 16_777_216, 67_108_864])
        #expect(Bounds.agent.values == [0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 12.8, 25.6, 51.2, 102.4, 204.8, 409.6])
        #expect(Bounds.workflow.values.count == 11)
    }

    @Test(arguments: [(0, 0), (0.01, 0), (0.0100001, 1), (81.92, 13), (1000, 14)])
    func `a bound belongs to the bucket below it`(value: Double, bucket: Int) {
        var table = Sample.table()
        Sample.measure(&table, model: "x", seconds: value)
        var cumulative = Sample.cumulative()
        cumulative.merge(&table, now: 2)
        let point = Readings.of(Sample.request(cumulative, time: 2))["call.duration"][#"model="x""#]
        #expect(point?.bucketCounts.firstIndex(of: 1) == bucket)
        #expect(point?.bounds == Bounds.operation.values)
    }

    @Test(arguments: [
        Bounds.operation.values, Bounds.tokens.values, Bounds.agent.values, Bounds.workflow.values, [1, 1.1, 1.2, 1.3, 8, 1e300],
        [-5, 0, 3, 3.5, 100],
    ])
    func `the short way to a bucket leads where counting does`(values: [Double]) throws {
        let bounds = try #require(Bounds(values))
        let layout = Layout([MetricKind("m", unit: "", help: "", .histogram(bounds))])
        var candidates = values.flatMap { [$0, $0.nextUp, $0.nextDown, $0 * 3, $0 / 3] }
        candidates += [0, 5e-300, 1e308, .greatestFiniteMagnitude, 0.5, 2, 77]
        for value in candidates where value >= 0 {
            #expect(layout.bucket(of: value, layout.instruments[0]) == values.filter { value > $0 }.count, "\(value)")
        }
    }

    @Test func `bounds must be finite and ascend`() {
        #expect(Bounds([1, 2, 3]) != nil)
        #expect(Bounds([1, 1]) == nil)
        #expect(Bounds([2, 1]) == nil)
        #expect(Bounds([1, .infinity]) == nil)
        #expect(Bounds([.nan]) == nil)
    }
}
