import GRDB
import Synchronization

/// The catalog that was read last. With thousands of series reading it takes longer than most questions.
final class CatalogMemory: Sendable {
    private struct Known {
        /// The highest numbers of series, environments, lines and names: none is ever changed or taken away.
        let newest: [Int64]
        let catalog: SeriesCatalog
    }

    private let known = Mutex<Known?>(nil)

    /// What a snapshot knows: the catalog that was read last where it is the same.
    func catalog(_ db: Database) throws -> SeriesCatalog {
        let newest = try Self.newest(db)
        if let known = known.withLock({ $0 }), known.newest == newest { return known.catalog }
        let catalog = try SeriesCatalog(db)
        known.withLock { $0 = Known(newest: newest, catalog: catalog) }
        return catalog
    }

    private static func newest(_ db: Database) throws -> [Int64] {
        let sql = """
            SELECT (SELECT max(id) FROM series), (SELECT max(id) FROM environment), (SELECT max(id) FROM line), \
            (SELECT max(id) FROM model_name)
            """
        let row = try Row.fetchOne(try db.cachedStatement(sql: sql))
        return (0..<4).map { (row?[$0] as Int64?) ?? 0 }
    }
}
