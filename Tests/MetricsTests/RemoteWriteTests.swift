import Testing
import Wire

@testable import Metrics

@Suite struct RemoteWriteTests {
    private struct Series: Equatable {
        var labels: [String] = []
        var value = 0.0
        var time: Int64 = 0
        var isEnd = false
    }

    /// The series of write requests, read field by field.
    private func read(_ requests: [[UInt8]]) throws -> [Series] {
        var found: [Series] = []
        for request in requests {
            try request.withUnsafeBytes { bytes in
                var reader = WireReader(bytes)
                while !reader.isAtEnd {
                    let tag = try reader.varint()
                    guard tag == 1 << 3 | WireType.bytes else {
                        try reader.skip(tag)
                        continue
                    }
                    found.append(try series(try reader.message()))
                }
            }
        }
        return found
    }

    private func series(_ content: WireReader) throws -> Series {
        var series = Series()
        var reader = content
        while !reader.isAtEnd {
            let tag = try reader.varint()
            var message = try reader.message()
            var texts: [String] = []
            while !message.isAtEnd {
                let field = try message.varint()
                switch field {
                case 1 << 3 | WireType.fixed64:
                    let bits = try message.fixed64()
                    series.value = Double(bitPattern: bits)
                    series.isEnd = bits == 0x7FF0_0000_0000_0002
                case 2 << 3 | WireType.varint: series.time = Int64(bitPattern: try message.varint())
                default: texts.append(String(try message.text()))
                }
            }
            if tag >> 3 == 1 { series.labels.append(texts.joined(separator: "=")) }
        }
        return series
    }

    private func buffer(external: [(name: String, value: String)] = [], samples: Int = 1000) -> RemoteWriteBuffer {
        var limits = PrometheusStore.Limits()
        limits.expireAfter = 100
        return RemoteWriteBuffer(limits: limits, external: external, samplesPerRequest: samples)
    }

    private func requests(_ buffer: RemoteWriteBuffer, _ request: [UInt8], now: UInt64) throws -> [[UInt8]] {
        let result = request.withUnsafeBytes { bytes in
            Result { try buffer.requests(for: Text(bytes), now: now, time: 9_000_000) }
        }
        return try result.get()
    }

    @Test func `labels are sorted and translated, external ones added`() throws {
        let request = Handmade.request(resource: [("service.name", "shop")]) {
            Handmade.sum("calls", time: 5_000_000, [([("Zone", "a\"b\\c\n"), ("error.type", "x")], 7)], &$0)
        }
        let series = try read(try requests(buffer(external: [("cluster", "c1"), ("job", "never")]), request, now: 1))
        #expect(
            series == [
                Series(
                    labels: [
                        "Zone=a\"b\\c\n", "__name__=calls_total", "cluster=c1", "error_type=x", "job=shop", "otel_scope_name=app",
                    ], value: 7, time: 5)
            ])
    }

    @Test func `a histogram is its buckets, sum and count`() throws {
        var table = Sample.table()
        Sample.measure(&table, model: "x", seconds: 0.015)
        var cumulative = Sample.cumulative()
        cumulative.merge(&table, now: 2)
        let series = try read(try requests(buffer(), Sample.request(cumulative, time: 2_000_000), now: 1))
        let buckets = series.filter { $0.labels.contains("__name__=call_duration_seconds_bucket") }
        #expect(buckets.map(\.value) == [0] + Array(repeating: 1, count: 14))
        #expect(buckets.last?.labels.contains("le=+Inf") == true)
        #expect(series.contains { $0.labels.contains("__name__=call_duration_seconds_sum") && $0.value == 0.015 })
        #expect(series.allSatisfy { $0.labels.contains("job=weir") && $0.time == 2 })
        #expect(series.count == 17 + 3)
    }

    @Test func `only what a request renews is written, and delta adds up`() throws {
        let buffer = buffer()
        func delta(_ name: String, _ time: UInt64) -> [UInt8] {
            Handmade.request { Handmade.sum(name, delta: true, time: time, [([], 2)], &$0) }
        }
        #expect(try read(try requests(buffer, delta("a", 10), now: 1)).map(\.value) == [2])
        #expect(try read(try requests(buffer, delta("b", 10), now: 2)).map(\.value) == [2])
        #expect(try read(try requests(buffer, delta("a", 20), now: 3)).map(\.value) == [4])
    }

    @Test func `series that end are marked, once`() throws {
        let buffer = buffer()
        func request(_ name: String, _ time: UInt64, flags: UInt64 = 0) -> [UInt8] {
            Handmade.request { Handmade.sum(name, time: time, flags: flags, [([], 2)], &$0) }
        }
        _ = try requests(buffer, request("silent", 10), now: 1)
        _ = try requests(buffer, request("ended", 10), now: 50)
        let ended = try read(try requests(buffer, request("ended", 20, flags: 1), now: 60))
        #expect(ended.map(\.isEnd) == [true])
        #expect(ended.first?.labels.contains("__name__=ended_total") == true)
        let expired = try read(try requests(buffer, request("other", 10), now: 150))
        #expect(expired.map(\.isEnd) == [false, true])
        #expect(expired.last?.labels.contains("__name__=silent_total") == true)
        #expect(expired.last?.time == 9)
        #expect(try read(try requests(buffer, request("other", 20), now: 151)).count == 1)
    }

    @Test func `large requests are cut`() throws {
        let request = Handmade.request { writer in
            Handmade.sum("c", (0..<25).map { ([("k", "\($0)")], 1) }, &writer)
        }
        let parts = try requests(buffer(samples: 10), request, now: 1)
        #expect(parts.count == 3)
        #expect(try read(parts).count == 25)
    }
}
