import GRDB

/// Lines: all series of calls of one environment, provider, model and outcome together, whatever their service, agent and operation.
///
/// Rollups keep their sums and histograms ready, for they are what is asked most: models, prices, successful requests.
struct LineBook {
    private static let base: Int64 = 1_000_000

    private var numbers: [SeriesKey: Int64] = [:]

    /// The number under which rollups keep a line; below those of environments.
    static func row(_ line: Int64) -> Int64 { -base - line }

    static func isLine(_ row: Int64) -> Bool { row < -base }

    /// The rows of all lines.
    static let rows = "sid < -\(base)"

    /// What tells lines apart, as the key of a series of calls that says nothing else.
    static func key(_ series: SeriesKey) -> SeriesKey? {
        guard series.isCall else { return nil }
        return SeriesKey(
            environment: series.environment, service: "", role: "call", provider: series.provider, model: series.model,
            outcome: series.outcome)
    }

    static func all(_ db: Database) throws -> [(Int64, SeriesKey)] {
        try Row.fetchAll(db, sql: "SELECT id, environment, provider, model, outcome FROM line").map { row in
            (row[0], SeriesKey(environment: row[1], service: "", role: "call", provider: row[2], model: row[3], outcome: row[4]))
        }
    }

    mutating func load(_ db: Database) throws {
        numbers = Dictionary(try Self.all(db).map { ($1, $0) }, uniquingKeysWith: { $1 })
    }

    /// The line of a series, made where it is the first of it; nil where it is not one of calls.
    mutating func line(of series: SeriesKey, _ db: Database) throws -> Int64? {
        guard let key = Self.key(series) else { return nil }
        if let known = numbers[key] { return known }
        try db.execute(
            sql: "INSERT INTO line(environment, provider, model, outcome) VALUES(?,?,?,?)",
            arguments: [key.environment, key.provider, key.model, key.outcome])
        numbers[key] = db.lastInsertedRowID
        return db.lastInsertedRowID
    }
}
