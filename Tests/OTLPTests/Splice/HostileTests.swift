import Testing
import Wire

@testable import OTLP

/// Bodies that nobody's SDK sends: they cost bounded work and get an answer.
@Suite struct HostileTests {
    private static let keys = KeyTable(["k", "l"])

    private func scan(_ request: [UInt8], as signal: Signal = .traces) -> WireError? {
        let bench = Workbench(keys: Self.keys)
        return request.withUnsafeBytes { bytes in
            do { try bench.batch.scan(bytes, as: signal) } catch { return error as? WireError }
            return nil
        }
    }

    private func span(_ content: [UInt8]) -> [UInt8] {
        var sketch = Sketch(dice: Dice(seed: 0), isSloppy: false)
        let span = sketch.field(2, content)
        let scope = sketch.field(2, span)
        return sketch.field(1, scope)
    }

    private func pair(_ key: UInt8, _ value: UInt8) -> [UInt8] { [74, 7, 10, 1, key, 18, 2, 24, value] }

    @Test func `a span may have 100 000 attributes`() throws {
        let request = span((0..<100_000).flatMap { _ in pair(120, 1) } + pair(107, 5))
        let bench = Workbench(keys: Self.keys)
        let output = try request.withUnsafeBytes { bytes in
            try bench.batch.scan(bytes, as: .traces)
            bench.batch.select(0)
            let value = bench.batch.value(Slot(index: 0))
            #expect(value.int == 5)
            bench.batch.set(Slot(index: 1), .int(1))
            return try #require(bench.splice()).array
        }
        #expect(output == span((0..<100_000).flatMap { _ in pair(120, 1) } + pair(107, 5) + pair(108, 1)))
    }

    @Test func `two keys repeated 50 000 times in turn are replaced in reasonable time`() throws {
        let request = span((0..<50_000).flatMap { _ in pair(107, 1) + pair(108, 2) })
        let bench = Workbench(keys: Self.keys)
        let output = try request.withUnsafeBytes { bytes in
            try bench.batch.scan(bytes, as: .traces)
            bench.batch.select(0)
            bench.batch.set(Slot(index: 0), .int(3))
            bench.batch.drop(Slot(index: 1))
            return try #require(bench.splice()).array
        }
        #expect(output == span(pair(107, 3)))
    }

    @Test(arguments: [1, 63, 64, 65, 1000, 10_000, 100_000])
    func `a value may be nested as deep as it likes`(depth: Int) throws {
        var value: [UInt8] = [24, 1]
        // Written from the inside: array{element}, each two fields deep. Reversed appending keeps it linear.
        var reversed = Array(value.reversed())
        for _ in 0..<depth {
            reversed += Sketch.minimal(UInt64(reversed.count)).reversed() + [10]
            reversed += Sketch.minimal(UInt64(reversed.count)).reversed() + [42]
        }
        value = Array(reversed.reversed())
        var sketch = Sketch(dice: Dice(seed: 0), isSloppy: false)
        let content = [10, 1, 107] + sketch.field(2, value)
        let request = span(sketch.field(9, content))
        let bench = Workbench(keys: Self.keys)
        let output = try request.withUnsafeBytes { bytes in
            try bench.batch.scan(bytes, as: .traces)
            bench.batch.select(0)
            let value = bench.batch.value(Slot(index: 0))
            #expect(value.kind == .array)
            bench.batch.set(Slot(index: 1), value)
            bench.batch.drop(Slot(index: 0))
            return try #require(bench.splice()).array
        }
        let expected = [10, 1, 108] + sketch.field(2, value)
        #expect(output == span(sketch.field(9, expected)))
    }

    @Test(arguments: [UInt64(1) << 31, 1 << 32, 1 << 62, 1 << 63, .max], [10, 18, 42, 74, 26])
    func `a length beyond everything is refused at every level`(length: UInt64, tag: UInt8) {
        let bad = [tag] + Sketch.minimal(length) + [UInt8](repeating: 0, count: 40)
        let reason: WireError.Reason = length > UInt64(UInt32.max) ? .varintTooLong : .truncated
        #expect(scan(bad) == WireError(reason, at: 1))
        #expect(scan(span(bad))?.reason == reason)
        #expect(scan(span([74, 50] + bad), as: .traces) != nil)
    }

    @Test func `every cut of a valid request is refused or whole`() {
        var maker = RequestMaker(seed: 5, isSloppy: false)
        let request = span(pair(107, 1)) + maker.request(.traces)
        for length in 0..<min(request.count, 1500) {
            let error = scan(Array(request[..<length]))
            if let error { #expect(error.offset <= length) }
        }
        #expect(scan(Array(request[..<5])) != nil)
    }

    @Test func `more records than the index may hold are refused`() {
        let bench = Workbench(keys: Self.keys, limits: .init(items: 10, containers: 3, events: 4))
        func reason(_ request: [UInt8]) -> WireError.Reason? {
            request.withUnsafeBytes { bytes in
                do { try bench.batch.scan(bytes, as: .traces) } catch { return (error as? WireError)?.reason }
                return nil
            }
        }
        func scope(_ items: Int) -> [UInt8] { [18, UInt8(2 * items)] + (0..<items).flatMap { _ in [18, 0] as [UInt8] } }
        func resource(_ content: [UInt8]) -> [UInt8] { [10, UInt8(content.count)] + content }
        #expect(reason(resource(scope(10))) == nil)
        #expect(reason(resource(scope(11))) == .tooMany)
        #expect(reason([10, 0, 10, 0, 10, 0]) == nil)
        #expect(reason([10, 0, 10, 0, 10, 0, 10, 0]) == .tooMany)
        #expect(reason(resource([18, 0, 18, 0, 18, 0, 18, 0])) == .tooMany)
        let events = (0..<5).flatMap { _ in [90, 0] as [UInt8] }
        #expect(reason(span(events)) == .tooMany)
        #expect(reason(span(Array(events.dropLast(2)))) == nil)
    }

    @Test func `known attributes beyond the limit pass unread`() throws {
        var limits = ScanLimits()
        limits.hits = 3
        let bench = Workbench(keys: Self.keys, limits: limits)
        let request = span((1...5).flatMap { pair(107, $0) })
        try request.withUnsafeBytes { bytes in
            try bench.batch.scan(bytes, as: .traces)
            bench.batch.select(0)
            let value = bench.batch.value(Slot(index: 0))
            #expect(value.int == 3)
        }
    }

    @Test(arguments: Signal.allCases) func `an empty request is a request`(signal: Signal) { #expect(scan([], as: signal) == nil) }

    /// A metric whose field `kind` holds one point with these bytes.
    private func metric(_ kind: Int, _ point: [UInt8]) -> [UInt8] {
        var sketch = Sketch(dice: Dice(seed: 0), isSloppy: false)
        let data = sketch.field(1, point)
        return span(sketch.field(kind, data))
    }

    @Test(arguments: [(5, 2), (7, 3), (9, 4), (10, 7), (11, 5)])
    func `a number of a point that is not eight bytes is refused`(kind: Int, field: Int) {
        let fine = [UInt8(field << 3 | 1)] + [UInt8](repeating: 0, count: 8)
        #expect(scan(metric(kind, fine), as: .metrics) == nil)
        #expect(scan(metric(kind, [UInt8(field << 3), 1]), as: .metrics)?.reason == .wrongWireType)
        #expect(scan(metric(kind, [UInt8(field << 3 | 2), 0]), as: .metrics)?.reason == .wrongWireType)
    }

    @Test func `packed numbers of a point are whole`() {
        #expect(scan(metric(9, [50, 8, 0, 0, 0, 0, 0, 0, 0, 0]), as: .metrics) == nil)
        #expect(scan(metric(9, [50, 7, 0, 0, 0, 0, 0, 0, 0]), as: .metrics)?.reason == .truncated)
        #expect(scan(metric(10, [66, 4, 18, 2, 1, 2]), as: .metrics) == nil)
        #expect(scan(metric(10, [66, 4, 18, 2, 1, 0x82]), as: .metrics)?.reason == .truncated)
    }

    @Test func `groups are refused with their place`() {
        let error = scan([10, 4, 18, 2, 0x13, 0x14])
        #expect(error == WireError(.group, at: 5))
    }
}

extension ScanLimits {
    fileprivate init(items: Int, containers: Int, events: Int) {
        self.init()
        self.items = items
        self.containers = containers
        self.events = events
    }
}
