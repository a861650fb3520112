/// One line of a price file, cut into words with their columns.
struct PriceLine {
    struct Word {
        var text: String
        /// 1-based, in bytes.
        var column: Int
        /// False where bytes that are no UTF-8 were replaced.
        var isUnicode = true
        var length: Int { text.utf8.count }
    }

    let number: Int
    let isIndented: Bool
    /// The first word that ends in a colon is here without it.
    private(set) var words: [Word] = []
    /// Which word that is.
    private(set) var colon: Int?

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
            var end = i
            if colon == nil, bytes[i - 1] == UInt8(ascii: ":") {
                colon = words.count
                end -= 1
            }
            let text = String(validating: bytes[start..<end], as: UTF8.self)
            words.append(
                Word(
                    text: text ?? String(decoding: bytes[start..<end], as: UTF8.self), column: start - bytes.startIndex + 1,
                    isUnicode: text != nil))
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 || byte == 13 }

    /// What stands before the colon and after it; nil where there is none.
    func split() -> (head: ArraySlice<Word>, payload: ArraySlice<Word>)? {
        guard let colon else { return nil }
        return (words[colon].text.isEmpty ? words[..<colon] : words[...colon], words[(colon + 1)...])
    }

    /// The words from the second on, as written but for blanks.
    var rest: String {
        words.indices.dropFirst().map { words[$0].text + ($0 == colon ? ":" : "") }.joined(separator: " ")
    }

    func place(_ word: Word? = nil) -> PricePlace {
        let word = word ?? words.first
        return PricePlace(
            line: Int32(truncatingIfNeeded: number), column: Int32(truncatingIfNeeded: word?.column ?? 1),
            length: Int32(truncatingIfNeeded: word?.length ?? 1))
    }
}
