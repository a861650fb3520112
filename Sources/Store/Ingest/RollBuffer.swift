import Foundation
import GRDB

/// A minute and a series, an environment or a line.
struct RollKey: Hashable, Sendable {
    let minute: Int64
    let sid: Int64
}

/// What a commit adds to the rollups, gathered first so that every bucket is written once. Adding is all that is ever done to a bucket:
/// late spans go to their old one, corrections are negative.
struct RollBuffer {
    private struct HistogramKey: Hashable {
        let bucket: RollKey
        let kind: LogHistogram.Kind
    }

    private var sums: [RollKey: Sums] = [:]
    private var histograms: [HistogramKey: LogHistogram] = [:]

    mutating func add(_ minute: Int64, _ entry: SeriesBook.Entry, _ delta: Sums) {
        guard !delta.isZero else { return }
        for sid in entry.rows { sums[RollKey(minute: minute, sid: sid), default: Sums()].add(delta) }
    }

    mutating func add(_ minute: Int64, _ entry: SeriesBook.Entry, _ kind: LogHistogram.Kind, _ value: Int64) {
        for sid in entry.rows {
            histograms[HistogramKey(bucket: RollKey(minute: minute, sid: sid), kind: kind), default: LogHistogram()].add(value)
        }
    }

    /// Writes all three tiers.
    func write(_ db: Database) throws {
        for tier in Tier.allCases {
            let minutes = tier.nanoseconds / Tier.minute.nanoseconds
            try writeSums(db, tier, minutes)
            try writeHistograms(db, tier, minutes)
        }
    }

    private func writeSums(_ db: Database, _ tier: Tier, _ minutes: Int64) throws {
        var merged: [RollKey: Sums] = [:]
        for (key, delta) in sums {
            merged[RollKey(minute: Tier.floor(key.minute, minutes), sid: key.sid), default: Sums()].add(delta)
        }
        let statement = try db.cachedStatement(sql: Self.upsert[tier.rolls] ?? "")
        for (key, delta) in merged where !delta.isZero {
            var arguments: [Int64] = [key.minute, key.sid]
            for measure in Measure.allCases { arguments.append(delta[measure]) }
            statement.setUncheckedArguments(StatementArguments(arguments))
            try statement.execute()
        }
    }

    private static let upsert = Dictionary(
        uniqueKeysWithValues: Tier.allCases.map { tier in
            let columns = Measure.allCases.map(\.column)
            let places = Array(repeating: "?", count: columns.count + 2).joined(separator: ",")
            let sums = columns.map { "\($0)=\($0)+excluded.\($0)" }.joined(separator: ",")
            let sql = """
                INSERT INTO \(tier.rolls)(t,sid,\(columns.joined(separator: ","))) VALUES(\(places)) \
                ON CONFLICT(t,sid) DO UPDATE SET \(sums)
                """
            return (tier.rolls, sql)
        })

    private func writeHistograms(_ db: Database, _ tier: Tier, _ minutes: Int64) throws {
        var merged: [HistogramKey: LogHistogram] = [:]
        for (key, histogram) in histograms {
            let bucket = RollKey(minute: Tier.floor(key.bucket.minute, minutes), sid: key.bucket.sid)
            merged[HistogramKey(bucket: bucket, kind: key.kind), default: LogHistogram()].add(histogram)
        }
        let read = try db.cachedStatement(sql: "SELECT h FROM \(tier.histograms) WHERE t=? AND sid=? AND kind=?")
        let write = try db.cachedStatement(sql: "INSERT OR REPLACE INTO \(tier.histograms)(t,sid,kind,h) VALUES(?,?,?,?)")
        for (key, delta) in merged {
            let place = [key.bucket.minute, key.bucket.sid, Int64(key.kind.rawValue)]
            var histogram = delta
            if let row = try Row.fetchOne(read, arguments: StatementArguments(place)) { try histogram.add(storedIn: row, 0) }
            write.setUncheckedArguments([place[0], place[1], place[2], Data(histogram.bytes)])
            try write.execute()
        }
    }
}
