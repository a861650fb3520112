import GRDB

/// Rows of conversations.
struct ConversationRows {
    private static let columns =
        "conversation.id, environment, key, service, user, title, first, last, active, ended,"
        + Measure.ofConversations.map { "conversation.\($0.column)" }.joined(separator: ",")

    private let snapshot: Snapshot

    init(_ snapshot: Snapshot) { self.snapshot = snapshot }

    /// What a filter asks of conversations: active between the range's ends, and the rest of it. Its bounds are asked apart.
    func condition(_ filter: Filter) -> Condition {
        var condition = rest(filter)
        condition.add("last >= ?", [filter.range.from])
        return condition
    }

    /// All of it but that they were active after the range began.
    private func rest(_ filter: Filter) -> Condition {
        var condition = Condition()
        condition.add("first < ?", [filter.range.to])
        condition.add("environment", filter.environment)
        condition.add("user", filter.user)
        if filter.status == Choice(include: ["error"]) || filter.status == Choice(exclude: ["ok"]) {
            condition.add("failed > 0")
        }
        addSeries(filter, to: &condition)
        if let text = filter.text, !text.isEmpty { condition.add(text: text, in: ["key", "user", "title"]) }
        return condition
    }

    func page(_ filter: Filter, _ page: PageRequest<ConversationSort>) throws -> Page<ConversationRow> {
        let isSearch = filter.isAdHoc && page.sort == .last && page.isDescending
        var condition = isSearch ? rest(filter) : condition(filter)
        condition.add(filter.bounds, of: .conversations)
        return try isSearch ? search(filter).page(page, condition, rows) : page.page(condition, rows)
    }

    /// Conversations by their last activity. It may lie behind the range's end.
    func search(_ filter: Filter) -> TimeSearch {
        TimeSearch(
            db: snapshot.db, budget: snapshot.search, table: "conversation", column: "last",
            times: TimeRange(from: filter.range.from, to: .max), user: filter.onlyUser)
    }

    /// A conversation matches if one of its LLM spans does.
    private func addSeries(_ filter: Filter, to condition: inout Condition) {
        guard !filter.dimensionsAreAll else { return }
        condition.add(
            """
            EXISTS(SELECT 1 FROM conversation_series x WHERE x.conversation=conversation.id AND x.last >= ? AND x.first < ? \
            AND x.sid IN (SELECT value FROM json_each(?)))
            """, [filter.range.from, filter.range.to, Selection.json(snapshot.selection(filter).series)])
    }

    private func rows(_ sql: String, _ arguments: StatementArguments) throws -> [(id: Int64, row: ConversationRow)] {
        let rows = try Row.fetchAll(snapshot.db, sql: "SELECT \(Self.columns) FROM conversation \(sql)", arguments: arguments)
        let names = try snapshot.values("conversation_series", "conversation", of: rows.map { $0[0] }, [.model, .agent])
        return rows.map { ($0[0], ConversationRow($0, names[$0[0]] ?? [[], []])) }
    }

    func one(_ id: ConversationID) throws -> (id: Int64, row: ConversationRow)? {
        try rows("WHERE environment=? AND key=?", [id.environment, id.key]).first
    }
}

extension ConversationRow {
    fileprivate init(_ row: Row, _ names: [[String]]) {
        let sums = Sums(row, from: 10, Measure.ofConversations)
        let (first, last): (Int64, Int64) = (row[6], row[7])
        self.init(
            id: ConversationID(environment: row[1], key: row[2]), title: row[5], service: row[3], user: row[4], agents: names[1],
            models: names[0], first: first, last: last, turns: sums[.turns], messages: sums[.messages], requests: sums[.calls],
            toolCalls: sums[.tools], failures: sums[.failed], recovered: sums[.recovered], tokens: sums.tokens,
            costNano: sums.costNano, unpriced: sums.unpriced, activeNanoseconds: row[8],
            wallNanoseconds: max(max(last, row[9] as Int64) &- first, 0))
    }
}

extension ConversationSort: SortColumn {
    var column: String {
        switch self {
        case .last: "last"
        case .first: "first"
        case .title: "COALESCE(title,'')"
        case .key: "key"
        case .user: "COALESCE(user,'')"
        case .turns: "turns"
        case .messages: "messages"
        case .requests: "calls"
        case .toolCalls: "tools"
        case .failures: "failed"
        case .tokens: "(input+output)"
        case .cost: "cost"
        case .active: "active"
        case .wall: "(max(last,ended)-first)"
        }
    }

    func value(_ row: ConversationRow) -> Cursor.Value {
        switch self {
        case .last: .number(row.last)
        case .first: .number(row.first)
        case .title: .text(row.title ?? "")
        case .key: .text(row.id.key)
        case .user: .text(row.user ?? "")
        case .turns: .number(row.turns)
        case .messages: .number(row.messages)
        case .requests: .number(row.requests)
        case .toolCalls: .number(row.toolCalls)
        case .failures: .number(row.failures)
        case .tokens: .number(row.tokens.total ?? 0)
        case .cost: .number(row.costNano ?? 0)
        case .active: .number(row.activeNanoseconds)
        case .wall: .number(row.wallNanoseconds)
        }
    }
}
