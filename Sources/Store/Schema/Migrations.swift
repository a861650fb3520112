import GRDB

/// The versions of the store's files, oldest first. A version that was released is never changed: a new one is added.
enum Migrations {
    static let main: [Migration] = [Migration(1, MainSchema.v1)]
    static let day: [Migration] = [Migration(1, DaySchema.v1), Migration(2, DaySchema.v2)]

    /// Brings a file up to date; `user_version` says where it stands.
    static func migrate(_ db: Database, _ migrations: [Migration]) throws {
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard version <= migrations.last?.version ?? 0 else { throw StoreError.newer(version: version) }
        for migration in migrations where migration.version > version {
            try db.execute(sql: migration.sql)
            try db.execute(sql: "PRAGMA user_version = \(migration.version)")
        }
    }
}

/// The statements that lead from one version to the next.
struct Migration {
    let version: Int
    let sql: String

    init(_ version: Int, _ sql: String) {
        self.version = version
        self.sql = sql
    }
}
