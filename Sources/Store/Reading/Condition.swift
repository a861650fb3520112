import GRDB

/// The WHERE of a list: parts that must all hold, with their arguments.
struct Condition {
    private(set) var parts: [String] = []
    private(set) var arguments = StatementArguments()

    var sql: String { parts.isEmpty ? "1" : parts.joined(separator: " AND ") }

    mutating func add(_ part: String, _ values: [(any DatabaseValueConvertible)?] = []) { add(part, StatementArguments(values)) }

    mutating func add(_ part: String, _ values: StatementArguments) {
        parts.append(part)
        arguments += values
    }

    mutating func add(_ column: String, _ choice: Choice) {
        let places: ([String]) -> String = { Array(repeating: "?", count: $0.count).joined(separator: ",") }
        if !choice.include.isEmpty { add("\(column) IN (\(places(choice.include)))", choice.include) }
        if !choice.exclude.isEmpty { add("COALESCE(\(column),'') NOT IN (\(places(choice.exclude)))", choice.exclude) }
    }

    /// Text that stands somewhere in one of these columns.
    mutating func add(text: String, in columns: [String]) {
        var pattern = "%"
        for character in text.prefix(200) {
            if character == "%" || character == "_" || character == "\\" { pattern.append("\\") }
            pattern.append(character)
        }
        pattern += "%"
        let likes = columns.map { "\($0) LIKE ? ESCAPE '\\'" }.joined(separator: " OR ")
        add("(\(likes))", columns.map { _ in pattern })
    }

    /// What lies behind a cursor. `column` must never be NULL.
    mutating func add(after cursor: Cursor?, _ column: String, descending: Bool) {
        guard let cursor else { return }
        let sign = descending ? "<" : ">"
        switch cursor.value {
        case .number(let number): add("(\(column),id) \(sign) (?,?)", [number, cursor.id])
        case .text(let text): add("(\(column),id) \(sign) (?,?)", [text, cursor.id])
        }
    }
}
