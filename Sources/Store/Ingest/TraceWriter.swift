import GRDB

/// Writes the row of a trace.
enum TraceWriter {
    private static let columns = [
        "high", "low", "environment", "service", "name", "route", "http", "root", "broken", "start", "end", "llm_first", "llm_last",
        "llm_end", "conversation", "user", "loops", "loop_tool",
    ]

    private static let names = columns + Measure.ofTraces.map(\.column)

    private static let insert = """
        INSERT INTO trace(\(names.joined(separator: ",")),id) VALUES(\(Array(repeating: "?", count: names.count + 1).joined(separator: ",")))
        """

    private static let update = "UPDATE trace SET \(names.map { "\($0)=?" }.joined(separator: ",")) WHERE id=?"

    static func write(_ state: TraceState, _ db: Database) throws {
        var arguments: [(any DatabaseValueConvertible)?] = [
            Int64(bitPattern: state.trace.high), Int64(bitPattern: state.trace.low), state.environment, state.service, state.name,
            state.route, state.httpStatus, state.root.rawValue, state.isBroken ? 1 : 0, state.start, state.end, state.firstLLM,
            state.lastLLM, state.endLLM, state.conversation, state.user, state.loops,
            state.loopTool,
        ]
        for measure in Measure.ofTraces { arguments.append(state.sums[measure]) }
        arguments.append(state.id)
        let statement = try db.cachedStatement(sql: state.isNew ? insert : update)
        statement.setUncheckedArguments(StatementArguments(arguments))
        try statement.execute()
        let series = try db.cachedStatement(sql: "INSERT OR IGNORE INTO trace_series(trace, sid) VALUES(?,?)")
        for sid in state.touchedSeries.keys { try series.execute(arguments: [state.id, sid]) }
    }
}
