import GRDB

/// Takes away what is too old or too much: spans by whole days, the rest row by row, rollups much later.
enum Retention {
    private static let minutesKept: Int64 = 48 * 60
    private static let hoursKept: Int64 = 24 * 400
    private static let chunk = 5_000

    /// Returns the days whose spans went.
    static func run(_ store: Store, _ db: Database) throws -> [Int64] {
        let now = store.settings.now()
        let gone = days(store, now)
        for day in gone { store.files.remove(day) }
        try drop(rollupsBefore: now, db)
        let oldest = max(Tier.day.bucket(now &- store.settings.maximumAge), (gone.last ?? .min / 2) &+ 1)
        let cut = oldest &* Tier.day.nanoseconds
        try drop(before: cut, db)
        try db.execute(sql: "DELETE FROM day WHERE day < ?", arguments: [oldest])
        if !gone.isEmpty { try db.checkpoint(.truncate) }
        return gone
    }

    private static func days(_ store: Store, _ now: Int64) -> [Int64] {
        let days = store.files.days
        let oldest = Tier.day.bucket(now &- store.settings.maximumAge)
        var gone = days.filter { $0 < oldest }
        var sum = days.filter { $0 >= oldest }.reduce(store.settings.folder.bytes(Store.mainName)) { $0 + store.files.bytes($1) }
        // Today's file stays: it is being written.
        for day in days where day >= oldest && day < Tier.day.bucket(now) && sum > store.settings.maximumBytes {
            sum -= store.files.bytes(day)
            gone.append(day)
        }
        return gone
    }

    /// Traces that ended, conversations that were last active, and failures before a time.
    private static func drop(before time: Int64, _ db: Database) throws {
        try inChunks(
            db, "DELETE FROM failure WHERE (start, trace, span) IN (SELECT start, trace, span FROM failure WHERE start < ? LIMIT ?)", time)
        try inChunks(db, "DELETE FROM trace WHERE id IN (SELECT id FROM trace WHERE start < ? AND end < ?1 LIMIT ?2)", time)
        try inChunks(
            db, "DELETE FROM conversation WHERE id IN (SELECT id FROM conversation INDEXED BY conversation_last WHERE last < ? LIMIT ?)",
            time)
        try db.execute(sql: "DELETE FROM trace_series WHERE trace < (SELECT min(id) FROM trace)")
        try db.execute(sql: "DELETE FROM conversation_series WHERE conversation NOT IN (SELECT id FROM conversation)")
        try db.execute(sql: "DELETE FROM conversation_hour WHERE began = 0 AND ended = 0")
    }

    private static func drop(rollupsBefore now: Int64, _ db: Database) throws {
        for (tier, kept) in [(Tier.minute, minutesKept), (.hour, hoursKept)] {
            let oldest = tier.bucket(now) - kept
            for table in [tier.rolls, tier.histograms] { try db.execute(sql: "DELETE FROM \(table) WHERE t < ?", arguments: [oldest]) }
        }
    }

    /// Short transactions, so that spans that arrive meanwhile do not wait long.
    private static func inChunks(_ db: Database, _ sql: String, _ time: Int64) throws {
        repeat { try db.execute(sql: sql, arguments: [time, chunk]) } while db.changesCount == chunk
    }
}
