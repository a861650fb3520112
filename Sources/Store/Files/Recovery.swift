import GRDB

/// Day files are committed just before the main file. After a crash between the two, the day's file holds rows that nothing counts.
enum Recovery {
    /// Notes, in the main file's transaction, how far its day files go.
    static func mark(_ days: [Int64: Database], _ db: Database) throws {
        for (day, file) in days {
            let block = try Int64.fetchOne(file, sql: "SELECT max(id) FROM block") ?? 0
            try db.cachedStatement(
                sql: "INSERT INTO day(day, block) VALUES(?,?) ON CONFLICT(day) DO UPDATE SET block=excluded.block"
            ).execute(arguments: [day, block])
        }
    }

    /// Takes out what lies beyond the marks.
    static func run(_ main: DatabasePool, _ files: DayFiles) throws {
        let marks = try main.read { db in
            Dictionary(
                uniqueKeysWithValues: try Row.fetchAll(db, sql: "SELECT day, block, recost FROM day").map { row in
                    (row[0] as Int64, (block: row[1] as Int64, recost: row[2] as Int64))
                })
        }
        for day in files.days {
            guard let file = try files.file(day) else { continue }
            let mark = marks[day]?.block ?? 0
            try file.write { db in
                try RecostJournal.settle(db, counted: marks[day]?.recost ?? 0)
                guard try Int64.fetchOne(db, sql: "SELECT max(id) FROM block") ?? 0 > mark else { return }
                for table in ["span", "record"] { try db.execute(sql: "DELETE FROM \(table) WHERE block > ?", arguments: [mark]) }
                try db.execute(sql: "DELETE FROM block WHERE id > ?", arguments: [mark])
            }
        }
    }
}
