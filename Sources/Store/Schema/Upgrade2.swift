import Foundation
import GRDB

/// Counts for version 2 what version 1 has stored: failed calls without usage, the rollups of lines, and the times of calls
/// of quiet days.
///
/// Traces and conversations are counted from their spans, which are kept as long as they. Rollups outlive spans: there the failed calls
/// of a series that say neither tokens nor cost are those beyond the larger of both counts, for a cost comes with tokens.
struct Upgrade2 {
    let db: Database
    let files: DayFiles

    func run() throws {
        try countTraces()
        let rows = try lines()
        for tier in ["minute", "hour", "day"] {
            try countRollups("roll_\(tier)")
            try makeLines("roll_\(tier)", "lat_\(tier)", rows)
        }
        try db.execute(sql: "DROP TABLE temp.line_of")
    }

    private static let failedCalls = "SELECT id FROM series WHERE role='call' AND outcome<>''"

    private func countTraces() throws {
        let series = Selection.json(try Int64.fetchAll(db, sql: Self.failedCalls))
        // Blocks beyond the mark were never counted.
        for (day, block) in try Row.fetchAll(db, sql: "SELECT day, block FROM day").map({ ($0[0] as Int64, $0[1] as Int64) }) {
            let sql = """
                SELECT trace, COUNT(*) FROM span WHERE sid IN (SELECT value FROM json_each(?)) AND block <= ? \
                AND input IS NULL AND output IS NULL AND cost IS NULL GROUP BY trace
                """
            let counts = try files.file(day)?.read { try Row.fetchAll($0, sql: sql, arguments: [series, block]) } ?? []
            for row in counts {
                let arguments: StatementArguments = [row[1] as Int64, row[0] as Int64]
                try db.cachedStatement(sql: "UPDATE trace SET unused=unused+? WHERE id=?").execute(arguments: arguments)
            }
            try keepTimes(day, block)
        }
        try db.execute(
            sql: """
                UPDATE conversation SET unused=COALESCE((SELECT SUM(t.unused) FROM trace t WHERE t.conversation=conversation.id), 0) \
                WHERE failed > 0
                """)
    }

    /// The times of a day's calls, where they are few.
    private func keepTimes(_ day: Int64, _ block: Int64) throws {
        let calls = "SELECT id FROM series WHERE role='call' AND operation<>'embeddings'"
        let limit: Int64 = 1_000
        let sql = """
            SELECT sid, start, trace, span, length, firstChunk, output FROM span WHERE length>=0 AND block <= ? \
            AND sid IN (SELECT value FROM json_each(?)) LIMIT \(limit + 1)
            """
        let arguments: StatementArguments = [block, Selection.json(try Int64.fetchAll(db, sql: calls))]
        let rows = try files.file(day)?.read { try Row.fetchAll($0, sql: sql, arguments: arguments) } ?? []
        try db.execute(sql: "INSERT INTO call_day(day, calls) VALUES(?,?)", arguments: [day, rows.count])
        guard rows.count <= limit else { return }
        let insert = try db.cachedStatement(sql: "INSERT INTO call_time VALUES(?,?,?,?,?,?,?,?)")
        for row in rows { try insert.execute(arguments: [day] + StatementArguments(row.databaseValues)) }
    }

    private func countRollups(_ rolls: String) throws {
        try db.execute(
            sql: """
                UPDATE \(rolls) SET unused=max(calls-max(metered,priced),0) WHERE sid IN (\(Self.failedCalls));
                UPDATE \(rolls) SET conversationUnused=max(min(unused,conversationCalls-conversationPriced),0) WHERE unused > 0;
                UPDATE \(rolls) SET (unused,conversationUnused)=(
                    SELECT COALESCE(SUM(r.unused),0), COALESCE(SUM(r.conversationUnused),0) FROM \(rolls) r
                    JOIN series s ON s.id=r.sid JOIN environment e ON e.name=s.environment
                    WHERE r.t=\(rolls).t AND r.sid>0 AND r.unused>0 AND e.id=-\(rolls).sid) WHERE sid<0 AND failed > 0;
                """)
    }

    private static let measures = [
        "spans", "llm", "tools", "agents", "traces", "badTimes", "calls", "failed", "recovered", "degraded", "metered", "input", "output",
        "cacheRead", "cacheWrite", "reasoning", "priced", "cost", "reported", "conversationCalls", "conversationPriced",
        "conversationCost", "turns", "messages", "unused", "conversationUnused",
    ]

    /// The row of the line that each series of calls belongs to; for SQL in a table that goes with the connection.
    private func lines() throws -> [Int64: Int64] {
        var book = LineBook()
        try db.execute(sql: "CREATE TEMP TABLE line_of(sid INTEGER PRIMARY KEY, row INTEGER NOT NULL)")
        var rows: [Int64: Int64] = [:]
        for (sid, key) in try SeriesBook.all(db) {
            guard let row = try book.line(of: key, db).map(LineBook.row) else { continue }
            rows[sid] = row
            try db.execute(sql: "INSERT INTO temp.line_of VALUES(?,?)", arguments: [sid, row])
        }
        return rows
    }

    private func makeLines(_ rolls: String, _ histograms: String, _ rows: [Int64: Int64]) throws {
        try db.execute(
            sql: """
                INSERT INTO \(rolls)(t,sid,\(Self.measures.joined(separator: ",")))
                SELECT t, l.row, \(Self.measures.map { "SUM(\($0))" }.joined(separator: ",")) FROM \(rolls)
                JOIN temp.line_of l USING(sid) GROUP BY t, l.row
                """)
        for t in try Int64.fetchAll(db, sql: "SELECT DISTINCT t FROM \(histograms)") { try makeLines(histograms, t, rows) }
    }

    private struct Place: Hashable {
        let row: Int64
        let kind: Int64
    }

    private func makeLines(_ table: String, _ t: Int64, _ rows: [Int64: Int64]) throws {
        let read = try db.cachedStatement(sql: "SELECT sid, kind, h FROM \(table) WHERE t=? AND sid>0")
        let write = try db.cachedStatement(sql: "INSERT INTO \(table)(t, sid, kind, h) VALUES(?,?,?,?)")
        var merged: [Place: LogHistogram] = [:]
        for row in try Row.fetchAll(read, arguments: [t]) {
            guard let line = rows[row[0]] else { continue }
            try merged[Place(row: line, kind: row[1]), default: LogHistogram()].add(storedIn: row, 2)
        }
        for (place, histogram) in merged { try write.execute(arguments: [t, place.row, place.kind, Data(histogram.bytes)]) }
    }
}
