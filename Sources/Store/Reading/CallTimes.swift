import GRDB

/// The times of single inference calls, where they are so few that percentiles can be exact (view.md 3.3, Latency).
struct CallTimes {
    private let calls: [(sid: Int64, values: [Int64?])]

    /// Nil unless all `count` calls that histograms know of are found: those of days that have many are not kept.
    init?(_ snapshot: Snapshot, _ rollups: Rollups, _ filter: Filter, _ selection: Selection, count: Int64) throws {
        guard count > 0, count <= CallTimeWriter.limit else { return nil }
        if let raw = rollups.raw {
            calls = raw.entries.filter { entry in
                filter.range.contains(entry.start) && selection.latencySeries.contains(entry.sid) && entry.values[0] != nil
            }.map { ($0.sid, $0.values) }
        } else {
            calls = try Self.find(snapshot.db, rollups.widened(filter.range), selection.latencySeries)
        }
        guard calls.count == count else { return nil }
    }

    /// Of the calls of these series.
    func latency(where isWanted: (Int64) -> Bool) -> Figures.Latency {
        let wanted = calls.filter { isWanted($0.sid) }
        func sorted(_ kind: LogHistogram.Kind) -> [Int64] { wanted.compactMap { $0.values[kind.rawValue] }.sorted() }
        return Figures.Latency(sorted(.latency), firstChunk: sorted(.firstChunk), speed: sorted(.speed))
    }

    private static func find(_ db: Database, _ range: TimeRange, _ series: Set<Int64>) throws -> [(Int64, [Int64?])] {
        let sql = """
            SELECT sid, length, firstChunk, output FROM call_time WHERE day>=? AND day<=? AND start>=? AND start<? \
            AND +sid IN (SELECT value FROM json_each(?)) LIMIT \(CallTimeWriter.limit + 1)
            """
        let rows = try Row.fetchCursor(
            try db.cachedStatement(sql: sql),
            arguments: [
                Tier.day.bucket(range.from), Tier.day.bucket(range.to), range.from, range.to, Selection.json(Array(series)),
            ])
        var found: [(Int64, [Int64?])] = []
        while let row = try rows.next() {
            found.append((row[0], LogHistogram.values(length: row[1], firstChunk: row[2], output: row[3])))
        }
        return found
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
