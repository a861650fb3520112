import GRDB

/// The times of single inference calls, where they are so few that percentiles can be exact (view.md 3.3, Latency).
struct CallTimes {
    /// Of more calls than this percentiles come from histograms.
    static let limit: Int64 = 1_000
    /// Calls among more spans than this are not sought.
    private static let spanLimit: Int64 = 20_000
    /// Traces whose first call is longer ago than this before the range are not sought; where one has calls in it some are missing.
    private static let lookBack = Tier.hour.nanoseconds

    private let calls: [(sid: Int64, values: [Int64?])]

    /// Nil unless all `count` calls that histograms know of are found: spans may be gone, or too many to look through.
    init?(_ snapshot: Snapshot, _ rollups: Rollups, _ filter: Filter, _ selection: Selection, count: Int64) throws {
        guard count > 0, count <= Self.limit else { return nil }
        let range = rollups.raw == nil ? rollups.widened(filter.range) : filter.range
        if let raw = rollups.raw {
            calls = raw.entries.filter { range.contains($0.start) && selection.latencySeries.contains($0.sid) && $0.values[0] != nil }
                .map { ($0.sid, $0.values) }
        } else {
            guard let found = try Self.find(snapshot, range, selection.latencySeries) else { return nil }
            calls = found
        }
        guard calls.count == count else { return nil }
    }

    /// Of the calls of these series.
    func latency(where isWanted: (Int64) -> Bool) -> Figures.Latency {
        let wanted = calls.filter { isWanted($0.sid) }
        func sorted(_ kind: LogHistogram.Kind) -> [Int64] { wanted.compactMap { $0.values[kind.rawValue] }.sorted() }
        return Figures.Latency(sorted(.latency), firstChunk: sorted(.firstChunk), speed: sorted(.speed))
    }

    private static func find(_ snapshot: Snapshot, _ range: TimeRange, _ series: Set<Int64>) throws -> [(Int64, [Int64?])]? {
        guard let traces = try traces(snapshot, range) else { return nil }
        let sql = """
            SELECT sid, length, firstChunk, output FROM span WHERE trace IN (SELECT value FROM json_each(?)) AND start>=? AND start<? \
            AND length>=0 AND sid IN (SELECT value FROM json_each(?))
            """
        let arguments: StatementArguments = [Selection.json(traces), range.from, range.to, Selection.json(Array(series))]
        var found: [(Int64, [Int64?])] = []
        for file in try snapshot.files.files(from: range.from, to: range.to &- 1) {
            found += try file.read { db in
                try Row.fetchAll(try db.cachedStatement(sql: sql), arguments: arguments).map { row in
                    (row[0], LogHistogram.values(length: row[1], firstChunk: row[2], output: row[3]))
                }
            }
        }
        return found
    }

    /// Those that may have calls in the range; nil where they have too many spans.
    private static func traces(_ snapshot: Snapshot, _ range: TimeRange) throws -> [Int64]? {
        let sql = "SELECT id, spans FROM trace WHERE calls > 0 AND llm_first>=? AND llm_first<? AND llm_last>=?"
        let arguments: StatementArguments = [range.from &- lookBack, range.to, range.from]
        let rows = try Row.fetchCursor(try snapshot.db.cachedStatement(sql: sql), arguments: arguments)
        var traces: [Int64] = []
        var spans: Int64 = 0
        while let row = try rows.next() {
            traces.append(row[0])
            spans &+= row[1]
            guard spans <= spanLimit else { return nil }
        }
        return traces
    }
}

extension Figures.Latency {
    /// Of values in order.
    init(_ durations: [Int64], firstChunk: [Int64], speed: [Int64]) {
        isExact = true
        n = Int64(durations.count)
        p50 = durations.quantile(0.5)
        p90 = durations.quantile(0.9)
        p95 = durations.quantile(0.95)
        p99 = durations.quantile(0.99)
        ttftP50 = firstChunk.quantile(0.5)
        milliTokensPerSecondP50 = speed.quantile(0.5)
    }
}

extension [Int64] {
    /// By nearest rank, of values in order; nil without values.
    func quantile(_ q: Double) -> Int64? {
        isEmpty ? nil : self[Swift.max(Int((q * Double(count)).rounded(.up)) - 1, 0)]
    }
}
