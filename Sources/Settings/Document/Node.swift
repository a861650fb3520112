/// A value of a settings file.
struct Node: Sendable {
    let value: Value
    /// Of a table with a header: its header.
    let place: Place

    indirect enum Value: Sendable {
        case string(String)
        case integer(Int64)
        case float(Double)
        case boolean(Bool)
        /// A date or a time, which no setting takes.
        case time
        case array([Node])
        case table(Table)
    }

    /// What it is, for messages.
    var noun: String {
        switch value {
        case .string: "a string"
        case .integer: "an integer"
        case .float: "a float"
        case .boolean: "a boolean"
        case .time: "a date or time"
        case .array: "an array"
        case .table: "a table"
        }
    }
}

/// A key and what it holds.
struct Entry: Sendable {
    let key: String
    let place: Place
    let node: Node
}

/// Keys in the order of the file.
struct Table: Sendable {
    let entries: [Entry]
    private let index: [String: Int]

    init(_ entries: [Entry] = []) {
        self.entries = entries.sorted { $0.place < $1.place }
        index = Dictionary(self.entries.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(key: String) -> Entry? { index[key].map { entries[$0] } }
}
