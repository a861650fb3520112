/// Finds more than the first syntax error: takes out the statement with the error and parses the rest again.
struct SyntaxCheck {
    private static let limit = 20
    /// Larger files show only their first: every attempt parses them again.
    private static let limitBytes = 256 << 10

    let mistakes: Mistakes
    private var lines: [Substring]

    /// The tree, or `nil` and the mistakes.
    static func parse(_ text: String, _ mistakes: Mistakes) -> Table? {
        do { return try TreeBuilder.parse(text) } catch {
            var check = SyntaxCheck(mistakes: mistakes, lines: mistakes.source.lines)
            check.collect(error)
            return nil
        }
    }

    private mutating func collect(_ first: TreeBuilder.SyntaxError) {
        var error = first
        let isSmall = lines.reduce(0) { $0 + $1.utf8.count } <= Self.limitBytes
        for _ in 0..<Self.limit {
            let number = min(max(1, error.place.line), lines.count)
            let start = isSmall ? statement(around: number) : nil
            // Only a repeated name is found after its line was read to the end.
            let shown = error.isRepetition ? start ?? number : number
            hideSecrets(shown, isWhole: start == shown)
            let hint = start.map { $0 < shown ? "it begins in line \($0)" : nil } ?? nil
            mistakes.add(at: place(of: error, line: shown), "", error.reworded, hint: hint ?? error.hint)
            // What follows something that goes on and on cannot be trusted.
            guard start == shown else { return }
            remove(shown)
            do { _ = try TreeBuilder.parse(lines.joined(separator: "\n")) } catch let next {
                guard next.place.line > shown else { return }
                error = next
                continue
            }
            return
        }
    }

    /// Where the statement with this line begins: all before it parses. `nil` where that is far away.
    private func statement(around number: Int) -> Int? {
        (max(1, number - 50)...number).reversed().first { start in
            (try? TreeBuilder.parse(lines[..<(start - 1)].joined(separator: "\n"))) != nil
        }
    }

    /// Empties a line; with a header, its whole section.
    private mutating func remove(_ number: Int) {
        let isHeader = Self.isHeader(lines[number - 1])
        lines[number - 1] = ""
        guard isHeader else { return }
        for index in number..<lines.count {
            if Self.isHeader(lines[index]) { return }
            lines[index] = ""
        }
    }

    private func place(of error: TreeBuilder.SyntaxError, line: Int) -> Place {
        let text = mistakes.source.line(line).unicodeScalars
        guard error.isRepetition || error.place.line != line else {
            return Place(line: line, column: min(max(1, error.place.column), text.count + 1))
        }
        let blanks = text.prefix { $0 == " " || $0 == "\t" }.count
        return Place(line: line, column: blanks + 1, length: text.dropFirst(blanks).prefix { $0 != " " && $0 != "=" }.count)
    }

    /// A file that does not parse declares no secrets, so go by names: hide what stands after the `=` of a telling line, and all of a
    /// continued line in a section with such a name.
    private func hideSecrets(_ number: Int, isWhole: Bool) {
        let line = mistakes.source.line(number)
        var above = number - 1
        var isTelling = SecretName.appears(in: line)
        while above > 0, !isTelling {
            let text = mistakes.source.line(above)
            if !isWhole || Self.isHeader(text) { isTelling = SecretName.appears(in: text) }
            if Self.isHeader(text) { break }
            above -= 1
        }
        guard isTelling, !Self.isHeader(line) else { return }
        let scalars = Array(line.unicodeScalars)
        let start = isWhole ? scalars.firstIndex(of: "=").map { $0 + 1 } ?? 0 : 0
        let blanks = scalars[start...].prefix { $0 == " " || $0 == "\t" }.count
        mistakes.hide(Place(line: number, column: start + blanks + 1, endLine: number + 1, endColumn: 1))
    }

    private static func isHeader(_ line: Substring) -> Bool { line.unicodeScalars.first { $0 != " " && $0 != "\t" } == "[" }
}

extension TreeBuilder.SyntaxError {
    /// A name that was given before.
    fileprivate var isRepetition: Bool { message.contains("cannot redefine") || message.contains("cannot insert") }

    fileprivate var hint: String? { message.contains("could not determine value type") ? "text stands in quotes" : nil }

    /// toml++ begins with what it was doing: `Error while parsing KIND: `.
    fileprivate var reworded: String {
        let words = "Error while parsing "
        guard message.hasPrefix(words), let colon = message.firstIndex(of: ":") else { return message }
        let kind = message[message.index(message.startIndex, offsetBy: words.count)..<colon]
        return "bad \(kind): \(message[message.index(after: colon)...].drop { $0 == " " })"
    }
}
