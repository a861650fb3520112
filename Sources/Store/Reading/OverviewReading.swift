import GRDB

/// The whole Overview from one snapshot.
struct OverviewReading {
    private static let topModels = 10
    private static let sparkPoints = 40
    let snapshot: Snapshot
    let filter: Filter

    func overview(comparing: Bool) throws -> Overview {
        let reading = try FigureReading(snapshot, filter)
        let (figures, times) = try reading.figures()
        let beginsAt = try self.beginsAt()
        let before = filter.over(filter.range.previous)
        let hasBefore = comparing && beginsAt.map { $0 <= before.range.from } ?? false
        let previous = hasBefore ? try FigureReading(snapshot, before).figures().figures : nil
        let grid = Grid(filter.range, step: nil, limit: Self.sparkPoints, now: snapshot.now)
        let models = try ModelReading(snapshot, filter, reading.rollups).rows(grid, times)
        return Overview(
            filter: filter, figures: figures, previous: previous, beginsAt: comparing && !hasBefore ? beginsAt : nil,
            sparks: try sparks(grid, reading), topModels: Array(models.prefix(Self.topModels)),
            otherModels: ModelRow.others(models.dropFirst(Self.topModels)), insights: Insights(models, figures),
            attention: try AttentionReading(snapshot, reading).all(figures, previous),
            tier: tier(reading.rollups), approximate: approximate(reading, figures), tookNanoseconds: 0)
    }

    /// Start of the earliest hour that rollups know.
    private func beginsAt() throws -> Int64? {
        try Int64.fetchOne(snapshot.db, sql: "SELECT min(t) FROM roll_hour").map { $0 &* Tier.hour.nanoseconds }
    }

    private func tier(_ rollups: Rollups) -> String {
        guard rollups.raw == nil else { return "spans" }
        let cover = rollups.cover(filter.range)
        return Tier.allCases.reversed().filter { tier in cover.contains { $0.tier == tier } }.map(\.rawValue).joined(separator: "+")
    }

    private func approximate(_ reading: FigureReading, _ figures: Figures) -> [String] {
        var names: [String] = []
        if figures.latency.n > 0, !figures.latency.isExact { names.append("latency") }
        if ConversationFigures(snapshot, filter, reading.selection).isApproximate { names.append("conversations") }
        if !reading.selection.isWhole, reading.rollups.raw == nil { names.append("traces") }
        if reading.rollups.raw?.isCut == true { names.append("filter") }
        return names
    }

    private func sparks(_ grid: Grid, _ reading: FigureReading) throws -> Sparklines {
        let (rollups, ids) = (reading.rollups, reading.selection.ids)
        var sparks = Sparklines()
        sparks.step = grid.step
        sparks.starts = grid.starts
        let rows = try rollups.sums(grid, ids, bySeries: false)
        let byBucket = Dictionary(rows.map { ($0.bucket, $0.sums) }, uniquingKeysWith: { $1 })
        func line(_ value: (Sums) -> Int64?) -> [Int64?] { (0..<grid.count).map { byBucket[$0].flatMap(value) } }
        sparks.cost = line(\.costNano)
        sparks.spans = line { $0[.llm] }
        sparks.tokens = line { $0[.metered] > 0 ? $0[.input] &+ $0[.output] : nil }
        sparks.success = line { $0[.calls] > 0 ? ($0[.calls] - $0[.failed]) * 1_000_000 / $0[.calls] : nil }
        sparks.conversationCost = line { $0[.turns] > 0 && $0[.conversationPriced] > 0 ? $0[.conversationCost] / $0[.turns] : nil }
        sparks.conversations = try conversations(grid)
        let histograms = try rollups.histograms(grid, reading.selection.latencies, .latency)
        sparks.latencyP50 = (0..<grid.count).map { histograms[$0]?.quantile(0.5) }
        return sparks
    }

    /// Conversations that began in each bucket, whatever the dimensions; finer than an hour by their rows.
    private func conversations(_ grid: Grid) throws -> [Int64?] {
        let end = grid.origin &+ Int64(grid.count) &* grid.step
        var condition = Condition()
        let sql: String
        if grid.step % Tier.hour.nanoseconds == 0 {
            condition.add("hour >= ? AND hour < ?", [Tier.hour.bucket(grid.origin), Tier.hour.bucket(end)])
            sql = "SELECT (hour*\(Tier.hour.nanoseconds)-?)/? AS b, SUM(began) FROM conversation_hour"
        } else {
            condition.add("first >= ? AND first < ?", [grid.origin, end])
            sql = "SELECT (first-?)/? AS b, COUNT(*) FROM conversation"
        }
        condition.add("environment", filter.environment)
        let rows = try Row.fetchAll(
            snapshot.db, sql: "\(sql) WHERE \(condition.sql) GROUP BY b", arguments: [grid.origin, grid.step] + condition.arguments)
        return grid.spread(Dictionary(rows.map { ($0[0] as Int, $0[1] as Int64) }, uniquingKeysWith: +))
    }
}
