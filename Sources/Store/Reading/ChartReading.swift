import GRDB

/// The lines of a chart.
struct ChartReading {
    private static let lineLimit = 7
    private let snapshot: Snapshot
    private let question: SeriesQuestion
    private let grid: Grid
    private let selection: Selection
    private let rollups: Rollups

    init(_ snapshot: Snapshot, _ question: SeriesQuestion) throws {
        self.snapshot = snapshot
        self.question = question
        grid = Grid(question.filter.range, step: question.step, zoneOffset: question.zoneOffset, now: snapshot.now)
        selection = snapshot.selection(question.filter)
        rollups = try snapshot.rollups(question.filter)
    }

    func series() throws -> TimeSeries {
        switch question.metric {
        case .latency: try series(.nanoseconds, quantiles(.latency))
        case .ttft: try series(.nanoseconds, quantiles(.firstChunk))
        case .speed: try series(.milliTokensPerSecond, quantiles(.speed))
        case .tokensByType: try series(.tokens, parts())
        case .costByType: try series(.nanodollars, parts())
        case .cost: try series(.nanodollars, lines { $0.costNano ?? 0 })
        case .tokens: try series(.tokens, lines { $0[.input] &+ $0[.output] })
        case .requests: try series(.count, lines { $0[.calls] })
        case .spans: try series(.count, lines { $0[.spans] })
        case .errors: try series(.count, lines { $0[.failed] })
        case .turns: try series(.count, lines { $0[.turns] })
        }
    }

    private func series(_ unit: TimeSeries.Unit, _ lines: [TimeSeries.Line]) -> TimeSeries {
        TimeSeries(
            unit: unit, step: grid.step, starts: grid.starts, lines: lines,
            isLastIncomplete: grid.origin &+ Int64(grid.count) &* grid.step > min(snapshot.now, question.filter.range.to))
    }

    private func quantiles(_ kind: LogHistogram.Kind) throws -> [TimeSeries.Line] {
        let histograms = try rollups.histograms(grid, selection.latencies, kind)
        return [("p50", 0.5), ("p90", 0.9), ("p95", 0.95), ("p99", 0.99)].map { label, q in
            TimeSeries.Line(label: label, values: (0..<grid.count).map { histograms[$0]?.quantile(q) })
        }
    }

    /// Parts that add up.
    private func parts() throws -> [TimeSeries.Line] {
        let rows = try rollups.sums(grid, selection.callTotals, bySeries: false, of: question.metric.measures)
        let lines = question.metric.parts.map { label, value in
            var values: [Int: Int64] = [:]
            for row in rows where row.sums[question.metric.measures[0]] > 0 { values[row.bucket, default: 0] &+= max(value(row.sums), 0) }
            return TimeSeries.Line(label: label, values: grid.spread(values))
        }
        // What nothing was spent on is no part.
        return question.metric == .costByType ? lines.filter { $0.values.contains { $0 ?? 0 > 0 } } : lines
    }

    /// One line, or one for each of the largest values of a dimension and one for the rest.
    private func lines(_ value: (Sums) -> Int64) throws -> [TimeSeries.Line] {
        guard let by = question.by else {
            var values: [Int: Int64] = [:]
            let ids = question.metric == .spans ? selection.ids : selection.callTotals
            for row in try rollups.sums(grid, ids, bySeries: false, of: question.metric.measures) {
                if let value = known(row.sums, value) { values[row.bucket, default: 0] &+= value }
            }
            return [TimeSeries.Line(label: "", values: grid.spread(values))]
        }
        var byLabel: [String: [Int: Int64]] = [:]
        let ids = question.metric == .spans || !by.isKnownToLines ? selection.series : selection.calls
        for row in try rollups.sums(grid, ids, bySeries: true, of: question.metric.measures) {
            guard let key = snapshot.catalog.key(row.sid, question.filter.naming), question.metric == .spans || key.isCall else { continue }
            guard let label = by.value(key), let value = known(row.sums, value) else { continue }
            byLabel[label, default: [:]][row.bucket, default: 0] &+= value
        }
        return fold(byLabel)
    }

    /// Buckets without requests are gaps in money and tokens, and so are those that nothing is known of.
    private func known(_ sums: Sums, _ value: (Sums) -> Int64) -> Int64? {
        switch question.metric {
        case .cost: sums[.priced] > 0 ? value(sums) : nil
        case .tokens: sums[.metered] > 0 ? value(sums) : nil
        default: value(sums)
        }
    }

    private func fold(_ byLabel: [String: [Int: Int64]]) -> [TimeSeries.Line] {
        let sizes = byLabel.mapValues { $0.values.reduce(0, &+) }.filter { $0.value != 0 }
        let order = sizes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
        var lines = order.prefix(Self.lineLimit).map { TimeSeries.Line(label: $0, values: grid.spread(byLabel[$0] ?? [:])) }
        let rest = order.dropFirst(Self.lineLimit)
        guard !rest.isEmpty else { return lines }
        var sum: [Int: Int64] = [:]
        for label in rest { sum.merge(byLabel[label] ?? [:], uniquingKeysWith: &+) }
        lines.append(TimeSeries.Line(label: "", isOther: true, values: grid.spread(sum)))
        return lines
    }
}

extension SeriesQuestion.Metric {
    /// Cached input is taken out of input, reasoning out of output; what of a cost is neither for input nor for output are fees, and
    /// costs that nobody has taken apart.
    fileprivate var parts: [(label: String, value: (Sums) -> Int64)] {
        switch self {
        case .tokensByType:
            [
                ("input", { $0[.input] &- $0[.cacheRead] &- $0[.cacheWrite] }), ("cache_read", { $0[.cacheRead] }),
                ("cache_write", { $0[.cacheWrite] }), ("output", { $0[.output] &- $0[.reasoning] }), ("reasoning", { $0[.reasoning] }),
            ]
        case .costByType:
            [
                ("input", { $0[.costInput] }), ("output", { $0[.costOutput] }),
                ("fees and reported", { $0[.cost] &- $0[.costInput] &- $0[.costOutput] }),
            ]
        default: []
        }
    }

    /// What its lines are made of.
    fileprivate var measures: [Measure] {
        switch self {
        case .requests: [.calls]
        case .spans: [.spans]
        case .errors: [.failed]
        case .turns: [.turns]
        case .cost: [.priced, .cost]
        case .tokens: [.metered, .input, .output]
        case .tokensByType: [.metered, .input, .output, .cacheRead, .cacheWrite, .reasoning]
        case .costByType: [.priced, .cost, .costInput, .costOutput]
        case .latency, .ttft, .speed: []
        }
    }
}
