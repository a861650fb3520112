/// Hashes that were seen of late, each with two flag bits. Bounded: two generations, of which the elder is forgotten when the younger is full.
struct RecentSet: ~Copyable, Sendable {
    static let seen: UInt64 = 1
    static let answered: UInt64 = 2

    private let capacity: Int
    private var young: [UInt64]
    private var old: [UInt64]
    private var count = 0

    /// Holds at least the newest `capacity` hashes; memory grows as they come.
    init(capacity: Int) {
        self.capacity = capacity
        young = Array(repeating: 0, count: 64)
        old = []
    }

    /// Adds flags to a hash and returns those it had before: 0 for a new one.
    mutating func note(_ hash: UInt64, _ flags: UInt64) -> UInt64 {
        let place = Self.place(hash, in: young)
        if young[place] != 0 {
            let before = young[place] & 3
            young[place] |= flags
            return before
        }
        var before: UInt64 = 0
        if !old.isEmpty { before = old[Self.place(hash, in: old)] & 3 }
        young[place] = hash & ~3 | before | flags
        count += 1
        if count * 2 > young.count { grow() }
        return before
    }

    /// The flags of a hash, without noting it.
    func flags(_ hash: UInt64) -> UInt64 {
        let entry = young[Self.place(hash, in: young)]
        if entry != 0 { return entry & 3 }
        return old.isEmpty ? 0 : old[Self.place(hash, in: old)] & 3
    }

    /// Where the hash stands, or the free place where it would.
    private static func place(_ hash: UInt64, in entries: [UInt64]) -> Int {
        let mask = entries.count - 1
        var place = Int(truncatingIfNeeded: hash >> 20) & mask
        while entries[place] != 0, entries[place] & ~3 != hash & ~3 { place = (place &+ 1) & mask }
        return place
    }

    private mutating func grow() {
        if count >= capacity {
            old = young
            young = Array(repeating: 0, count: young.count)
            count = 0
            return
        }
        var larger = [UInt64](repeating: 0, count: young.count * 2)
        for entry in young where entry != 0 { larger[Self.place(entry, in: larger)] = entry }
        young = larger
    }
}
