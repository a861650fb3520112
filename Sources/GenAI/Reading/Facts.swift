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

    private let pin = Pin()
    private var entries = Scratch<Entry>(capacity: Fact.allCases.count)
    private var span: UInt32 = 0
    /// A key that only GenAI instrumentation writes was there.
    private(set) var isTelling = false
    /// Bit i: a key that gives dialect i away was there.
    private(set) var probes: UInt32 = 0
    /// Some fact was stated at all.
    private(set) var isEmpty = true
    /// What may have been stated.
    private(set) var topics: Topic = []
    /// The same for spans that state the same facts under the same keys, personal ones whatever they say. 0 where too much was said.
    private(set) var identity: UInt64 = 0
    /// So that nobody outside can choose words that look the same.
    let seed = UInt64.random(in: .min ... .max)
    /// Values longer than about this are no words that many spans share.
    private static let longestWord = 255

    init() {
        for _ in Fact.allCases { entries.append(Entry()) }
    }

    /// Reads the selected item's attributes in one pass.
    mutating func read(_ batch: borrowing Batch, _ lexicon: Lexicon) {
        nextSpan()
        var all = Lexicon.Meaning()
        var (words, length) = (seed, 0)
        batch.forEachKnown { slot, value in
            let meaning = lexicon[slot]
            if meaning.isNothing { return }
            all.join(meaning)
            guard meaning.rank != 0, take(meaning, slot, value) else { return }
            let key = words ^ UInt64(truncatingIfNeeded: slot.index) << 8 ^ UInt64(value.kind.rawValue)
            if meaning.isPersonal {
                words = Text.mix(key)
            } else {
                words = value.hash(seed: key)
                length |= value.byteCount
            }
        }
        isTelling = all.isTelling
        probes = all.probe
        topics = all.topic
        isEmpty = all.rank == 0
        identity = length > Facts.longestWord ? 0 : words
    }

    private mutating func nextSpan() {
        span &+= 1
        guard span == 0 else { return }
        for i in 0..<entries.count { entries[i] = Entry() }
        span = 1
    }

    /// Whether the value is believed.
    @inline(__always)
    private mutating func take(_ meaning: Lexicon.Meaning, _ slot: Slot, _ value: Value) -> Bool {
        let place = Int(meaning.fact)
        // Of a repeated key the last one counts.
        guard entries[place].span != span || entries[place].rank == 0 || meaning.rank <= entries[place].rank, value.saysSomething else {
            return false
        }
        if place == Int(Fact.conversation.rawValue), !Conversation.isPlausible(value) { return false }
        entries[place] = Entry(value: value, span: span, slot: UInt32(truncatingIfNeeded: slot.index), rank: meaning.rank)
        return true
    }

    private func rank(_ place: Int) -> UInt8 { entries[place].span == span ? entries[place].rank : 0 }

    subscript(_ fact: Fact) -> Value {
        let place = Int(fact.rawValue)
        return rank(place) == 0 ? .absent : entries[place].value
    }

    func has(_ fact: Fact) -> Bool { rank(Int(fact.rawValue)) != 0 }

    /// The fact as text; empty where it is absent or no text.
    func text(_ fact: Fact) -> Text { self[fact].text ?? .empty }

    /// Whether a fact is this text, under this key.
    func says(_ text: Text, _ fact: Fact, _ slot: Slot) -> Bool { has(fact) && self.slot(fact) == slot && self[fact].says(text) }

    /// The key a fact was found under; meaningless where it was not.
    func slot(_ fact: Fact) -> Slot { Slot(number: Int(entries[Int(fact.rawValue)].slot)) }

    /// Puts a fact that was found in another place than its key.
    mutating func put(_ fact: Fact, _ value: Value, from slot: Slot) {
        entries[Int(fact.rawValue)] = Entry(value: value, span: span, slot: UInt32(truncatingIfNeeded: slot.index), rank: 255)
    }

    /// Forgets a fact that does not hold here.
    mutating func forget(_ fact: Fact) { entries[Int(fact.rawValue)].rank = 0 }

    // MARK: - Passages

    /// Where a text stands in what was said, so that it can be found in the same words of another span.
    struct Passage: BitwiseCopyable {
        /// A fact, or `name`.
        var fact: UInt8 = 0
        var offset: UInt16 = 0
        var count: UInt16 = 0

        /// The span's name, which is no fact.
        static let name = UInt8.max
    }

    /// Where `text` stands; nil where it comes from elsewhere.
    func passage(_ text: Text, _ name: Text) -> Passage? {
        if text.isEmpty { return Passage() }
        if let offset = text.offset(in: name) { return Passage(Passage.name, offset, text) }
        for fact in Fact.allCases where has(fact) && !fact.isPersonal {
            guard let said = self[fact].text, let offset = text.offset(in: said) else { continue }
            return Passage(fact.rawValue, offset, text)
        }
        return nil
    }

    @inline(__always)
    func text(_ passage: Passage, _ name: Text) -> Text {
        if passage.count == 0 { return .empty }
        let said = passage.fact == Passage.name ? name : entries[Int(passage.fact)].value.text ?? .empty
        return said.slice(Int(passage.offset), Int(passage.offset) + Int(passage.count))
    }
}

extension Facts.Passage {
    fileprivate init?(_ fact: UInt8, _ offset: Int, _ text: Text) {
        guard let offset = UInt16(exactly: offset), let count = UInt16(exactly: text.count) else { return nil }
        self.init(fact: fact, offset: offset, count: count)
    }
}
