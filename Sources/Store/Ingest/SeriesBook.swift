import GRDB

/// The numbers of series and environments. Both are bounded: what is beyond goes together under `(other)`.
struct SeriesBook {
    /// A series' number, its environment's, and its line's where it is one of calls.
    struct Entry: Sendable {
        let sid: Int64
        let environment: Int64
        let line: Int64?

        /// The rows of rollups that a span of it adds to.
        var rows: [Int64] { [sid, -environment] + (line.map { [LineBook.row($0)] } ?? []) }
    }

    static let other = "(other)"

    private let limit: Int
    private let agentLimit = 200
    private let environmentLimit = 100
    private var entries: [SeriesKey: Entry] = [:]
    private var known: [Int64: (key: SeriesKey, entry: Entry)] = [:]
    private var environments: [String: Int64] = [:]
    private var lines = LineBook()
    private var agents: [String: Set<String>] = [:]

    init(limit: Int = 20_000) { self.limit = limit }

    /// Reads what is known; also after a rollback, when numbers given out since are void.
    mutating func load(_ db: Database) throws {
        self = SeriesBook(limit: limit)
        for row in try Row.fetchAll(db, sql: "SELECT id, name FROM environment") { environments[row[1]] = row[0] }
        try lines.load(db)
        for (sid, key) in try Self.all(db) {
            guard let environment = environments[key.environment] else { continue }
            keep(key, Entry(sid: sid, environment: environment, line: try lines.line(of: key, db)))
        }
    }

    static func all(_ db: Database) throws -> [(Int64, SeriesKey)] {
        let sql = "SELECT id, environment, service, role, operation, provider, model, agent, outcome FROM series"
        return try Row.fetchAll(db, sql: sql).map { row in
            (
                row[0],
                SeriesKey(
                    environment: row[1], service: row[2], role: row[3], operation: row[4], provider: row[5], model: row[6], agent: row[7],
                    outcome: row[8])
            )
        }
    }

    func key(_ sid: Int64) -> SeriesKey? { known[sid]?.key }

    /// Of the series whose keys are wanted.
    func numbers(where isWanted: (SeriesKey) -> Bool) -> [Int64] { known.filter { isWanted($0.value.key) }.map(\.key) }

    func entry(_ sid: Int64) -> Entry? { known[sid]?.entry }

    mutating func entry(_ key: SeriesKey, _ db: Database) throws -> Entry {
        if let known = entries[key] { return known }
        var capped = key
        if environments[key.environment] == nil, environments.count >= environmentLimit { capped.environment = Self.other }
        if !key.agent.isEmpty, let known = agents[capped.environment], known.count >= agentLimit, !known.contains(key.agent) {
            capped.agent = Self.other
        }
        if entries.count >= limit {
            capped.service = Self.other
            capped.provider = Self.other
            capped.model = Self.other
            capped.agent = Self.other
        }
        if capped != key, let known = entries[capped] { return known }
        return try insert(capped, db)
    }

    private mutating func insert(_ key: SeriesKey, _ db: Database) throws -> Entry {
        let environment = try environments[key.environment] ?? insert(environment: key.environment, db)
        try db.execute(
            sql: """
                INSERT INTO series(environment, service, role, operation, provider, model, agent, outcome) VALUES(?,?,?,?,?,?,?,?)
                """,
            arguments: [
                key.environment, key.service, key.role, key.operation, key.provider, key.model, key.agent, key.outcome,
            ])
        let sid = db.lastInsertedRowID
        let entry = Entry(sid: sid, environment: environment, line: try lines.line(of: key, db))
        keep(key, entry)
        return entry
    }

    private mutating func insert(environment: String, _ db: Database) throws -> Int64 {
        try db.execute(sql: "INSERT INTO environment(name) VALUES(?)", arguments: [environment])
        environments[environment] = db.lastInsertedRowID
        return db.lastInsertedRowID
    }

    private mutating func keep(_ key: SeriesKey, _ entry: Entry) {
        entries[key] = entry
        known[entry.sid] = (key, entry)
        if !key.agent.isEmpty { agents[key.environment, default: []].insert(key.agent) }
    }
}
