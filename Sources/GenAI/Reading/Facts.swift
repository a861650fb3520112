import OTLP
import Wire

/// What one span says: for each fact the most telling value, with the key it came from. Used again for every span.
struct Facts: ~Copyable {
    struct Entry: BitwiseCopyable {
        var value = Value.absent
        /// The span it was read from; others are long gone.
        var span: UInt32 = 0
        var slot: UInt32 = 0
        /// 1 for the fact's first key; 0 where it was forgotten again.
        var rank: UInt8 = 0
    }

    private var entries = Scratch<Entry>(capacity: Fact.allCases.count)
    private var span: UInt32 = 0
    /// A key that only GenAI instrumentation writes was there.
    private(set) var isTelling = false
    /// Bit i: a key that gives dialect i away was there.
    private(set) var probes: UInt64 = 0
    /// Some fact was stated at all.
    private(set) var isEmpty = true
    /// What may have been stated.
    private(set) var topics: Topic = []

    init() {
        for _ in Fact.allCases { entries.append(Entry()) }
    }

    /// Reads the selected item's attributes in one pass.
    mutating func read(_ batch: borrowing Batch, _ lexicon: Lexicon) {
        nextSpan()
        var all = Lexicon.Meaning()
        batch.forEachKnown { slot, value in
            let meaning = lexicon[slot]
            guard meaning.isSomething else { return }
            all.join(meaning)
            if meaning.rank != 0 { take(meaning, slot, value) }
        }
        isTelling = all.isTelling
        probes = all.probe
        topics = all.topic
        isEmpty = all.rank == 0
    }

    private mutating func nextSpan() {
        span &+= 1
        guard span == 0 else { return }
        for i in 0..<entries.count { entries[i] = Entry() }
        span = 1
    }

    @inline(__always)
    private mutating func take(_ meaning: Lexicon.Meaning, _ slot: Slot, _ value: Value) {
        let place = Int(meaning.fact)
        // Of a repeated key the last one counts.
        guard entries[place].span != span || entries[place].rank == 0 || meaning.rank <= entries[place].rank, value.saysSomething else {
            return
        }
        if place == Int(Fact.conversation.rawValue), !Conversation.isPlausible(value) { return }
        entries[place] = Entry(value: value, span: span, slot: UInt32(truncatingIfNeeded: slot.index), rank: meaning.rank)
    }

    private func rank(_ place: Int) -> UInt8 { entries[place].span == span ? entries[place].rank : 0 }

    subscript(_ fact: Fact) -> Value {
        let place = Int(fact.rawValue)
        return rank(place) == 0 ? .absent : entries[place].value
    }

    func has(_ fact: Fact) -> Bool { rank(Int(fact.rawValue)) != 0 }

    /// The fact as text; empty where it is absent or no text.
    func text(_ fact: Fact) -> Text { self[fact].text ?? .empty }

    /// The key a fact was found under; meaningless where it was not.
    func slot(_ fact: Fact) -> Slot { Slot(number: Int(entries[Int(fact.rawValue)].slot)) }

    /// Puts a fact that was found in another place than its key.
    mutating func put(_ fact: Fact, _ value: Value, from slot: Slot) {
        entries[Int(fact.rawValue)] = Entry(value: value, span: span, slot: UInt32(truncatingIfNeeded: slot.index), rank: 255)
    }

    /// Forgets a fact that does not hold here.
    mutating func forget(_ fact: Fact) { entries[Int(fact.rawValue)].rank = 0 }
}
