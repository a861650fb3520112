import Testing
import Wire

@testable import GenAI

/// What is remembered is bounded, found again, and forgotten.
struct MemoryTests {
    @Test func `a hundred thousand open traces take at most 64 MB`() {
        let memory = TraceMemory(TraceMemory.Limits(traces: 100_000, seconds: 600))
        for trace in 0..<UInt64(100_000) {
            let key = Mix.pair(trace, 1)
            memory.with(key) { shard in
                for span in 0..<UInt64(3) {
                    var sighting = Sighting()
                    sighting.trace = key
                    sighting.span = span
                    shard.sightings.note(sighting, under: key, at: 1)
                }
                let offset = shard.texts.keep(Text("conversation-0123456789abcdef0123"))
                shard.mentions.note(TraceMemory.Mention(span: 1, offset: offset, length: 33), under: key, at: 1)
            }
        }
        let figures = memory.figures
        #expect(figures.bytes <= 64 << 20)
        #expect(figures.conversations >= 90_000)
        #expect(figures.evictions < 60_000)
    }

    @Test func `what is noted is found by its key, the newest first`() {
        var history = History<Int>(limit: 64, lifetime: 100)
        for number in 0..<40 { history.note(number, under: UInt64(number % 4), at: 10) }
        var found: [Int] = []
        history.forEach(3, most: 100, at: 20) {
            found.append($0)
            return true
        }
        #expect(found == [39, 35, 31, 27, 23, 19, 15, 11, 7, 3])
    }

    @Test func `the oldest give way, and count if it was before their time`() {
        var history = History<Int>(limit: 16, lifetime: 100)
        for number in 0..<40 { history.note(number, under: UInt64(number), at: 10) }
        #expect(history.count == 16)
        #expect(history.evictions == 24)
        var found: [Int] = []
        for key in 0..<UInt64(40) {
            history.forEach(key, most: 100, at: 20) {
                found.append($0)
                return true
            }
        }
        #expect(found == Array(24..<40))
    }

    @Test func `after their time they are not found, and giving way is no loss`() {
        var history = History<Int>(limit: 16, lifetime: 100)
        for number in 0..<16 { history.note(number, under: 1, at: 10) }
        var found = 0
        history.forEach(1, most: 100, at: 200) { _ in
            found += 1
            return true
        }
        #expect(found == 0)
        history.note(99, under: 1, at: 200)
        #expect(history.evictions == 0)
    }

    @Test func `texts come back until others lie where they were`() {
        var ring = TextRing(limit: 2048)
        let first = ring.keep(Text("first"))
        #expect(ring.text(at: first, 5).map { String($0) } == "first")
        for _ in 0..<100 { _ = ring.keep(Text("0123456789012345678901234567890123456789")) }
        #expect(ring.text(at: first, 5) == nil)
        let last = ring.keep(Text("last"))
        #expect(ring.text(at: last, 4).map { String($0) } == "last")
        #expect(ring.byteCount <= 2048)
    }

    @Test func `a conversation is found in a later request`() throws {
        let reader = try Reader()
        _ = try reader.read([Sketchbook.request([Sketch(1, "app", scope: "app", kind: 1, ["session.id": "対話"])])])
        let call = Sketch(2, under: 1, "chat m", scope: "x", ["gen_ai.operation.name": "chat"])
        #expect(try reader.read([Sketchbook.request([call])])[2]?["gen_ai.conversation.id"] == "対話")
    }
}
