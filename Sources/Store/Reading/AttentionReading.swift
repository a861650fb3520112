import GRDB

/// What asks to be looked at: rules over the same rollups (view.md 3.3, "Needs attention").
struct AttentionReading {
    private let snapshot: Snapshot
    private let reading: FigureReading
    private var filter: Filter { reading.filter }

    init(_ snapshot: Snapshot, _ reading: FigureReading) {
        self.snapshot = snapshot
        self.reading = reading
    }

    /// At most three.
    func all(_ figures: Figures, _ previous: Figures?) throws -> [Attention] {
        let found = [try errorRate(), latency(figures, previous), cost(figures, previous), unpriced(figures), try agentLoop()]
        return Array(found.compactMap { $0 }.prefix(3))
    }

    /// The newest bucket's error rate against the median of the same hour's buckets before it.
    private func errorRate() throws -> Attention? {
        let hour = Tier.hour.nanoseconds
        let grid = Grid(filter.range, step: hour, now: snapshot.now)
        guard grid.step == hour, try failures(inLastOf: grid) >= 10 else { return nil }
        let buckets = try reading.rollups.sums(grid, reading.selection.callTotals, bySeries: false, of: [.calls, .failed])
        let current = grid.count - 1
        guard let last = buckets.first(where: { $0.bucket == current })?.sums, last[.failed] >= 10 else { return nil }
        let before = buckets.filter { $0.bucket < current && $0.sums[.calls] > 0 }
        let sameHour = before.filter { (current - $0.bucket) % 24 == 0 }
        let rates = (sameHour.count >= 3 ? sameHour : before).map { Double($0.sums[.failed]) / Double($0.sums[.calls]) }.sorted()
        guard rates.count >= 3 else { return nil }
        let usual = rates[rates.count / 2]
        let rate = Double(last[.failed]) / Double(max(last[.calls], 1))
        guard rate > 3 * usual else { return nil }
        let start = grid.origin &+ Int64(current) &* hour
        return Attention(
            kind: .errorRate, range: TimeRange(from: start, to: min(start &+ hour, filter.range.to)), value: rate, usual: usual)
    }

    /// Nearly always so few that the other buckets need not be read.
    private func failures(inLastOf grid: Grid) throws -> Int64 {
        guard let start = grid.starts.last else { return 0 }
        let last = TimeRange(from: start, to: start &+ grid.step)
        return try reading.rollups.sums(last, reading.selection.callTotals, of: [.failed]).values.reduce(0) { $0 + $1[.failed] }
    }

    private func latency(_ figures: Figures, _ previous: Figures?) -> Attention? {
        guard let now = figures.latency.p95, let before = previous?.latency.p95, figures.latency.n >= 100,
            Double(now) > 1.5 * Double(before)
        else { return nil }
        return Attention(kind: .latency, range: filter.range, value: Double(now), usual: Double(before))
    }

    private func cost(_ figures: Figures, _ previous: Figures?) -> Attention? {
        guard let now = figures.cost.totalNano, let before = previous?.cost.totalNano, before > 0, Double(now) > 1.5 * Double(before),
            filter.range.nanoseconds > 0
        else { return nil }
        let days = Double(filter.range.nanoseconds) / Double(Tier.day.nanoseconds)
        return Attention(kind: .cost, range: filter.range, value: Double(now) / days, usual: Double(before) / days)
    }

    private func unpriced(_ figures: Figures) -> Attention? {
        let requests = figures.cost.pricedRequests &+ figures.cost.unpricedRequests
        guard requests > 0 else { return nil }
        let share = Double(figures.cost.unpricedRequests) / Double(requests)
        guard share > 0.01 else { return nil }
        return Attention(
            kind: .unpriced, range: filter.range, value: share, subject: figures.cost.unpricedModels.first)
    }

    /// The newest trace that made one tool call five times with the same arguments, of the range's last day.
    private func agentLoop() throws -> Attention? {
        let lastDay = TimeRange(from: max(filter.range.from, filter.range.to &- Tier.day.nanoseconds), to: filter.range.to)
        var condition = TraceRows(snapshot).condition(filter.over(lastDay))
        condition.add("loops >= 5")
        let row = try Row.fetchOne(
            snapshot.db, sql: "SELECT high, low, loops, loop_tool FROM trace WHERE \(condition.sql) ORDER BY start DESC LIMIT 1",
            arguments: condition.arguments)
        return row.map { row in
            Attention(
                kind: .agentLoop, range: filter.range, value: Double(row[2] as Int64), subject: row[3],
                trace: TraceID(high: UInt64(bitPattern: row[0]), low: UInt64(bitPattern: row[1])))
        }
    }
}
