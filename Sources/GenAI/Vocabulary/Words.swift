import Wire

/// A closed list of words and what each of them means, found by one hash: no `String` is made on the way.
struct Words<Meaning: Sendable>: Sendable {
    /// Whether `Chat` is `chat`.
    enum Case: Sendable { case matters, ignored }

    private let entries: [(word: StaticString, meaning: Meaning)]
    /// Index + 1 into `entries`; 0 is free. Its size is a power of two.
    private let buckets: [UInt16]
    private let longest: Int
    private let letters: Case

    /// In a list for which case is ignored all words are written in lower case.
    init(_ letters: Case = .ignored, _ entries: [(StaticString, Meaning)]) {
        self.entries = entries
        self.letters = letters
        longest = entries.reduce(0) { max($0, $1.0.utf8CodeUnitCount) }
        var size = 8
        while size < entries.count * 3 { size *= 2 }
        var buckets = [UInt16](repeating: 0, count: size)
        for (index, entry) in entries.enumerated() {
            var bucket = Self.hash(Text(entry.0), letters) & (size - 1)
            while buckets[bucket] != 0 { bucket = (bucket + 1) & (size - 1) }
            buckets[bucket] = UInt16(truncatingIfNeeded: index + 1)
        }
        self.buckets = buckets
    }

    /// Several words with one meaning.
    init(_ letters: Case = .ignored, grouped: [(Meaning, [StaticString])]) {
        self.init(letters, grouped.flatMap { group in group.1.map { ($0, group.0) } })
    }

    subscript(_ text: Text) -> Meaning? {
        guard text.count > 0, text.count <= longest else { return nil }
        var bucket = Self.hash(text, letters) & (buckets.count - 1)
        while buckets[bucket] != 0 {
            let entry = entries[Int(buckets[bucket]) - 1]
            if Self.same(text, entry.word, letters) { return entry.meaning }
            bucket = (bucket + 1) & (buckets.count - 1)
        }
        return nil
    }

    private static func same(_ text: Text, _ word: StaticString, _ letters: Case) -> Bool {
        switch letters {
        case .matters: text == word
        case .ignored: text.equalsIgnoringCase(word)
        }
    }

    private static func hash(_ text: Text, _ letters: Case) -> Int {
        let hash = letters == .matters ? text.hash(seed: 3) : text.hashIgnoringCase(seed: 3)
        return Int(truncatingIfNeeded: hash & 0x7FFF_FFFF)
    }
}
