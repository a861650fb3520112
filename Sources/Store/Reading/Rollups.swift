import GRDB

/// Reading sums and histograms out of the rollups, by the fewest buckets that cover a range; or out of spans one by one, for filters that
/// no rollup knows.
struct Rollups {
    let db: Database
    let now: Int64
    /// How many series and lines there are.
    let seriesCount: Int
    let lineCount: Int
    let raw: RawSpans?

    /// The finest buckets that are still kept for a range.
    static let minutesKept = 47 * Tier.hour.nanoseconds

    /// Ranges that begin before the minutes that are kept are exact to the hour.
    func cover(_ range: TimeRange) -> [TierRange] {
        guard range.from < now &- Self.minutesKept else { return range.cover() }
        let hour = Tier.hour.nanoseconds
        let from = Tier.floor(range.from, hour) * hour
        let isOngoing = range.to &+ hour > now
        let to = isOngoing ? range.to : Tier.floor(range.to, hour) * hour
        return TimeRange(from: from, to: max(to, from &+ hour)).cover(finest: .hour)
    }

    /// The range with the whole buckets that its ends fall into.
    func widened(_ range: TimeRange) -> TimeRange {
        let cover = cover(range)
        guard let first = cover.first, let last = cover.last else { return range }
        return TimeRange(from: first.from &* first.tier.nanoseconds, to: last.to &* last.tier.nanoseconds)
    }

    /// The sums of each series or environment; of many series only the measures that are needed, for they are what takes the time.
    func sums(_ range: TimeRange, _ ids: [Int64], of measures: [Measure] = Measure.allCases) throws -> [Int64: Sums] {
        if let raw { return raw.sums(range, Set(ids)) }
        var result: [Int64: Sums] = [:]
        for part in cover(range) {
            let found = rows(of: part.tier.rolls, part, ids)
            let sql = "SELECT sid,\(Self.sums(measures)) \(found.sql) GROUP BY sid"
            let rows = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: found.arguments)
            while let row = try rows.next() { result[row[0], default: Sums()].add(Sums(row, from: 1, measures)) }
        }
        return result
    }

    func total(_ range: TimeRange, _ ids: [Int64]) throws -> Sums {
        try sums(range, ids).values.reduce(into: Sums()) { $0.add($1) }
    }

    /// The sums of each bucket of a grid, and of each series where asked for; of many rows only the measures that are needed.
    func sums(
        _ grid: Grid, _ ids: [Int64], bySeries: Bool, of measures: [Measure] = Measure.allCases
    ) throws -> [(bucket: Int, sid: Int64, sums: Sums)] {
        if let raw { return raw.sums(grid, Set(ids), bySeries: bySeries) }
        let part = grid.source
        let sid = bySeries ? "sid" : "0"
        let found = rows(of: part.tier.rolls, part, ids)
        let sql = "SELECT (t*\(part.tier.nanoseconds)-?)/? AS b,\(sid) AS s,\(Self.sums(measures)) \(found.sql) GROUP BY b, s"
        let rows = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: [grid.origin, grid.step] + found.arguments)
        var result: [(bucket: Int, sid: Int64, sums: Sums)] = []
        while let row = try rows.next() { result.append((row[0], row[1], Sums(row, from: 2, measures))) }
        return result
    }

    /// Merged histograms of every kind, by its number; `group` says where a series belongs. One pass: blobs of all kinds are neighbours.
    func histograms<Group: Hashable>(
        _ range: TimeRange, _ ids: [Int64], _ group: (Int64) -> Group
    ) throws -> [Group: [LogHistogram]] {
        if let raw { return raw.histograms(range, Set(ids), group) }
        var result: [Group: [LogHistogram]] = [:]
        for part in cover(range) {
            let found = rows(of: part.tier.histograms, part, ids)
            let rows = try Row.fetchCursor(try db.cachedStatement(sql: "SELECT sid,kind,h \(found.sql)"), arguments: found.arguments)
            while let row = try rows.next() {
                guard let kind = LogHistogram.Kind(rawValue: row[1]) else { continue }
                try result[group(row[0]), default: LogHistogram.none][kind.rawValue].add(storedIn: row, 2)
            }
        }
        return result
    }

    /// Merged histograms of each bucket of a grid.
    func histograms(_ grid: Grid, _ ids: [Int64], _ kind: LogHistogram.Kind) throws -> [Int: LogHistogram] {
        if let raw {
            let range = TimeRange(from: grid.origin, to: grid.origin &+ Int64(grid.count) &* grid.step)
            return raw.histograms(range, Set(ids)) { Int(($0.start &- grid.origin) / grid.step) }.mapValues { $0[kind.rawValue] }
        }
        let part = grid.source
        let found = rows(of: part.tier.histograms, part, ids)
        let sql = "SELECT (t*\(part.tier.nanoseconds)-?)/?,h \(found.sql) AND kind=?"
        let rows = try Row.fetchCursor(
            try db.cachedStatement(sql: sql), arguments: [grid.origin, grid.step] + found.arguments + [kind.rawValue])
        var result: [Int: LogHistogram] = [:]
        while let row = try rows.next() { try result[row[0], default: LogHistogram()].add(storedIn: row, 1) }
        return result
    }

    private static func sums(_ measures: [Measure]) -> String { measures.map { "SUM(\($0.column))" }.joined(separator: ",") }

    /// The rows of these series, lines or environments in some buckets: `FROM … WHERE …`.
    ///
    /// Of few ids each is sought in each bucket; else the buckets are read through, which asks nothing more of all series.
    func rows(of table: String, _ part: TierRange, _ ids: [Int64]) -> (sql: String, arguments: StatementArguments) {
        let buckets = Selection.json(Array(part.from..<max(part.from, part.to)))
        let each = "FROM json_each(?) AS bucket CROSS JOIN \(table) ON t=bucket.value WHERE"
        let isOfLines = LineBook.isLine(ids.first ?? 0)
        if isOfLines, ids.count == lineCount { return ("\(each) \(LineBook.rows)", [buckets]) }
        if ids.count * 4 <= (isOfLines ? lineCount : seriesCount) || (ids.first ?? 0) < 0 && !isOfLines {
            return ("\(each) sid IN (SELECT value FROM json_each(?))", [buckets, Selection.json(ids)])
        }
        if isOfLines { return ("\(each) \(LineBook.rows) AND +sid IN (SELECT value FROM json_each(?))", [buckets, Selection.json(ids)]) }
        guard ids.count < seriesCount else { return ("FROM \(table) WHERE t>=? AND t<? AND sid>0", [part.from, part.to]) }
        return (
            "FROM \(table) WHERE t>=? AND t<? AND +sid IN (SELECT value FROM json_each(?))", [part.from, part.to, Selection.json(ids)]
        )
    }
}

extension Sums {
    /// These measures, from a column on.
    init(_ row: Row, from column: Int, _ measures: [Measure]) {
        self.init()
        for (i, measure) in measures.enumerated() { self[measure] = row[column + i] }
    }
}

/// The buckets of a chart.
struct Grid: Equatable {
    static let steps: [Int64] = [60, 300, 900, 3600, 10_800, 21_600, 86_400].map { $0 * 1_000_000_000 }

    /// Where the first bucket begins, and how long each is.
    let origin: Int64
    let step: Int64
    let count: Int
    /// The rollup rows that fill it.
    let source: TierRange

    /// At most `limit` buckets; the finest step where none is given, and none finer than what is kept.
    init(_ range: TimeRange, step wanted: Int64?, zoneOffset: Int = 0, limit: Int = 120, now: Int64) {
        let zone = Int64(zoneOffset) &* 1_000_000_000
        let isOld = range.from < now &- 47 * Tier.hour.nanoseconds
        let least = isOld ? Tier.hour.nanoseconds : Tier.minute.nanoseconds
        let fitting = Self.steps.first { $0 >= least && range.nanoseconds / $0 < Int64(limit) }
        var step = max(fitting ?? Tier.day.nanoseconds, least)
        if let wanted, wanted >= least, range.nanoseconds / wanted < 1_000 { step = wanted / least * least }
        while range.nanoseconds / step >= 1_000 { step &*= 2 }
        let tier: Tier
        if step % Tier.day.nanoseconds == 0, zone == 0 {
            tier = .day
        } else {
            tier = step % Tier.hour.nanoseconds == 0 && zone % Tier.hour.nanoseconds == 0 ? .hour : isOld ? .hour : .minute
        }
        self.step = step
        origin = Tier.floor(range.from &+ zone, step) &* step &- zone
        count = range.nanoseconds == 0 ? 0 : Int((range.to &- origin &+ step - 1) / step)
        source = TierRange(tier: tier, from: tier.bucket(origin), to: tier.bucket(origin &+ Int64(count) &* step))
    }

    var starts: [Int64] { (0..<count).map { origin &+ Int64($0) &* step } }

    /// Values by bucket, nil where there are none.
    func spread(_ values: [Int: Int64]) -> [Int64?] { (0..<count).map { values[$0] } }
}
