/// The text of a settings file, line by line, for showing mistakes.
package struct Source: Sendable {
    /// As the user named it.
    package let name: String
    /// Without line ends.
    let lines: [Substring]

    init(name: String, text: String) {
        self.name = name
        lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
        }
    }

    /// Line `number`, from 1; empty where there is none.
    func line(_ number: Int) -> Substring { lines.indices.contains(number - 1) ? lines[number - 1] : "" }

    /// Where `text` stands inside `place`; all of `place` where it is not written just like that.
    func place(of text: String, in place: Place) -> Place {
        guard place.endLine == place.line else { return place }
        let scalars = Array(line(place.line).unicodeScalars)
        let wanted = Array(text.unicodeScalars)
        let last = min(scalars.count, place.endColumn - 1) - wanted.count
        guard !wanted.isEmpty, place.column - 1 <= last else { return place }
        for start in (place.column - 1)...last where scalars[start..<start + wanted.count].elementsEqual(wanted) {
            return Place(line: place.line, column: start + 1, length: wanted.count)
        }
        return place
    }
}
