/// Slot → hit for the one item that is being read: one store per hit to fill, one load to read, nothing to clear.
@usableFromInline struct Lookup: ~Copyable {
    @usableFromInline let entries: UnsafeMutablePointer<UInt64>
    @usableFromInline let state: UnsafeMutablePointer<UInt32>
    @usableFromInline let count: Int

    init(count: Int) {
        self.count = count
        entries = .allocate(capacity: max(count, 1))
        entries.initialize(repeating: 0, count: max(count, 1))
        state = .allocate(capacity: 1)
        state.initialize(to: 0)
    }

    deinit {
        entries.deallocate()
        state.deallocate()
    }

    /// Forgets all entries.
    @inlinable @inline(__always)
    func clear() {
        state.pointee &+= 1
        if state.pointee == 0 {
            entries.update(repeating: 0, count: max(count, 1))
            state.pointee = 1
        }
    }

    /// Notes a hit (index + 1; 0 = the attribute was dropped).
    @inlinable @inline(__always)
    func set(_ slot: UInt32, _ hit: UInt32) {
        precondition(Int(slot) < count)
        entries[Int(slot)] = UInt64(state.pointee) << 32 | UInt64(hit)
    }

    /// Notes a run of hits; of repeated slots the last one.
    @inlinable @inline(__always)
    func set(_ hits: borrowing Scratch<Hit>, _ range: HitRange) {
        precondition(Int(range.start) &+ Int(range.count) <= hits.count)
        var hit = hits.base + Int(range.start)
        let end = hit + Int(range.count)
        // State above, number of the hit + 1 below.
        var entry = UInt64(state.pointee) << 32 | UInt64(range.start) &+ 1
        while hit < end {
            let slot = Int(hit.pointee.slot)
            // What was appended under a key of its own has none.
            if slot < count { entries[slot] = entry }
            entry &+= 1
            hit += 1
        }
    }

    /// The hit of a slot (index + 1), or 0.
    @inlinable @inline(__always)
    func get(_ slot: Int) -> Int {
        precondition(UInt(bitPattern: slot) < UInt(bitPattern: count))
        let entry = entries[slot]
        return entry >> 32 == UInt64(state.pointee) ? Int(entry & 0xFFFF_FFFF) : 0
    }
}
