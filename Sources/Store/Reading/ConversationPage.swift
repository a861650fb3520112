import GRDB

/// A conversation with its turns.
struct ConversationPage {
    let snapshot: Snapshot

    func detail(_ id: ConversationID, turns limit: Int, after: Cursor?) throws -> ConversationDetail? {
        guard let found = try ConversationRows(snapshot).one(id) else { return nil }
        var condition = Condition()
        condition.add("conversation=? AND calls > 0", [found.id])
        condition.add(after: after, "start", descending: false)
        let traces = try TraceRows(snapshot).rows(
            "WHERE \(condition.sql) ORDER BY start, id LIMIT \(limit + 1)", condition.arguments)
        let spans = SpanRows(snapshot)
        let turns = try traces.prefix(limit).map { trace in
            ConversationDetail.Turn(trace: trace.row, spans: try spans.rows(trace.id, trace.row, llmOnly: true).rows)
        }
        let last = traces.count > limit ? traces[limit - 1] : nil
        return ConversationDetail(
            row: found.row, turns: turns, earlier: try earlier(found.id, after),
            next: last.map { Cursor(value: .number($0.row.start), id: $0.id) })
    }

    /// How many turns lie before the cursor, itself among them.
    private func earlier(_ conversation: Int64, _ cursor: Cursor?) throws -> Int {
        guard let cursor, case .number(let start) = cursor.value else { return 0 }
        let sql = "SELECT count(*) FROM trace WHERE conversation=? AND calls > 0 AND (start,id) <= (?,?)"
        return try Int.fetchOne(snapshot.db, sql: sql, arguments: [conversation, start, cursor.id]) ?? 0
    }
}
