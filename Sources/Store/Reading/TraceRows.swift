import GRDB

/// Rows of traces.
struct TraceRows {
    static let columns =
        """
        trace.id, high, low, trace.environment, trace.service, name, root, route, http, start, end, broken, conversation, trace.user,
        """ + Measure.ofTraces.map { "trace.\($0.column)" }.joined(separator: ",")

    private let snapshot: Snapshot

    init(_ snapshot: Snapshot) { self.snapshot = snapshot }

    /// What a filter asks of traces; its bounds are asked apart, of the rows or of the calls.
    func condition(_ filter: Filter) -> Condition {
        var condition = rest(filter)
        condition.add("start >= ? AND start < ?", [filter.range.from, filter.range.to])
        return condition
    }

    /// All of it but when they began.
    private func rest(_ filter: Filter) -> Condition {
        var condition = Condition()
        condition.add("trace.environment", filter.environment)
        condition.add("trace.user", filter.user)
        var rest = filter
        rest.status = Choice()
        if filter.status == Choice(include: ["error"]) || filter.status == Choice(exclude: ["ok"]) {
            condition.add("(broken = 1 OR failed > 0)")
        } else if filter.status == Choice(include: ["ok"]) || filter.status == Choice(exclude: ["error"]) {
            condition.add("broken = 0")
        } else {
            rest.status = filter.status
        }
        addSeries(rest, to: &condition)
        if let text = filter.text, !text.isEmpty { condition.add(text: text, in: ["name", "route", "trace.user", "trace.service"]) }
        return condition
    }

    /// A trace matches if one of its LLM spans does; by its service also if it has none.
    private func addSeries(_ filter: Filter, to condition: inout Condition) {
        guard !filter.dimensionsAreAll else { return }
        var withoutService = filter
        withoutService.service = Choice()
        if withoutService.dimensionsAreAll, filter.service.exclude.isEmpty {
            let places = Array(repeating: "?", count: filter.service.include.count).joined(separator: ",")
            condition.add(
                "(trace.service IN (\(places)) OR \(Self.hasSeries))",
                filter.service.include + [Selection.json(snapshot.selection(filter).series)])
        } else {
            condition.add(Self.hasSeries, [Selection.json(snapshot.selection(filter).series)])
        }
    }

    private static let hasSeries = """
        EXISTS(SELECT 1 FROM trace_series x WHERE x.trace=trace.id AND x.sid IN (SELECT value FROM json_each(?)))
        """

    func rows(_ sql: String, _ arguments: StatementArguments) throws -> [(id: Int64, row: TraceRow)] {
        let rows = try Row.fetchAll(snapshot.db, sql: "SELECT \(Self.columns) FROM trace \(sql)", arguments: arguments)
        let names = try snapshot.values("trace_series", "trace", of: rows.map { $0[0] }, [.model, .agent])
        let conversations = try conversations(rows.compactMap { $0[12] })
        return rows.map { ($0[0], TraceRow($0, names[$0[0]] ?? [[], []], (($0[12]) as Int64?).flatMap { conversations[$0] })) }
    }

    private func conversations(_ ids: [Int64]) throws -> [Int64: ConversationID] {
        let sql = "SELECT id, environment, key FROM conversation WHERE id IN (SELECT value FROM json_each(?))"
        let rows = try Row.fetchAll(snapshot.db, sql: sql, arguments: [Selection.json(ids)])
        return Dictionary(rows.map { ($0[0], ConversationID(environment: $0[1], key: $0[2])) }, uniquingKeysWith: { $1 })
    }
}

extension TraceRow {
    init(_ row: Row, _ names: [[String]], _ conversation: ConversationID?) {
        let sums = Sums(row, from: 14, Measure.ofTraces)
        let (start, end): (Int64, Int64) = (row[9], row[10])
        self.init(
            id: TraceID(high: UInt64(bitPattern: row[1]), low: UInt64(bitPattern: row[2])), environment: row[3], service: row[4],
            name: row[5], isRootMissing: row[6] as Int64 == 0, route: row[7], httpStatus: row[8], start: start,
            durationNanoseconds: max(end &- start, 0), isFailed: row[11] as Int64 == 1, spans: sums[.spans], llmSpans: sums[.llm],
            requests: sums[.calls], toolCalls: sums[.tools], failures: sums[.failed], recovered: sums[.recovered], tokens: sums.tokens,
            costNano: sums.costNano, unpriced: sums.unpriced, models: names[0], agents: names[1], conversation: conversation,
            user: row[13])
    }
}

/// The list of traces.
extension TraceRows {
    func page(_ filter: Filter, _ page: PageRequest<TraceSort>) throws -> Page<TraceRow> {
        let isSearch = filter.isAdHoc && page.sort == .start && page.isDescending
        var condition = isSearch ? rest(filter) : condition(filter)
        condition.add(filter.bounds, of: .traces)
        return try isSearch ? search(filter).page(page, condition, rows) : page.page(condition, rows)
    }

    func search(_ filter: Filter) -> TimeSearch {
        TimeSearch(
            db: snapshot.db, budget: snapshot.search, table: "trace", column: "start", times: filter.range, user: filter.onlyUser)
    }

    /// Traces that arrived after the one of that number, newest first, and the number of the newest of all; without a number only that.
    func arrivals(_ filter: Filter, after number: Int64?, limit: Int) throws -> Arrivals {
        let newest = try Int64.fetchOne(snapshot.db, sql: "SELECT max(id) FROM trace") ?? 0
        guard let number, number < newest else { return Arrivals(rows: [], newest: newest) }
        var condition = condition(filter)
        condition.add(filter.bounds, of: .traces)
        condition.add("id > ?", [number])
        let found = try rows("WHERE \(condition.sql) ORDER BY id DESC LIMIT \(limit)", condition.arguments)
        return Arrivals(rows: found.map(\.row), newest: newest)
    }
}

extension TraceSort: SortColumn {
    var column: String {
        switch self {
        case .start: "start"
        case .duration: "(end-start)"
        case .name: "name"
        case .spans: "spans"
        case .requests: "calls"
        case .toolCalls: "tools"
        case .failures: "failed"
        case .tokens: "(input+output)"
        case .cost: "cost"
        }
    }

    func value(_ row: TraceRow) -> Cursor.Value {
        switch self {
        case .start: .number(row.start)
        case .duration: .number(row.durationNanoseconds)
        case .name: .text(row.name)
        case .spans: .number(row.spans)
        case .requests: .number(row.requests)
        case .toolCalls: .number(row.toolCalls)
        case .failures: .number(row.failures)
        case .tokens: .number(row.tokens.total ?? 0)
        case .cost: .number(row.costNano ?? 0)
        }
    }
}
