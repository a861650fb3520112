import GRDB

/// Writes the rows of conversations, and the counters of when they began and were last active.
enum ConversationWriter {
    /// The number of a trace's conversation, made where it is the first of it.
    static func find(_ state: TraceState, _ db: Database) throws -> (id: Int64, isNew: Bool) {
        let key = state.conversationKey ?? ""
        let find = try db.cachedStatement(sql: "SELECT id FROM conversation WHERE environment=? AND key=?")
        if let known = try Int64.fetchOne(find, arguments: [state.environment, key]) { return (known, false) }
        let first = state.firstLLM ?? state.start
        try db.cachedStatement(
            sql: "INSERT INTO conversation(environment, key, service, first, last) VALUES(?,?,?,?,?)"
        ).execute(arguments: [state.environment, key, state.service, first, first])
        let id = db.lastInsertedRowID
        try move(.began, state.environment, from: nil, to: first, db)
        try move(.ended, state.environment, from: nil, to: first, db)
        return (id, true)
    }

    private static let update = """
        UPDATE conversation SET first=?, last=?, ended=max(ended,?), active=active+?, user=COALESCE(user,?), title=COALESCE(title,?),\
        \(Measure.ofConversations.map { "\($0.column)=\($0.column)+?" }.joined(separator: ",")) WHERE id=?
        """

    /// Adds what has changed in one of its traces.
    static func update(_ id: Int64, _ state: TraceState, from: ConversationShare, to: ConversationShare, _ db: Database) throws {
        let read = try db.cachedStatement(sql: "SELECT environment, first, last FROM conversation WHERE id=?")
        guard let row = try Row.fetchOne(read, arguments: [id]) else { return }
        let environment: String = row[0]
        let (oldFirst, oldLast): (Int64, Int64) = (row[1], row[2])
        let first = min(oldFirst, state.firstLLM ?? oldFirst)
        let last = max(oldLast, state.lastLLM ?? oldLast)
        if first != oldFirst { try move(.began, environment, from: oldFirst, to: first, db) }
        if last != oldLast { try move(.ended, environment, from: oldLast, to: last, db) }
        var delta = to.sums
        delta.subtract(from.sums)
        var arguments: [(any DatabaseValueConvertible)?] = [
            first, last, state.endLLM ?? last, to.active &- from.active, state.user, state.title,
        ]
        for measure in Measure.ofConversations { arguments.append(delta[measure]) }
        arguments.append(id)
        let statement = try db.cachedStatement(sql: update)
        statement.setUncheckedArguments(StatementArguments(arguments))
        try statement.execute()
    }

    /// Notes which series a conversation has spans of; all of the trace's where it has just become one of the conversation's.
    static func noteSeries(_ id: Int64, _ state: TraceState, all: Bool, _ db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO conversation_series(conversation, sid, first, last) VALUES(?,?,?,?) ON CONFLICT(conversation, sid) \
                DO UPDATE SET first=min(first, excluded.first), last=max(last, excluded.last)
                """)
        for (sid, times) in state.touchedSeries { try statement.execute(arguments: [id, sid, times.first, times.last]) }
        guard all, !state.isNew, let first = state.firstLLM, let last = state.lastLLM else { return }
        for sid in try Int64.fetchAll(db, sql: "SELECT sid FROM trace_series WHERE trace=?", arguments: [state.id]) {
            try statement.execute(arguments: [id, sid, first, last])
        }
    }

    private enum Counter: String {
        case began, ended
    }

    private static func move(_ counter: Counter, _ environment: String, from: Int64?, to: Int64, _ db: Database) throws {
        let (old, new) = (from.map(Tier.hour.bucket), Tier.hour.bucket(to))
        guard old != new else { return }
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO conversation_hour(environment, hour, \(counter.rawValue)) VALUES(?,?,?) ON CONFLICT(environment, hour) \
                DO UPDATE SET \(counter.rawValue)=\(counter.rawValue)+excluded.\(counter.rawValue)
                """)
        if let old { try statement.execute(arguments: [environment, old, -1]) }
        try statement.execute(arguments: [environment, new, 1])
    }
}
