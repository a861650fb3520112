import Wire

/// Remembers what names led to: 1,024 sets of four, so never more than 4,096, negatives too.
///
/// Within a set the clock decides: the first place not used since the hand last passed goes. Names over 200 bytes never come in.
///
/// Names are told apart by 128 bits of hash with a seed that nobody outside knows: two of them are not confused before memory fails.
package struct NameCache: ~Copyable {
    package static let capacity = 4096
    private static let ways = 4
    private static let sets = capacity / ways

    /// Monotonic since the table was loaded.
    package struct Counts: Equatable, Sendable {
        package var hits: UInt64 = 0
        package var misses: UInt64 = 0
        /// Names forgotten to make room.
        package var evictions: UInt64 = 0
        /// Names too long to remember.
        package var refused: UInt64 = 0
        /// Names remembered now.
        package var used = 0
    }

    private struct Slot {
        /// 0 where nothing is.
        var hash: UInt128 = 0
        var resolution = Resolution.none(.modelUnknown, provider: nil)
        var recent = false
        var ruling = Ruling()
    }

    private(set) var counts = Counts()
    private var slots: [Slot] = []
    private var hands: [UInt8] = []

    init() {}

    /// The place of what is known of a name.
    @inline(__always)
    mutating func find(_ name: PriceName) -> Int? {
        guard !slots.isEmpty else { return nil }
        let first = NameCache.set(of: name.hash) * NameCache.ways
        for at in first..<(first + NameCache.ways) {
            guard slots[at].hash == name.hash else { continue }
            slots[at].recent = true
            counts.hits &+= 1
            return at
        }
        return nil
    }

    /// Its place from now on.
    mutating func insert(_ name: PriceName, _ resolution: Resolution) -> Int {
        counts.misses &+= 1
        if slots.isEmpty {
            slots = Array(repeating: Slot(), count: NameCache.capacity)
            hands = Array(repeating: 0, count: NameCache.sets)
        }
        let at = place(in: NameCache.set(of: name.hash))
        if slots[at].hash == 0 { counts.used += 1 } else { counts.evictions &+= 1 }
        slots[at] = Slot(hash: name.hash, resolution: resolution)
        return at
    }

    @inline(__always)
    private static func set(of hash: UInt128) -> Int { Int(truncatingIfNeeded: hash >> 1) & (sets - 1) }

    @inline(__always)
    func resolution(_ at: Int) -> Resolution { slots[at].resolution }

    @inline(__always)
    func ruling(_ at: Int) -> Ruling { slots[at].ruling }

    mutating func setRuling(_ at: Int, _ ruling: Ruling) { slots[at].ruling = ruling }

    mutating func refuse() { counts.refused &+= 1 }

    private mutating func place(in set: Int) -> Int {
        let first = set * NameCache.ways
        for at in first..<(first + NameCache.ways) where slots[at].hash == 0 { return at }
        while true {
            let at = first + Int(hands[set])
            hands[set] = (hands[set] + 1) % UInt8(NameCache.ways)
            if !slots[at].recent { return at }
            slots[at].recent = false
        }
    }
}

/// The four texts that decide what a name means.
struct NameParts {
    let provider: Text
    let response: Text
    let request: Text
    let host: Text

    /// Whether all are short enough to remember.
    @inline(__always)
    fileprivate var areShort: Bool {
        provider.count <= ModelName.maxBytes && response.count <= ModelName.maxBytes && request.count <= ModelName.maxBytes
            && host.count <= ModelName.maxBytes
    }
}

/// Those texts as the cache knows them: whoever prices many calls of one name works it out once.
struct PriceName: BitwiseCopyable, Equatable {
    fileprivate let hash: UInt128

    /// Of nothing that is remembered.
    static let none = PriceName(hash: 0)
    /// Not the same in two processes, so that nobody can choose names that meet in one set.
    private static let seed = UInt64.random(in: .min ... .max)

    private init(hash: UInt128) { self.hash = hash }

    /// `none` where one of them is too long.
    init(_ parts: borrowing NameParts) {
        guard parts.areShort else {
            self = .none
            return
        }
        // Each from seeds of its own, so that none waits for another.
        let seeds = SIMD2(PriceName.seed, ~PriceName.seed &* 0x9E37_79B9_7F4A_7C15)
        let names = parts.response.hashes(seeds: seeds) ^ parts.request.hashes(seeds: seeds &+ 0x9E37_79B9_7F4A_7C15)
        let places = parts.provider.hashes(seeds: seeds ^ 0x6C62_272E_07BB_0142) ^ parts.host.hashes(seeds: seeds ^ 0xD1B5_4A32_D192_ED03)
        let both = names &+ places
        hash = UInt128(both.x) << 64 | UInt128(both.y | 1)
    }
}
