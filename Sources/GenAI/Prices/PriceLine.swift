/// One line of a price file, cut into words with their columns.
struct PriceLine {
    struct Word {
        var text: String
        /// 1-based, in bytes.
        var column: Int
        var length: Int { text.utf8.count }
    }

    let number: Int
    let isIndented: Bool
    private(set) var words: [Word] = []

    /// Words end at blanks; `#` at the start of a word begins a comment.
    init(number: Int, bytes: ArraySlice<UInt8>) {
        self.number = number
        isIndented = bytes.first == 32 || bytes.first == 9
        var i = bytes.startIndex
        while i < bytes.endIndex {
            while i < bytes.endIndex, PriceLine.isBlank(bytes[i]) { i += 1 }
            guard i < bytes.endIndex, bytes[i] != UInt8(ascii: "#") else { break }
            let start = i
            while i < bytes.endIndex, !PriceLine.isBlank(bytes[i]) { i += 1 }
            words.append(Word(text: String(decoding: bytes[start..<i], as: UTF8.self), column: start - bytes.startIndex + 1))
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }

    /// Where the words up to the one that ends in a colon stop: (head, payload), or nil where no word does.
    func split() -> (head: ArraySlice<Word>, payload: ArraySlice<Word>)? {
        guard let end = words.firstIndex(where: { $0.text.utf8.last == UInt8(ascii: ":") }) else { return nil }
        var head = words[...end]
        head[end].text.removeLast()
        if head[end].text.isEmpty { head.removeLast() }
        return (head, words[(end + 1)...])
    }

    func place(_ word: Word? = nil) -> PricePlace {
        let word = word ?? words.first
        return PricePlace(
            line: Int32(truncatingIfNeeded: number), column: Int32(truncatingIfNeeded: word?.column ?? 1),
            length: Int32(truncatingIfNeeded: word?.length ?? 1))
    }
}
