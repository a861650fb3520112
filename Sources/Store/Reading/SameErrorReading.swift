import GRDB

/// Finds a failed span's group, and counts it.
struct SameErrorReading {
    let snapshot: Snapshot

    func sameError(as span: SpanAddress, in range: TimeRange) throws -> SameError? {
        guard let (trace, group) = try group(of: span) else { return nil }
        let sql = """
            SELECT COUNT(*), COALESCE(SUM(trace <> ?),0), MIN(start), MAX(start) FROM failure WHERE gid=? AND start>=? AND start<?
            """
        let arguments: StatementArguments = [trace, group, range.from, range.to]
        return try Row.fetchOne(snapshot.db, sql: sql, arguments: arguments).map { row in
            SameError(group: group, count: row[0], elsewhere: row[1], firstSeen: row[2], lastSeen: row[3])
        }
    }

    /// Failures are found by their time: one in the trace's.
    private func group(of span: SpanAddress) throws -> (trace: Int64, group: Int64)? {
        let sql = """
            SELECT t.id, f.gid FROM trace t JOIN failure f ON f.start>=t.start AND f.start<=t.end AND f.trace=t.id \
            WHERE t.low=? AND t.high=? AND f.span=? LIMIT 1
            """
        let (trace, number) = (span.trace, Int64(bitPattern: span.span.number))
        let row = try Row.fetchOne(
            snapshot.db, sql: sql, arguments: [Int64(bitPattern: trace.low), Int64(bitPattern: trace.high), number])
        return row.map { ($0[0], $0[1]) }
    }
}
