import OTLP

/// The last things noted, found again by key: a ring that overwrites the oldest, with chains through it. Its memory grows with use up to its
/// limit and never beyond.
struct History<Note: BitwiseCopyable>: ~Copyable {
    struct Entry: BitwiseCopyable {
        var note: Note
        var key: UInt64
        /// The entry before it in its bucket, as its number + 1; 0 = none.
        var before: UInt64
        /// Monotonic nanoseconds.
        var noted: UInt64
    }

    private var entries = Scratch<Entry>(capacity: 16)
    /// Number + 1 of the newest entry of each bucket.
    private var heads = Scratch<UInt64>(capacity: 16)
    /// How many were ever noted: the number of the next one.
    private var written: UInt64 = 0
    private let limit: Int
    private let lifetime: UInt64
    /// Entries overwritten before their time.
    private(set) var evictions = 0

    /// `limit` is a power of two, `lifetime` in nanoseconds.
    init(limit: Int, lifetime: UInt64) {
        self.limit = limit
        self.lifetime = lifetime
    }

    /// How many are held now.
    var count: Int { entries.count }

    var byteCount: Int { entries.count * MemoryLayout<Entry>.stride + heads.count * 8 }

    mutating func note(_ note: Note, under key: UInt64, at now: UInt64) {
        if entries.count < limit, entries.count >= heads.count { widen() }
        let bucket = bucket(key)
        let entry = Entry(note: note, key: key, before: heads[bucket], noted: now)
        if entries.count < limit {
            entries.append(entry)
        } else {
            let place = place(written)
            if now &- entries[place].noted < lifetime { evictions += 1 }
            entries[place] = entry
        }
        written += 1
        heads[bucket] = written
    }

    /// Calls `body` with at most `most` notes under `key`, the newest first, until it says false.
    func forEach(_ key: UInt64, most: Int, at now: UInt64, _ body: (Note) -> Bool) {
        guard heads.count > 0 else { return }
        var number = heads[bucket(key)]
        var steps = 0
        while number != 0, written - (number - 1) <= UInt64(entries.count), steps < most {
            let entry = entries[place(number - 1)]
            guard now &- entry.noted < lifetime else { return }
            number = entry.before
            steps += 1
            if entry.key == key, !body(entry.note) { return }
        }
    }

    private func place(_ number: UInt64) -> Int { Int(truncatingIfNeeded: number) & (limit - 1) }

    private func bucket(_ key: UInt64) -> Int { Int(truncatingIfNeeded: Mix.pair(key, 3) >> 20) & (heads.count - 1) }

    /// Doubles the buckets and threads all entries anew. Until the ring is full, an entry's number is its index.
    private mutating func widen() {
        let size = max(heads.count * 2, 16)
        heads.removeAll(keep: 0)
        heads = Scratch<UInt64>(capacity: size)
        for _ in 0..<size { heads.append(0) }
        for index in 0..<entries.count {
            let bucket = bucket(entries[index].key)
            entries[index].before = heads[bucket]
            heads[bucket] = UInt64(index) + 1
        }
    }
}
