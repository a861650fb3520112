import GRDB

/// Failures of a range in groups.
struct ErrorReading {
    private static let sparkPoints = 40
    private let snapshot: Snapshot
    private let filter: Filter
    private let grid: Grid
    private let selected: String
    private let arguments: StatementArguments

    init(_ snapshot: Snapshot, _ filter: Filter) throws {
        self.snapshot = snapshot
        self.filter = filter
        grid = Grid(filter.range, step: nil, limit: Self.sparkPoints, now: snapshot.now)
        let condition = try Self.condition(snapshot, filter)
        (selected, arguments) = (condition.sql, condition.arguments)
    }

    /// What a filter asks of failures `f`: what no series knows is read from the traces, or from the spans where it is of single calls.
    private static func condition(_ snapshot: Snapshot, _ filter: Filter) throws -> Condition {
        var condition = Condition()
        condition.add(
            "f.start >= ? AND f.start < ? AND f.sid IN (SELECT value FROM json_each(?))",
            [filter.range.from, filter.range.to, Selection.json(snapshot.selection(filter).series)])
        guard !filter.isAnsweredByRollups else { return condition }
        guard filter.bounds.isEmpty else {
            let raw = try RawSpans(snapshot, filter, where: "(failed > 0 OR degraded > 0)")
            condition.add("f.trace || '.' || f.span IN (SELECT value FROM json_each(?))", [raw.names])
            return condition
        }
        var traces = Filter(range: filter.range)
        (traces.user, traces.text) = (filter.user, filter.text)
        let found = TraceRows(snapshot).condition(traces)
        condition.add("f.trace IN (SELECT trace.id FROM trace WHERE \(found.sql))", found.arguments)
        return condition
    }

    private struct Tally {
        var kind: Int64 = 0
        var count: Int64 = 0
        var recovered: Int64 = 0
        var first = Int64.max
        var last = Int64.min
        var buckets: [Int: Int64] = [:]
    }

    func report(limit: Int) throws -> ErrorReport {
        let tallies = try tally()
        func groups(_ kind: Failures.Kind) throws -> [ErrorGroup] {
            let ofKind = tallies.filter { $0.value.kind == kind.rawValue }
            let total = ofKind.values.reduce(0) { $0 + $1.count }
            let top = ofKind.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.prefix(limit)
            return try top.compactMap { try group($0.key, $0.value, of: total) }
        }
        return ErrorReport(
            requests: try groups(.request), tools: try groups(.tool), degraded: try groups(.degraded),
            total: tallies.values.filter { $0.kind == Failures.Kind.request.rawValue }.reduce(0) { $0 + $1.count })
    }

    private func tally() throws -> [Int64: Tally] {
        let sql = """
            SELECT f.gid, g.kind, (f.start-?)/? AS b, COUNT(*), SUM(f.recovered), MIN(f.start), MAX(f.start) \
            FROM failure f JOIN failure_group g ON g.id=f.gid WHERE \(selected) GROUP BY f.gid, b
            """
        let rows = try Row.fetchCursor(snapshot.db, sql: sql, arguments: [grid.origin, grid.step] + arguments)
        var tallies: [Int64: Tally] = [:]
        while let row = try rows.next() {
            var tally = tallies[row[0]] ?? Tally()
            tally.kind = row[1]
            tally.buckets[row[2], default: 0] += row[3]
            tally.count += row[3]
            tally.recovered += row[4]
            tally.first = min(tally.first, row[5])
            tally.last = max(tally.last, row[6])
            tallies[row[0]] = tally
        }
        return tallies
    }

    private func group(_ id: Int64, _ tally: Tally, of total: Int64) throws -> ErrorGroup? {
        let sql = "SELECT class, type, operation, model, service, environment, tool, message FROM failure_group WHERE id=?"
        guard let row = try Row.fetchOne(snapshot.db, sql: sql, arguments: [id]) else { return nil }
        func known(_ column: Int) -> String? { (row[column] as String?).flatMap { $0.isEmpty ? nil : $0 } }
        return ErrorGroup(
            id: id, errorClass: row[0], errorType: known(1), operation: row[2], model: row[3], service: row[4], environment: row[5],
            tool: known(6), message: known(7), count: tally.count, share: total > 0 ? Double(tally.count) / Double(total) : 0,
            recovered: tally.recovered, firstSeen: tally.first, lastSeen: tally.last, conversations: try conversations(id),
            spark: grid.spread(tally.buckets), examples: try examples(id))
    }

    private func conversations(_ group: Int64) throws -> Int64 {
        let sql = "SELECT COUNT(DISTINCT t.conversation) FROM failure f JOIN trace t ON t.id=f.trace WHERE \(selected) AND f.gid=?"
        return try Int64.fetchOne(snapshot.db, sql: sql, arguments: arguments + [group]) ?? 0
    }

    private func examples(_ group: Int64) throws -> [SpanAddress] {
        let sql = """
            SELECT t.high, t.low, f.span FROM failure f JOIN trace t ON t.id=f.trace WHERE \(selected) AND f.gid=? \
            ORDER BY f.start DESC LIMIT 3
            """
        return try Row.fetchAll(snapshot.db, sql: sql, arguments: arguments + [group]).compactMap { row in
            SpanID(UInt64(bitPattern: row[2])).map {
                SpanAddress(trace: TraceID(high: UInt64(bitPattern: row[0]), low: UInt64(bitPattern: row[1])), span: $0)
            }
        }
    }
}
