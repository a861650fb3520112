import OTLP

/// What each attribute key means in one dialect, by slot.
struct Lexicon: Sendable {
    struct Meaning: Sendable, BitwiseCopyable {
        var fact: UInt8 = 0
        /// 1 is believed before 2; 0 is no fact.
        var rank: UInt8 = 0
        /// Only GenAI instrumentation writes this key.
        var isTelling = false
        var topic: Topic = []
        /// The dialect this key gives away.
        var probe: UInt64 = 0

        @inline(__always)
        var isSomething: Bool { rank != 0 || isTelling || probe != 0 }

        /// Adds what another key tells of the same span.
        @inline(__always)
        mutating func join(_ other: Meaning) {
            rank |= other.rank
            isTelling = isTelling || other.isTelling
            topic.formUnion(other.topic)
            probe |= other.probe
        }
    }

    private var meanings: [Meaning] = []

    /// The general meanings, and the keys that give dialects away.
    init(_ dialects: [Dialect], conversationKeys: [String], keys: inout KeyRegistry) {
        for (fact, names) in KeyList.all where fact != .conversation { assign(fact, names, &keys) }
        assign(.conversation, conversationKeys + KeyList.conversationKeys, &keys)
        for (index, dialect) in dialects.enumerated() {
            for name in dialect.probes {
                change(keys.slot(name)) {
                    $0.probe |= 1 << UInt64(index)
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
                $0.isTelling = $0.isTelling || !fact.isCommon
            }
        }
    }

    private mutating func change(_ slot: Slot, _ body: (inout Meaning) -> Void) {
        while meanings.count <= slot.index { meanings.append(Meaning()) }
        body(&meanings[slot.index])
    }
}
