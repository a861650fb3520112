/// The memories of a book that nobody works with now. The one used last is lent first, so that there are as many as work at the same time.
struct PriceMemories {
    private var idle: [ParkedMemory] = []
    /// What all memories have counted, as far as they came back.
    private(set) var counts = NameCache.Counts()

    mutating func take() -> ParkedMemory { idle.popLast() ?? ParkedMemory() }

    mutating func park(_ memory: ParkedMemory, since before: NameCache.Counts) {
        counts.add(memory.counts, since: before)
        if idle.count < 16 { idle.append(memory) }
    }
}

/// A memory that lies idle or is worked with by one lane at a time.
final class ParkedMemory: @unchecked Sendable {
    private var memory = PriceMemory()

    var counts: NameCache.Counts { memory.names.counts }

    func lend<R>(_ body: (inout PriceMemory) -> R) -> R { body(&memory) }
}

extension NameCache.Counts {
    fileprivate mutating func add(_ now: NameCache.Counts, since before: NameCache.Counts) {
        hits &+= now.hits &- before.hits
        misses &+= now.misses &- before.misses
        evictions &+= now.evictions &- before.evictions
        refused &+= now.refused &- before.refused
        used += now.used - before.used
    }
}
