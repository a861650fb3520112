/// Finds more than the first syntax error: takes out the statement with the error and parses the rest again.
struct SyntaxCheck {
    private static let limit = 20

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
        for _ in 0..<Self.limit {
            // toml++ reports what a line lacks at the start of the next.
            let number = min(max(1, error.place.line), lines.count)
            let isWhole = startsStatement(number)
            hideSecrets(number, isWhole: isWhole)
            mistakes.add(at: place(of: error, line: number), "", Self.reworded(error.message))
            guard isWhole else { return }
            remove(number)
            do { _ = try TreeBuilder.parse(lines.joined(separator: "\n")) } catch let next {
                guard next.place.line > number else { return }
                error = next
                continue
            }
            return
        }
    }

    /// Whether all before this line parses. If not, the error belongs to something that began earlier, and what follows cannot be trusted.
    private func startsStatement(_ number: Int) -> Bool {
        (try? TreeBuilder.parse(lines[..<(number - 1)].joined(separator: "\n"))) != nil
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
        let length = mistakes.source.line(line).unicodeScalars.count
        return Place(line: line, column: min(max(1, error.place.column), length + 1))
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

    /// toml++ begins with what it was doing: `Error while parsing KIND: `.
    private static func reworded(_ message: String) -> String {
        let words = "Error while parsing "
        guard message.hasPrefix(words), let colon = message.firstIndex(of: ":") else { return message }
        let kind = message[message.index(message.startIndex, offsetBy: words.count)..<colon]
        return "\(kind): \(message[message.index(after: colon)...].drop { $0 == " " })"
    }
}
