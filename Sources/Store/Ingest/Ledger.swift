import GRDB

/// Counts of the store's whole life, and marks that a restart needs.
struct Ledger: Equatable {
    enum Entry: String, CaseIterable {
        case spans, records, redelivered, badTimestamps, tooOld, traces, conversations, newest, lastCommit, genAI, metered, priced, content
        /// The number that the next trace gets.
        case nextTrace
    }

    private var values = Array(repeating: Int64(0), count: Entry.allCases.count)
    private var written: [Int64] = []

    subscript(entry: Entry) -> Int64 {
        get { values[Self.place[entry] ?? 0] }
        set { values[Self.place[entry] ?? 0] = newValue }
    }

    private static let place = Dictionary(uniqueKeysWithValues: Entry.allCases.enumerated().map { ($1, $0) })

    mutating func load(_ db: Database) throws {
        self = Ledger()
        for row in try Row.fetchAll(db, sql: "SELECT key, value FROM meta") {
            if let entry = Entry(rawValue: row[0]) { self[entry] = row[1] }
        }
        if self[.nextTrace] == 0 { self[.nextTrace] = 1 }
        written = values
    }

    mutating func write(_ db: Database) throws {
        let statement = try db.cachedStatement(sql: "INSERT OR REPLACE INTO meta(key, value) VALUES(?,?)")
        for (i, entry) in Entry.allCases.enumerated() where written[i] != values[i] {
            try statement.execute(arguments: [entry.rawValue, values[i]])
        }
        written = values
    }
}
