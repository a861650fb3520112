import OTLP

/// Places of a request's entries grouped by the shard they belong to, so that each shard is locked once a request and not once an entry.
/// Within a shard they keep their order.
struct ShardOrder: ~Copyable {
    private var places = Scratch<Int32>(capacity: 256)
    /// Where each shard's places end.
    private var ends = InlineArray<16, Int32>(repeating: 0)

    init() {}

    /// Groups all entries of a list by the shard of their trace.
    mutating func sort<Entry>(_ entries: borrowing Scratch<Entry>, trace: (Entry) -> UInt64) {
        let count = entries.count
        ends = InlineArray(repeating: 0)
        for i in 0..<count { ends[TraceMemory.shard(of: trace(entries[i]))] += 1 }
        var start: Int32 = 0
        for s in ends.indices {
            let entries = ends[s]
            ends[s] = start
            start += entries
        }
        places.removeAll(keep: 4096)
        places.refill(0, count: count)
        for i in 0..<count {
            let s = TraceMemory.shard(of: trace(entries[i]))
            places[Int(ends[s])] = Int32(truncatingIfNeeded: i)
            ends[s] += 1
        }
    }

    /// The places of a shard as indices of this order.
    func range(of shard: Int) -> Range<Int> { (shard == 0 ? 0 : Int(ends[shard - 1]))..<Int(ends[shard]) }

    subscript(index: Int) -> Int { Int(places[index]) }
}
