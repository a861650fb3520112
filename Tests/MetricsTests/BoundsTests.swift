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

    @Test func `bounds must be finite and ascend`() {
        #expect(Bounds([1, 2, 3]) != nil)
        #expect(Bounds([1, 1]) == nil)
        #expect(Bounds([2, 1]) == nil)
        #expect(Bounds([1, .infinity]) == nil)
        #expect(Bounds([.nan]) == nil)
    }
}
