import GRDB

/// The versions of the store's files, oldest first. A version that was released is never changed: a new one is added.
enum Migrations {
    static func main(_ files: DayFiles) -> [Migration] {
        [
            Migration(1, MainSchema.v1), Migration(2, MainSchema.v2) { try Upgrade2(db: $0, files: files).run() },
            Migration(3, MainSchema.v3) { try Upgrade3(db: $0, files: files).run() },
        ]
    }

    static let day: [Migration] = [
        Migration(1, DaySchema.v1), Migration(2, DaySchema.v2), Migration(3, DaySchema.v3),
        Migration(4, DaySchema.v4),
    ]

    /// Brings a file up to date, in the caller's transaction; `user_version` says where it stands.
    static func migrate(_ db: Database, _ migrations: [Migration]) throws {
        let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
        guard version <= migrations.last?.version ?? 0 else { throw StoreError.newer(version: version) }
        for migration in migrations where migration.version > version {
            try db.execute(sql: migration.sql)
            try migration.fill(db)
            try db.execute(sql: "PRAGMA user_version = \(migration.version)")
        }
    }
}

/// The statements that lead from one version to the next, and what fills the new columns of rows that are there already.
struct Migration: Sendable {
    let version: Int
    let sql: String
    let fill: @Sendable (Database) throws -> Void

    init(_ version: Int, _ sql: String, fill: @escaping @Sendable (Database) throws -> Void = { _ in }) {
        self.version = version
        self.sql = sql
        self.fill = fill
    }
}
