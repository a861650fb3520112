import GRDB

/// Takes away what is too old or too much: spans by whole days, the rest row by row, rollups much later.
///
/// Rows go in short transactions, between which the writer stores what has arrived meanwhile.
struct Retention {
    private static let minutesKept: Int64 = 48 * 60
    private static let hoursKept: Int64 = 24 * 400

    let settings: Store.Settings
    let main: DatabasePool
    let files: DayFiles
    /// Called in the transactions that take rows away: the writer may remember some of them.
    let forget: @Sendable () -> Void

    /// Returns the days whose spans went.
    func run() async throws -> [Int64] {
        let now = settings.now()
        let gone = days(now)
        for day in gone { files.remove(day) }
        let oldest = max(Tier.day.bucket(now &- settings.maximumAge), gone.last.map { $0 &+ 1 } ?? .min)
        let cut = oldest &* Tier.day.nanoseconds
        try await main.write { db in
            try Self.dropRollups(before: now, db)
            try db.execute(sql: "DELETE FROM day WHERE day < ?", arguments: [oldest])
            try CallTimeWriter.drop(before: oldest, db)
        }
        for part in Self.parts {
            while try await drop(part, before: cut) == Part.limit {}
        }
        return gone
    }

    private func drop(_ part: Part, before time: Int64) async throws -> Int {
        let forget = forget
        return try await main.write { db in
            let count = try part.drop(before: time, db)
            if count > 0 { forget() }
            return count
        }
    }

    /// The days whose spans are to go.
    private func days(_ now: Int64) -> [Int64] {
        let days = files.days
        let today = Tier.day.bucket(now)
        let oldest = Tier.day.bucket(now &- settings.maximumAge)
        var gone = days.filter { $0 < oldest }
        let kept = days.filter { $0 >= oldest }
        var sum = kept.reduce(settings.folder.bytes(Store.mainName)) { $0 + files.bytes($1) }
        // Today's file stays: it is being written.
        for day in kept where day < today && sum > settings.maximumBytes {
            sum -= files.bytes(day)
            gone.append(day)
        }
        return gone
    }

    /// Rows that go by their time, and the column of another table that points at them.
    private struct Part {
        static let limit = 2_000
        let table: String
        let key: String
        let isOld: String
        let children: (table: String, column: String)?

        /// Drops some; returns how many.
        func drop(before time: Int64, _ db: Database) throws -> Int {
            let keys = try Int64.fetchAll(
                db, sql: "SELECT \(key) FROM \(table) WHERE \(isOld) LIMIT \(Self.limit)", arguments: ["time": time])
            let list: StatementArguments = [Selection.json(keys)]
            if let children {
                try db.execute(
                    sql: "DELETE FROM \(children.table) WHERE \(children.column) IN (SELECT value FROM json_each(?))", arguments: list)
            }
            try db.execute(sql: "DELETE FROM \(table) WHERE \(key) IN (SELECT value FROM json_each(?))", arguments: list)
            return keys.count
        }
    }

    private static let parts = [
        Part(table: "failure", key: "start", isOld: "start < :time", children: nil),
        Part(table: "trace", key: "id", isOld: "start < :time AND end < :time", children: ("trace_series", "trace")),
        Part(table: "conversation", key: "id", isOld: "last < :time", children: ("conversation_series", "conversation")),
    ]

    private static func dropRollups(before now: Int64, _ db: Database) throws {
        for (tier, kept) in [(Tier.minute, minutesKept), (.hour, hoursKept)] {
            let oldest = tier.bucket(now) - kept
            for table in [tier.rolls, tier.histograms] { try db.execute(sql: "DELETE FROM \(table) WHERE t < ?", arguments: [oldest]) }
        }
    }
}
