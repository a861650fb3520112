import OTLP

/// The last things noted, found again by key: a ring that overwrites the oldest, with chains through it. Its memory grows with use up to its
/// limit and never beyond.
///
/// Keys lie apart from notes: most questions are answered with "nothing" and touch sixteen bytes, not a whole note.
struct History<Note: BitwiseCopyable>: ~Copyable {
    struct Link: BitwiseCopyable {
        var key: UInt64
        /// The entry before it in its bucket, as the low bits of its number + 1; 0 = none.
        var before: UInt32
    }

    struct Entry: BitwiseCopyable {
        var note: Note
        /// Monotonic nanoseconds.
        var noted: UInt64
    }

    private var links = Scratch<Link>(capacity: 16)
    private var entries = Scratch<Entry>(capacity: 16)
    /// The newest entry of each bucket, as `Link.before` has it.
    private var heads = Scratch<UInt32>(capacity: 16)
    /// The low bits of how many were ever noted: the number of the next one.
    private var written: UInt32 = 0
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

    var byteCount: Int {
        entries.count * (MemoryLayout<Entry>.stride + MemoryLayout<Link>.stride) + heads.count * MemoryLayout<UInt32>.stride
    }

    mutating func note(_ note: Note, under key: UInt64, at now: UInt64) {
        if entries.count < limit, entries.count >= heads.count { widen() }
        let bucket = bucket(key)
        let link = Link(key: key, before: heads[bucket])
        let entry = Entry(note: note, noted: now)
        if entries.count < limit {
            links.append(link)
            entries.append(entry)
        } else {
            let place = place(written)
            if now &- entries[place].noted < lifetime { evictions += 1 }
            links[place] = link
            entries[place] = entry
        }
        written &+= 1
        heads[bucket] = written
    }

    /// Calls `body` with notes under `key`, the newest first, until it says false; it looks at no more than `most` entries.
    @inline(__always)
    func forEach(_ key: UInt64, most: Int, at now: UInt64, _ body: (Note) -> Bool) {
        guard heads.count > 0 else { return }
        var number = heads[bucket(key)]
        var steps = 0
        // What was overwritten since is no longer of this bucket.
        while number != 0, written &- (number &- 1) <= UInt32(truncatingIfNeeded: entries.count), steps < most {
            let place = place(number &- 1)
            if links[place].key == key {
                guard now &- entries[place].noted < lifetime, body(entries[place].note) else { return }
            }
            number = links[place].before
            steps += 1
        }
    }

    private func place(_ number: UInt32) -> Int { Int(number) & (limit - 1) }

    private func bucket(_ key: UInt64) -> Int { Int(truncatingIfNeeded: Mix.pair(key, 3) >> 20) & (heads.count - 1) }

    /// Doubles the buckets and threads all entries anew. Until the ring is full, an entry's number is its index.
    private mutating func widen() {
        let size = max(heads.count * 2, 16)
        heads.removeAll(keep: 0)
        heads = Scratch<UInt32>(capacity: size)
        for _ in 0..<size { heads.append(0) }
        for index in 0..<links.count {
            let bucket = bucket(links[index].key)
            links[index].before = heads[bucket]
            heads[bucket] = UInt32(truncatingIfNeeded: index) &+ 1
        }
    }
}
