import Testing
import Wire

@testable import Metrics

@Suite struct OTLPBytesTests {
    @Test func `a counter's bytes are those of the contract`() {
        let layout = Layout([MetricKind("n", unit: "u", help: "h", .count)])
        var table = SeriesTable(layout: layout, dimensions: 1, seed: 1)
        let record = Sample.withText("v") { value in
            var set = LabelSet(dimensions: 1)
            set[0] = value
            return table.insert(set, hash: table.hash(set))
        }
        table.measure(record) { numbers, base in
            layout.instruments[0].add(count: 3, &numbers, base)
            return 1
        }
        var cumulative = Cumulative(
            layout: layout, dimensionKeys: ["k"], seed: 1, limit: 10, expireAfter: 1, temporality: .cumulative, now: 1)
        cumulative.merge(&table, now: 2)
        let request = Sample.request(cumulative, time: 2)
        let attribute: [UInt8] = [0x0A, 1, 0x6B, 0x12, 3, 0x0A, 1, 0x76]
        var point: [UInt8] = [0x11, 1, 0, 0, 0, 0, 0, 0, 0, 0x19, 2, 0, 0, 0, 0, 0, 0, 0, 0x31, 3, 0, 0, 0, 0, 0, 0, 0]
        point += [0x3A, UInt8(attribute.count)] + attribute
        let data: [UInt8] = [0x0A, UInt8(point.count)] + point + [0x10, 2, 0x18, 1]
        let metric: [UInt8] = [0x0A, 1, 0x6E, 0x12, 1, 0x68, 0x1A, 1, 0x75, 0x3A, UInt8(data.count)] + data
        let scope: [UInt8] = [0x0A, 9, 0x0A, 4, 0x77, 0x65, 0x69, 0x72, 0x12, 1, 0x31, 0x12, UInt8(metric.count)] + metric
        #expect(Array(request.suffix(scope.count)) == scope)
    }

    @Test func `a request cut anywhere is refused or read, never a trap`() {
        var table = Sample.table()
        for i in 0..<5 { Sample.measure(&table, model: "m\(i)") }
        var cumulative = Sample.cumulative()
        cumulative.merge(&table, now: 2)
        let request = Sample.request(cumulative, time: 2)
        #expect(Readings.of(request).points.count == 20)
        for length in 0..<request.count { _ = Readings.of(Array(request.prefix(length))) }
        for place in request.indices {
            var broken = request
            broken[place] ^= 0xFF
            _ = Readings.of(broken)
        }
        let failure = Array(request.dropLast()).withUnsafeBytes { MetricsReader.read(Text($0), Readings()) }
        #expect(failure?.reason == .truncated)
    }
}
