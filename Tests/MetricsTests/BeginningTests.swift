import Testing
import Wire

@testable import Metrics

/// A counter's first value is a gain since zero; databases that compare samples must be told the zero.
@Suite struct BeginningTests {
    private let second: UInt64 = 1_000_000_000

    private func store(began: UInt64 = 100) -> PrometheusStore { PrometheusStore(began: began * second) }

    private func sum(start: UInt64, time: UInt64, _ value: Double, isDelta: Bool = false) -> [UInt8] {
        Handmade.request { writer in
            writer.field(2) { metric in
                metric.field(1, string: "calls")
                metric.field(7) { data in
                    data.field(2, varint: isDelta ? 1 : 2)
                    data.field(3, bool: true)
                    data.field(1) { point in
                        point.field(2, fixed64: start * second)
                        point.field(3, fixed64: time * second)
                        point.field(4, double: value)
                    }
                }
            }
        }
    }

    private func value(_ store: PrometheusStore, _ format: ExpositionFormat = .openMetrics) -> Substring? {
        store.text(format).split(separator: "\n").first { $0.hasPrefix("calls_total") }?.split(separator: " ").last
    }

    @Test func `a scraper sees a new series begin at zero, once`() throws {
        let store = store()
        try store.take(sum(start: 110, time: 115, 3))
        #expect(value(store) == "0")
        #expect(value(store) == "3")
        try store.take(sum(start: 110, time: 130, 4))
        #expect(value(store) == "4")
    }

    @Test func `a person who looks sees what is there and takes nothing away`() throws {
        let store = store()
        try store.take(sum(start: 110, time: 115, 3))
        #expect(value(store, .text) == "3")
        #expect(value(store) == "0")
    }

    @Test func `what an earlier process may have told does not begin again`() throws {
        let store = store()
        try store.take(sum(start: 90, time: 115, 3))
        #expect(value(store) == "3")
    }

    @Test func `what may have been here and expired does not begin again`() throws {
        let store = store()
        try store.take(sum(start: 110, time: 500, 3))
        #expect(value(store) == "3")
    }

    @Test func `totals that are made of delta points begin here`() throws {
        let store = store()
        try store.take(sum(start: 90, time: 115, 3, isDelta: true))
        #expect(value(store) == "0")
        try store.take(sum(start: 115, time: 130, 4, isDelta: true))
        #expect(value(store) == "7")
    }

    @Test func `a histogram begins with empty buckets`() throws {
        var table = Sample.table()
        Sample.measure(&table, model: "x", seconds: 0.015)
        var cumulative = Sample.cumulative()
        cumulative.merge(&table, now: 2 * second)
        let store = PrometheusStore()
        try store.take(Sample.request(cumulative, time: 2 * second))
        let lines = store.text(.openMetrics).split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(lines.count == 20)
        #expect(lines.allSatisfy { $0.hasSuffix(" 0") || $0.hasPrefix("target_info") })
        #expect(store.text(.openMetrics).contains(#"model="x",otel_scope_name="weir",otel_scope_version="1",le="+Inf"} 1"#))
    }

    @Test func `remote write writes the zero where the counting began, before the first value`() throws {
        func samples(_ buffer: RemoteWriteBuffer, _ request: [UInt8], now: UInt64) throws -> [(time: UInt64, value: Double)] {
            let made = request.withUnsafeBytes { bytes in
                Result { try buffer.requests(for: Text(bytes), now: now, time: now * second) }
            }
            return try made.get().flatMap(WrittenSamples.read)
        }
        let buffer = RemoteWriteBuffer(limits: .init(), external: [], samplesPerRequest: 100, began: 100 * second)
        let first = try samples(buffer, sum(start: 110, time: 115, 3), now: 1)
        #expect(first.map(\.time) == [110_000, 115_000])
        #expect(first.map(\.value) == [0, 3])
        #expect(try samples(buffer, sum(start: 110, time: 130, 4), now: 2).map(\.value) == [4])
        let delta = RemoteWriteBuffer(limits: .init(), external: [], samplesPerRequest: 100, began: 100 * second)
        #expect(try samples(delta, sum(start: 90, time: 115, 3, isDelta: true), now: 1).map(\.time) == [100_000, 115_000])
    }
}

/// The samples of a write request, whatever their series.
enum WrittenSamples {
    static func read(_ request: [UInt8]) throws -> [(time: UInt64, value: Double)] {
        var found: [(time: UInt64, value: Double)] = []
        try request.withUnsafeBytes { bytes in
            var reader = WireReader(bytes)
            while !reader.isAtEnd {
                let tag = try reader.varint()
                guard tag == 1 << 3 | WireType.bytes else {
                    try reader.skip(tag)
                    continue
                }
                var series = try reader.message()
                while !series.isAtEnd {
                    let field = try series.varint()
                    var message = try series.message()
                    guard field == 2 << 3 | WireType.bytes else { continue }
                    var sample = (time: UInt64(0), value: 0.0)
                    while !message.isAtEnd {
                        if try message.varint() == 1 << 3 | WireType.fixed64 {
                            sample.value = Double(bitPattern: try message.fixed64())
                        } else {
                            sample.time = try message.varint()
                        }
                    }
                    found.append(sample)
                }
            }
        }
        return found
    }
}
