import OTLP

/// What each attribute key means in one dialect, by slot.
struct Lexicon: Sendable {
    /// What one key says, or several together, in one word: most attributes are asked for nothing else.
    struct Meaning: Sendable, BitwiseCopyable {
        private var bits: UInt64 = 0

        init() {}

        @inline(__always)
        var isNothing: Bool { bits == 0 }

        var fact: UInt8 {
            @inline(__always) get { UInt8(truncatingIfNeeded: bits) }
            set { bits = bits & ~0xFF | UInt64(newValue) }
        }

        /// 1 is believed before 2; 0 is no fact.
        var rank: UInt8 {
            @inline(__always) get { UInt8(truncatingIfNeeded: bits >> 8) }
            set { bits = bits & ~0xFF00 | UInt64(newValue) << 8 }
        }

        var topic: Topic {
            @inline(__always) get { Topic(rawValue: UInt8(truncatingIfNeeded: bits >> 16)) }
            set { bits = bits & ~0xFF_0000 | UInt64(newValue.rawValue) << 16 }
        }

        /// Only GenAI instrumentation writes this key.
        var isTelling: Bool {
            @inline(__always) get { bits & 1 << 24 != 0 }
            set { bits = bits & ~(1 << 24) | (newValue ? 1 << 24 : 0) }
        }

        /// What it says differs from call to call.
        var isPersonal: Bool {
            @inline(__always) get { bits & 1 << 25 != 0 }
            set { bits = bits & ~(1 << 25) | (newValue ? 1 << 25 : 0) }
        }

        /// Bit i: the key gives dialect i away.
        var probe: UInt32 {
            @inline(__always) get { UInt32(truncatingIfNeeded: bits >> 32) }
            set { bits = bits & 0xFFFF_FFFF | UInt64(newValue) << 32 }
        }

        /// Adds what another key of the same span says; which fact that was is lost.
        @inline(__always)
        mutating func join(_ other: Meaning) { bits |= other.bits }
    }

    private var meanings: [Meaning] = []

    /// The general meanings, and the keys that give dialects away.
    init(_ dialects: [Dialect], conversationKeys: [String], keys: inout KeyRegistry) {
        for (fact, names) in KeyList.all where fact != .conversation { assign(fact, names, &keys) }
        assign(.conversation, conversationKeys + KeyList.conversationKeys, &keys)
        for (index, dialect) in dialects.enumerated() {
            for name in dialect.probes {
                change(keys.slot(name)) {
                    $0.probe |= 1 << UInt32(index)
                    $0.isTelling = true
                }
            }
        }
    }

    /// The same as one dialect has it: its own keys before the general ones, those it uses for something else without meaning.
    func speaking(_ dialect: Dialect, keys: inout KeyRegistry) -> Lexicon {
        var lexicon = self
        for (fact, names) in dialect.keys {
            let shift = UInt8(truncatingIfNeeded: names.count)
            for index in lexicon.meanings.indices where lexicon.meanings[index].fact == fact.rawValue && lexicon.meanings[index].rank != 0 {
                lexicon.meanings[index].rank &+= shift
            }
            lexicon.assign(fact, names, &keys)
        }
        for name in dialect.ignored { lexicon.change(keys.slot(name)) { $0 = Meaning() } }
        return lexicon
    }

    subscript(_ slot: Slot) -> Meaning {
        @inline(__always) get { slot.index < meanings.count ? meanings[slot.index] : Meaning() }
    }

    private mutating func assign(_ fact: Fact, _ names: [String], _ keys: inout KeyRegistry) {
        for (index, name) in names.enumerated() {
            let rank = UInt8(truncatingIfNeeded: index + 1)
            change(keys.slot(name)) {
                guard $0.rank == 0 || $0.fact != fact.rawValue || $0.rank > rank else { return }
                $0.fact = fact.rawValue
                $0.rank = rank
                $0.topic = fact.topic
                $0.isPersonal = fact.isPersonal
                $0.isTelling = $0.isTelling || !fact.isCommon
            }
        }
    }

    private mutating func change(_ slot: Slot, _ body: (inout Meaning) -> Void) {
        while meanings.count <= slot.index { meanings.append(Meaning()) }
        body(&meanings[slot.index])
    }
}
