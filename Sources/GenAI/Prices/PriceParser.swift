/// Reads a `.prices` file or inline lines of the same grammar (`prices.md` 3.1).
///
/// Strict: every unknown word is a mistake with its place, all mistakes of a file are found in one reading, and a file with any
/// yields nothing at all.
package struct PriceParser {
    var file: PriceFile
    private(set) var mistakes: [PriceMistake] = []
    private var sawVersion: Bool
    /// The record that indented lines belong to; nil after a line that could not be read.
    var hasRecord = false

    /// More than this is not a price file.
    static let maxBytes = 16 << 20
    private static let maxMistakes = 100

    private init(name: String, bytes: [UInt8], needsVersion: Bool) {
        file = PriceFile(name: name)
        file.text = bytes
        sawVersion = !needsVersion
    }

    /// What a file says; throws `PriceMistakes` with all of them.
    package static func parse(_ bytes: [UInt8], name: String) throws(PriceMistakes) -> PriceFile {
        try parse(bytes, name: name, needsVersion: true)
    }

    /// The same for lines inside a pipeline file, which need no `prices 1`.
    package static func parse(lines: [String], name: String = "inline") throws(PriceMistakes) -> PriceFile {
        try parse(Array(lines.joined(separator: "\n").utf8), name: name, needsVersion: false)
    }

    private static func parse(_ bytes: [UInt8], name: String, needsVersion: Bool) throws(PriceMistakes) -> PriceFile {
        var parser = PriceParser(name: name, bytes: bytes, needsVersion: needsVersion)
        parser.readAll(bytes)
        guard parser.mistakes.isEmpty else { throw PriceMistakes(mistakes: parser.mistakes) }
        return parser.file
    }

    private mutating func readAll(_ bytes: [UInt8]) {
        guard bytes.count <= PriceParser.maxBytes else {
            return fail(PricePlace(line: 1), "the file is longer than \(PriceParser.maxBytes >> 20) MiB")
        }
        var number = 0
        var start = 0
        while start <= bytes.count, mistakes.count < PriceParser.maxMistakes {
            let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
            number += 1
            let line = PriceLine(number: number, bytes: bytes[start..<end])
            if let word = line.words.first(where: { !$0.isUnicode }) {
                fail(line.place(word), "'\(word.text)' is not UTF-8", hint: "save the file as UTF-8")
            } else if !line.words.isEmpty {
                read(line)
            }
            start = end + 1
        }
        if !sawVersion, mistakes.isEmpty { fail(PricePlace(line: 1), "the file is empty", hint: "begin with 'prices 1'") }
    }

    private mutating func read(_ line: PriceLine) {
        if !sawVersion {
            sawVersion = true
            return readVersion(line)
        }
        if line.isIndented { return readRule(line) }
        hasRecord = false
        guard let first = line.words.first else { return }
        switch first.text {
        case "prices": readVersion(line)
        case "asof": readAsOf(line)
        case "source": file.sources.append(line.rest)
        case "calendar": readCalendar(line)
        case "rate": readCurrency(line)
        case "provider": readProvider(line)
        case _ where first.text.contains("/"): readRecord(line)
        default:
            let nearest = Spelling.nearest(to: first.text, in: ["asof", "source", "calendar", "rate", "provider"])
            let hint = nearest.map { "did you mean '\($0)'?" } ?? "a model is written 'provider/model: in 1 out 2'"
            fail(line.place(first), "unknown word '\(first.text)'", hint: hint)
        }
    }

    private mutating func readVersion(_ line: PriceLine) {
        guard line.words.count == 2, line.words[0].text == "prices" else {
            return fail(line.place(), "a price file begins with its version", hint: "write 'prices 1'")
        }
        if line.words[1].text != "1" {
            fail(line.place(line.words[1]), "unknown version '\(line.words[1].text)'", hint: "this is version 1")
        }
    }

    // MARK: - Mistakes

    mutating func fail(_ place: PricePlace, _ message: String, hint: String? = nil) {
        guard mistakes.count < PriceParser.maxMistakes else { return }
        mistakes.append(file.mistake(place, message, hint))
    }

    mutating func failWord(_ word: PriceLine.Word, _ line: PriceLine, _ known: some Sequence<String>) {
        let hint = Spelling.nearest(to: word.text, in: known).map { "did you mean '\($0)'?" }
        fail(line.place(word), "unknown word '\(word.text)'", hint: hint)
    }

    /// The word after `word`, or a mistake saying what should stand there.
    mutating func next(_ words: inout ArraySlice<PriceLine.Word>, after word: PriceLine.Word, _ line: PriceLine, _ what: String)
        -> PriceLine.Word?
    {
        guard let found = words.popFirst() else {
            fail(line.place(word), "'\(word.text)' needs \(what)")
            return nil
        }
        return found
    }
}
