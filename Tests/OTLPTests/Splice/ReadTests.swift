import Testing
import Wire

@testable import OTLP

/// What processors read of an item is what libprotobuf-c reads there.
@Suite struct ReadTests {
    private static let keys = KeyTable(RequestMaker.known)

    /// An item's plain fields, whatever the signal.
    private struct Reading: Equatable {
        var name: [UInt8] = []
        var note: [UInt8] = []
        var ids: [[UInt8]] = []
        var start: UInt64 = 0
        var end: UInt64 = 0
        var kind: Int = 0
        var status: Int = 0
        var weight = 1
        var body = Seen.absent
        var scopeName: [UInt8] = []
        var scopeVersion: [UInt8] = []
    }

    @Test(arguments: Signal.allCases)
    func `every field of an item is read as it was written`(signal: Signal) throws {
        let bench = Workbench(keys: Self.keys)
        for seed in 0..<300 as Range<UInt64> {
            var maker = RequestMaker(seed: seed)
            maker.isPlain = true
            let request = maker.request(signal)
            let oracle = try #require(OracleRequest(request, signal))
            defer { oracle.free() }
            let scopes = oracle.resources.flatMap { $0.elements(2) }
            try request.withUnsafeBytes { bytes in
                try bench.batch.scan(bytes, as: signal)
                for (number, item) in oracle.items.enumerated() {
                    bench.batch.select(number)
                    let place = "seed \(seed), item \(number)"
                    try #require(reading(bench.batch) == reading(item.message, scopes[item.scope], signal), "\(place)")
                    try #require(events(bench.batch) == events(item.message, signal), "\(place)")
                    let scope = bench.batch.scope
                    for slot in RequestMaker.known.indices {
                        let seen = Seen(bench.batch.scopeValue(scope, Slot(index: slot)))
                        let wanted = scopes[scope].child(1).map { OracleRequest.seen($0, 3, slot) } ?? .absent
                        try #require(seen == wanted, "\(place)")
                    }
                }
            }
        }
    }

    private func reading(_ batch: borrowing Batch) -> Reading {
        var reading = Reading(name: Array(batch.name.buffer), note: Array(batch.note.buffer))
        if batch.signal != .metrics { reading.ids = [batch.traceID, batch.spanID, batch.parentSpanID].map { Array($0.buffer) } }
        reading.start = batch.start
        reading.end = batch.end
        reading.kind = batch.signal == .metrics ? 0 : Int(batch.kind)
        reading.status = Int(batch.status)
        reading.weight = batch.weightOfItem
        reading.body = Seen(batch.body)
        reading.scopeName = Array(batch.scopeName.buffer)
        reading.scopeVersion = Array(batch.scopeVersion.buffer)
        return reading
    }

    private func reading(_ item: Message, _ scope: Message, _ signal: Signal) -> Reading {
        var reading = Reading()
        switch signal {
        case .traces:
            let status = item.child(15)
            reading = Reading(name: item.bytes(5), note: status?.bytes(2) ?? [], ids: [item.bytes(1), item.bytes(2), item.bytes(4)])
            reading.start = item.scalar(7, UInt64.self) ?? 0
            reading.end = item.scalar(8, UInt64.self) ?? 0
            reading.kind = Int(item.scalar(6, Int32.self) ?? 0)
            reading.status = Int(status?.scalar(3, Int32.self) ?? 0)
        case .logs:
            reading = Reading(name: item.bytes(12), note: item.bytes(3), ids: [item.bytes(9), item.bytes(10), []])
            reading.start = item.scalar(1, UInt64.self) ?? 0
            reading.end = item.scalar(11, UInt64.self) ?? 0
            reading.kind = Int(item.scalar(2, Int32.self) ?? 0)
            reading.body = item.child(5).map { Seen($0) } ?? .absent
            // A body that holds nothing reads like none.
            if reading.body == .empty { reading.body = .absent }
        case .metrics:
            reading = Reading(name: item.bytes(1), note: item.bytes(3))
            let chosen = item.chosen(5)
            reading.weight = chosen == 0 ? 0 : item.child(chosen)?.count(1) ?? 0
        }
        reading.scopeName = scope.child(1)?.bytes(1) ?? []
        reading.scopeVersion = scope.child(1)?.bytes(2) ?? []
        return reading
    }

    private struct Event: Equatable {
        let name: [UInt8]
        let time: UInt64
        let values: [Seen]
    }

    private func events(_ batch: borrowing Batch) -> [Event] {
        var events: [Event] = []
        for event in 0..<batch.eventCount {
            var values: [Seen] = []
            for slot in RequestMaker.known.indices { values.append(Seen(batch.eventValue(event, Slot(index: slot)))) }
            events.append(Event(name: Array(batch.eventName(event).buffer), time: batch.eventTime(event), values: values))
        }
        return events
    }

    private func events(_ item: Message, _ signal: Signal) -> [Event] {
        guard signal == .traces else { return [] }
        return item.elements(11).map { event in
            let values = RequestMaker.known.indices.map { OracleRequest.seen(event, 3, $0) }
            return Event(name: event.bytes(2), time: event.scalar(1, UInt64.self) ?? 0, values: values)
        }
    }

    @Test func `items without valid ids are dropped, and weighed`() throws {
        let good = UInt8(1)
        func ids(_ trace: Int, _ span: Int, _ byte: UInt8) -> [UInt8] {
            [10, UInt8(trace)] + [UInt8](repeating: byte, count: trace) + [18, UInt8(span)] + [UInt8](repeating: byte, count: span)
        }
        let spans = [ids(16, 8, good), ids(15, 8, good), ids(16, 0, good), ids(16, 8, 0), ids(16, 8, good) + [34, 3, 1, 1, 1], []]
        let content: [UInt8] = spans.reduce(into: []) { $0 += [18, UInt8($1.count)] + $1 }
        let prefix = Sketch.minimal(UInt64(content.count))
        let request = [10] + Sketch.minimal(UInt64(content.count + prefix.count + 1)) + [18] + prefix + content
        let bench = Workbench(keys: Self.keys)
        let output = try request.withUnsafeBytes { bytes in
            try bench.batch.scan(bytes, as: .traces)
            let dropped = bench.batch.dropInvalidItems()
            #expect(dropped == 5)
            return try #require(bench.splice()).array
        }
        #expect(output == [10, 32, 18, 30, 18, 28] + ids(16, 8, good))
    }
}
