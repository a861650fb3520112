import OTLP

/// Numbers under keys, several to a key, in memory that is used again: a hash table for one request.
struct Chains: ~Copyable {
    struct Link: BitwiseCopyable {
        var key: UInt64
        var item: Int32
        /// Index + 1; 0 = last.
        var next: Int32
    }

    private var heads = Scratch<Int32>(capacity: 64)
    private var links = Scratch<Link>(capacity: 64)
    private var mask = 63

    init() {}

    /// Empties it and makes room for `expected` entries.
    mutating func reset(expecting expected: Int) {
        var size = 64
        while size < expected * 2 { size *= 2 }
        links.removeAll(keep: 4096)
        heads.removeAll(keep: 8192)
        heads.refill(0, count: size)
        mask = size - 1
    }

    mutating func insert(_ key: UInt64, _ item: Int) {
        let bucket = Chains.bucket(key, mask)
        links.append(Link(key: key, item: Int32(truncatingIfNeeded: item), next: heads[bucket]))
        heads[bucket] = Int32(truncatingIfNeeded: links.count)
    }

    /// The newest item under `key`; -1 where there is none.
    func first(_ key: UInt64) -> Int {
        var cursor = self.cursor(key)
        return next(&cursor)
    }

    /// A place from which `next` goes through all items under `key`, the newest first.
    func cursor(_ key: UInt64) -> Cursor { Cursor(key: key, link: heads[Chains.bucket(key, mask)]) }

    func next(_ cursor: inout Cursor) -> Int {
        while cursor.link != 0 {
            let link = links[Int(cursor.link) - 1]
            cursor.link = link.next
            if link.key == cursor.key { return Int(link.item) }
        }
        return -1
    }

    struct Cursor {
        let key: UInt64
        var link: Int32
    }

    private static func bucket(_ key: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    }
}

/// Mixes keys of different kinds so that they do not meet.
enum Mix {
    @inline(__always)
    static func pair(_ a: UInt64, _ b: UInt64) -> UInt64 {
        var x = (a ^ 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
        x ^= x >> 31
        x = (x ^ b) &* 0x94D0_49BB_1331_11EB
        return x ^ x >> 29
    }
}
