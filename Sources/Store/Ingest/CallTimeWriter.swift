import GRDB

/// Keeps the times of single inference calls of days that have few, so that percentiles of few calls are exact (view.md 3.3).
///
/// A day that has more than `limit` keeps none: its percentiles come from histograms, whatever is asked. Counting ends there.
struct CallTimeWriter {
    static let limit: Int64 = 1_000
    private var calls: [Int64: Int64] = [:]

    mutating func note(_ span: SpanRecord, length: Int64, trace: Int64, sid: Int64, _ db: Database) throws {
        let day = Tier.day.bucket(span.start)
        let count = try self.count(day, db) + 1
        calls[day] = count
        guard count <= Self.limit + 1 else { return }
        try db.cachedStatement(
            sql: "INSERT INTO call_day(day, calls) VALUES(?,1) ON CONFLICT(day) DO UPDATE SET calls=calls+1"
        ).execute(arguments: [day])
        if count == Self.limit + 1 { try db.execute(sql: "DELETE FROM call_time WHERE day=?", arguments: [day]) }
        guard count <= Self.limit else { return }
        let insert = "INSERT OR IGNORE INTO call_time(day, sid, start, trace, span, length, firstChunk, output) VALUES(?,?,?,?,?,?,?,?)"
        try db.cachedStatement(sql: insert).execute(arguments: [
            day, sid, span.start, trace, Int64(bitPattern: span.address.span.number), length, span.firstChunk, span.output,
        ])
    }

    private func count(_ day: Int64, _ db: Database) throws -> Int64 {
        if let known = calls[day] { return known }
        return try Int64.fetchOne(try db.cachedStatement(sql: "SELECT calls FROM call_day WHERE day=?"), arguments: [day]) ?? 0
    }

    static func drop(before day: Int64, _ db: Database) throws {
        for table in ["call_day", "call_time"] { try db.execute(sql: "DELETE FROM \(table) WHERE day < ?", arguments: [day]) }
    }
}
