import OTLP
import Testing
import Wire

@testable import Pipeline

@Suite struct QueueTests {
    private func payload(_ size: Int, items: Int = 1, _ signal: Signal = .traces) -> Payload {
        Payload(signal: signal, bytes: .copy(of: [UInt8](repeating: 0, count: size)), items: items, reservation: nil)
    }

    private func enter(_ queue: inout MemoryQueueState, _ payload: Payload) -> (entered: Bool, dropped: Int) {
        var dropped: [Payload] = []
        let entered = queue.reserve(payload.bytes.count, dropped: &dropped)
        if entered { queue.commit(payload) }
        return (entered, dropped.count)
    }

    @Test func `a full queue refuses and takes again once something left`() {
        var queue = MemoryQueueState(capacityBytes: 100, whenFull: .refuse)
        #expect(enter(&queue, payload(60)).entered)
        #expect(!enter(&queue, payload(60)).entered)
        #expect(enter(&queue, payload(40)).entered)
        let taken = queue.take(upTo: 0)
        #expect(!enter(&queue, payload(60)).entered, "what is under way still counts")
        for each in taken { queue.leave(each.bytes.count) }
        #expect(enter(&queue, payload(60)).entered)
    }

    @Test func `a sender that fills the queue leaves room for others`() {
        var queue = MemoryQueueState(capacityBytes: 900, whenFull: .refuse)
        var dropped: [Payload] = []
        var mine = 0
        while queue.reserve(10, beside: mine, dropped: &dropped) { mine += 10 }
        #expect(mine == 800)
        #expect(queue.reserve(100, dropped: &dropped))
        var oldest = MemoryQueueState(capacityBytes: 900, whenFull: .dropOldest)
        for _ in 0..<90 { #expect(oldest.reserve(10, beside: 1 << 20, dropped: &dropped)) }
    }

    @Test func `drop_oldest makes room from the front and says what went`() {
        var queue = MemoryQueueState(capacityBytes: 100, whenFull: .dropOldest)
        for size in [40, 41, 19] { #expect(enter(&queue, payload(size)).entered) }
        let (entered, dropped) = enter(&queue, payload(60))
        #expect(entered)
        #expect(dropped == 2)
        #expect(queue.take(upTo: 0).map(\.bytes.count) == [19])
        #expect(queue.bytes == 79)
    }

    @Test func `drop_oldest never refuses: beside what is under way there is room for one`() {
        var queue = MemoryQueueState(capacityBytes: 100, whenFull: .dropOldest)
        #expect(enter(&queue, payload(100)).entered)
        #expect(queue.take(upTo: 100).count == 1)
        #expect(enter(&queue, payload(40)).entered)
        let (entered, dropped) = enter(&queue, payload(50))
        #expect(entered)
        #expect(dropped == 1)
        #expect(queue.bytes == 150)
    }

    @Test func `a request larger than the queue enters an empty one only`() {
        var queue = MemoryQueueState(capacityBytes: 10, whenFull: .refuse)
        #expect(enter(&queue, payload(50)).entered)
        #expect(!enter(&queue, payload(1)).entered)
    }

    @Test func `payloads are taken together up to the limit and never across signals`() {
        var queue = MemoryQueueState(capacityBytes: 1000, whenFull: .refuse)
        for size in [10, 20, 30] { _ = enter(&queue, payload(size)) }
        _ = enter(&queue, payload(1, .logs))
        #expect(queue.take(upTo: 30).map(\.bytes.count) == [10, 20])
        #expect(queue.take(upTo: 100).map(\.bytes.count) == [30])
        #expect(queue.take(upTo: 100).map(\.signal) == [.logs])
    }

    @Test func `order is kept over thousands of entries`() {
        var entries = MemoryQueueState.Entries()
        var next = 0
        for round in 0..<50 {
            for i in 0..<100 { entries.append(payload(1, items: round * 100 + i)) }
            for _ in 0..<90 {
                #expect(entries.popFirst()?.items == next)
                next += 1
            }
        }
        #expect(entries.count == 500)
    }

    @Test func `books balance whatever happens to a payload`() async throws {
        let meters = Meters()
        let books = Books(exporter: "x", meters: meters)
        let queue = MemoryQueue(capacityBytes: 100, whenFull: .dropOldest, books: books)
        for _ in 0..<7 where queue.reserve(30) { queue.commit(payload(30, items: 5)) }
        let first = try #require(await queue.take(upTo: 0))
        let second = try #require(await queue.take(upTo: 0))
        books.delivered(first.payload)
        queue.release(first, isDone: true)
        books.dropped(second.payload, .refused)
        queue.release(second, isDone: true)
        #expect(books.snapshot[0].accepted == 35)
        #expect(books.snapshot[0].queued == 5)
        #expect(books.snapshot[0].isBalanced)
        queue.close()
        queue.end()
        #expect(books.snapshot[0].queued == 0)
        #expect(books.lostItems == 30)
        let named = meters.samples.filter { $0.name == "weir_exporter_dropped_items_total" && $0.value > 0 }
        #expect(Set(named.flatMap { $0.labels.map(\.1) }) == ["x", "traces", "queue_full", "refused", "shutdown"])
        #expect(queue.bytes == 0)
    }

    @Test func `a waiting taker gets what is committed, and nil when the queue closes`() async {
        let queue = MemoryQueue(capacityBytes: 100, whenFull: .refuse, books: Books(exporter: "x", meters: Meters()))
        async let first = queue.take(upTo: 0)
        #expect(queue.reserve(3))
        queue.commit(payload(3))
        #expect(await first?.payload.items == 1)
        async let second = queue.take(upTo: 0)
        queue.close()
        #expect(await second == nil)
        #expect(!queue.reserve(1))
    }
}
