/// A place in a price file and what is wrong there, shown as compilers do.
package struct PriceMistake: Error, Equatable, Sendable, CustomStringConvertible {
    package enum Severity: String, Sendable { case error, warning }

    package var severity = Severity.error
    /// The file's name, or `inline` for lines of a pipeline file.
    package var file: String
    /// 1-based.
    package var line: Int
    /// 1-based, in bytes.
    package var column: Int
    /// How many bytes the mistake covers.
    package var length: Int
    package var message: String
    /// What to do about it, where we can tell.
    package var hint: String?
    /// The line as written.
    package var source: String

    package var description: String {
        let number = String(line)
        let margin = String(repeating: " ", count: number.count)
        let pad = String(repeating: " ", count: max(0, column - 1))
        let marks = String(repeating: "^", count: max(1, min(length, 80)))
        let shown = source.count > 200 ? String(source.prefix(200)) + "…" : source
        return """
            \(file):\(line):\(column): \(severity.rawValue): \(message)
            \(number) | \(shown)
            \(margin) | \(pad)\(marks)\(hint.map { " \($0)" } ?? "")
            """
    }
}

extension PriceMistake {
    /// A mistake of a whole file.
    package init(file: String, _ message: String) {
        self.init(file: file, line: 1, column: 1, length: 1, message: message, source: "")
    }

    /// In one line: `prices.toml:3:7: unknown word 'inn'`
    package var inOneLine: String { "\(file):\(line):\(column): \(message)" }
}

/// All mistakes of one file. A file with any is refused as a whole.
package struct PriceMistakes: Error, Sendable, CustomStringConvertible {
    package let mistakes: [PriceMistake]

    package init(mistakes: [PriceMistake]) { self.mistakes = mistakes }

    package var description: String { mistakes.map(\.description).joined(separator: "\n") }
}

/// The word meant, probably.
enum Spelling {
    /// The candidate nearest to `word`, if it is near enough to be worth saying.
    static func nearest(to word: String, in candidates: some Sequence<String>) -> String? {
        guard word.utf8.count <= 64 else { return nil }
        var best: (distance: Int, word: String)?
        for candidate in candidates {
            let limit = min(best?.distance ?? .max, max(1, max(word.utf8.count, candidate.utf8.count) / 3) + 1)
            guard abs(candidate.utf8.count - word.utf8.count) < limit else { continue }
            let distance = distance(Array(word.utf8), Array(candidate.utf8))
            if distance < limit { best = (distance, candidate) }
        }
        return best?.word
    }

    /// The edit distance of two words; two neighbours changing places count as one edit.
    static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
        var before = [Int](repeating: 0, count: b.count + 1)
        var row = Array(0...b.count)
        for i in a.indices {
            var next = [i + 1] + [Int](repeating: 0, count: b.count)
            for j in b.indices {
                let replaced = row[j] + (a[i] == b[j] ? 0 : 1)
                next[j + 1] = min(replaced, row[j + 1] + 1, next[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { next[j + 1] = min(next[j + 1], before[j - 1] + 1) }
            }
            before = row
            row = next
        }
        return row[b.count]
    }
}
