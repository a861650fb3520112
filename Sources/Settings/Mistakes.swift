import Synchronization

/// One mistake in a settings file: where, what, and what might have been meant.
package struct Mistake: Equatable, Sendable {
    package let place: Place
    package let message: String
    package let hint: String?
}

/// All mistakes of one file, collected while it is read, so that one run shows them all.
package final class Mistakes: Sendable {
    package let file: String
    private let lines: [String]
    private struct State: ~Copyable {
        var mistakes: [Mistake] = []
        /// Values that must not be shown: line, column and length.
        var secrets: [Place] = []
    }
    private let state = Mutex(State())

    package init(file: String, text: String) {
        self.file = file
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.hasSuffix("\r") ? String($0.dropLast()) : String($0) }
    }

    package func add(_ message: String, at place: Place, hint: String? = nil) {
        state.withLock { state in
            let mistake = Mistake(place: place, message: message, hint: hint)
            if !state.mistakes.contains(mistake) { state.mistakes.append(mistake) }
        }
    }

    /// The value at this place is not shown in any message.
    func hide(_ place: Place) { state.withLock { $0.secrets.append(place) } }

    package var isEmpty: Bool { state.withLock { $0.mistakes.isEmpty } }

    /// In the order of the file.
    package var all: [Mistake] { state.withLock { $0.mistakes }.sorted { $0.place < $1.place } }

    /// As people read them: `FILE:LINE:COLUMN: error: …`, the line, and a mark under the text in question.
    package var rendered: String { all.map(render).joined(separator: "\n") }

    private func render(_ mistake: Mistake) -> String {
        let place = mistake.place
        let number = String(place.line)
        let source = shown(place.line)
        let before = source.prefix(place.column - 1)
        let margin = String(repeating: " ", count: number.count) + " | "
        // A tab stays a tab, so that the mark stands where the text stands.
        let indent = String(before.map { $0 == "\t" ? "\t" : " " })
        let marks = String(repeating: "^", count: min(place.length, max(source.count - before.count, 1)))
        let hint = mistake.hint.map { " " + $0 } ?? ""
        return "\(file):\(place.line):\(place.column): error: \(mistake.message)\n\(number) | \(source)\n\(margin)\(indent)\(marks)\(hint)"
    }

    /// A source line with its secrets masked.
    private func shown(_ line: Int) -> String {
        guard line >= 1, line <= lines.count else { return "" }
        var characters = Array(lines[line - 1].unicodeScalars)
        for secret in state.withLock({ $0.secrets }) where secret.line == line {
            for column in secret.column..<(secret.column + secret.length) where column <= characters.count { characters[column - 1] = "*" }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: characters.prefix(400).map { $0.value < 32 && $0 != "\t" ? "\u{FFFD}" : $0 })
        return String(text)
    }
}
