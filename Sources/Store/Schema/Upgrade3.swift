import GRDB

/// Learns for version 3 what the price table calls the models of calls that version 2 has stored.
struct Upgrade3 {
    /// Calls that are looked at in each day's file: every model that is in use is among them.
    private static let sample = 200_000
    let db: Database
    let files: DayFiles

    func run() throws {
        let keys = Dictionary(try SeriesBook.all(db)) { first, _ in first }
        var names = ModelNames()
        for day in files.days.sorted() {
            for (sid, more) in try priced(day) {
                guard let key = keys[sid], let price = MoreText.unpacked(more)[.price] else { continue }
                try names.note(key, price: price, db)
            }
        }
    }

    /// One call of each series that has a price.
    private func priced(_ day: Int64) throws -> [(Int64, String)] {
        let sql = """
            SELECT sid, more FROM (SELECT sid, more FROM span WHERE cost IS NOT NULL AND more IS NOT NULL LIMIT \(Self.sample)) GROUP BY sid
            """
        return try files.file(day)?.read { try Row.fetchAll($0, sql: sql).map { ($0[0], $0[1]) } } ?? []
    }
}
