import GRDB

/// How many conversations were active, and what they cost.
struct ConversationFigures {
    private let snapshot: Snapshot
    private let filter: Filter
    private let selection: Selection
    private let raw: RawSpans?
    private var range: TimeRange { filter.range }
    private var db: Database { snapshot.db }

    /// Up to this length of range, conversations that were silent inside it are looked for and left out.
    private static let exactLength = Tier.day.nanoseconds
    /// Of more conversations than this, shares and percentiles are not counted one by one.
    private static let sampleLimit = 200_000

    /// `raw` are the spans that answer the filter, where rollups do not.
    init(_ snapshot: Snapshot, _ filter: Filter, _ selection: Selection, _ raw: RawSpans? = nil) {
        self.snapshot = snapshot
        self.filter = filter
        self.selection = selection
        self.raw = raw
    }

    /// With bounds, those that one of the calls within them belongs to.
    private var condition: Condition {
        var condition = ConversationRows(snapshot).condition(filter)
        guard let raw, !filter.bounds.isEmpty else { return condition }
        let traces = Selection.json(Array(raw.traces(range, Set(selection.series))))
        condition.add("id IN (SELECT conversation FROM trace WHERE trace.id IN (SELECT value FROM json_each(?)))", [traces])
        return condition
    }

    /// Whether the count may include conversations that were silent inside the range.
    var isApproximate: Bool { range.to < snapshot.now && range.nanoseconds > Self.exactLength }

    func fill(_ figures: inout Figures, _ total: Sums) throws {
        figures.conversations.total = try count()
        let ended = try ended()
        guard let costs = ended.costs else { return }
        figures.conversationCost.p50Nano = costs.quantile(0.5)
        figures.conversationCost.p95Nano = costs.quantile(0.95)
        figures.conversationCost.maxNano = costs.last
        figures.conversations.singleTurn = ended.single
        figures.conversations.withFailure = ended.failed
    }

    private func count() throws -> Int64 {
        guard filter.isAnsweredByRollups else { return try countOneByOne() }
        guard selection.isWhole else { return try countBySeries() }
        let began = try count(.began, from: range.to)
        let silent = isApproximate ? 0 : try countSilent()
        return max(try count(.ended, from: range.from) - began - silent, 0)
    }

    private enum Side: String {
        case began, ended

        var column: String { self == .began ? "first" : "last" }
    }

    /// Conversations whose first or last LLM span is at `time` or later: whole hours by their counters, the first one by its rows.
    private func count(_ side: Side, from time: Int64) throws -> Int64 {
        let width = Tier.hour.nanoseconds
        let hour = Tier.floor(time &+ width - 1, width)
        var hours = Condition()
        hours.add("hour >= ?", [hour])
        hours.add("environment", filter.environment)
        let whole = try Int64.fetchOne(
            db, sql: "SELECT COALESCE(SUM(\(side.rawValue)),0) FROM conversation_hour WHERE \(hours.sql)", arguments: hours.arguments)
        var edge = Condition()
        edge.add("\(side.column) >= ? AND \(side.column) < ?", [time, hour &* width])
        edge.add("environment", filter.environment)
        let part = try Int64.fetchOne(db, sql: "SELECT COUNT(*) FROM conversation WHERE \(edge.sql)", arguments: edge.arguments)
        return (whole ?? 0) + (part ?? 0)
    }

    /// Those that began before the range and were active after it, but not in it.
    private func countSilent() throws -> Int64 {
        guard range.to <= snapshot.now else { return 0 }
        var condition = Condition()
        condition.add("last >= ? AND first < ?", [range.to, range.from])
        condition.add("environment", filter.environment)
        condition.add(
            """
            NOT EXISTS(SELECT 1 FROM trace t WHERE t.conversation=conversation.id AND t.llm_last >= ? AND t.llm_first < ?)
            """, [range.from, range.to])
        return try Int64.fetchOne(db, sql: "SELECT COUNT(*) FROM conversation WHERE \(condition.sql)", arguments: condition.arguments) ?? 0
    }

    private func countOneByOne() throws -> Int64 {
        let condition = condition
        return try Int64.fetchOne(db, sql: "SELECT COUNT(*) FROM conversation WHERE \(condition.sql)", arguments: condition.arguments) ?? 0
    }

    private func countBySeries() throws -> Int64 {
        try Int64.fetchOne(
            db,
            sql: """
                SELECT COUNT(DISTINCT conversation) FROM conversation_series WHERE last >= ? AND first < ? \
                AND sid IN (SELECT value FROM json_each(?))
                """, arguments: [range.from, range.to, Selection.json(selection.series)]) ?? 0
    }

    /// Conversations whose last activity is in the range: lifetime costs in order, and shares.
    private func ended() throws -> (costs: [Int64]?, single: Int64, failed: Int64) {
        var condition = condition
        condition.add("last < ?", [range.to])
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT cost, priced, turns, failed > recovered FROM conversation WHERE \(condition.sql) LIMIT \(Self.sampleLimit + 1)
                """, arguments: condition.arguments)
        var costs: [Int64] = []
        var (seen, single, failed) = (0, Int64(0), Int64(0))
        while let row = try rows.next() {
            seen += 1
            if row[1] as Int64 > 0 { costs.append(row[0]) }
            if row[2] as Int64 == 1 { single += 1 }
            if row[3] as Int64 == 1 { failed += 1 }
        }
        guard seen <= Self.sampleLimit else { return (nil, 0, 0) }
        return (costs.sorted(), single, failed)
    }
}
