import GRDB

/// One question's view of the store: a read transaction, the time, and what its filter selects.
struct Snapshot {
    let db: Database
    let now: Int64
    let catalog: SeriesCatalog
    let files: DayFiles
    /// How far back lists look for what no index has.
    let search: SearchBudget

    init(_ db: Database, _ files: DayFiles, _ catalogs: CatalogMemory, now: Int64, search: SearchBudget = .usual) throws {
        self.db = db
        self.files = files
        self.search = search
        self.now = now
        catalog = try catalogs.catalog(db)
    }

    /// What answers a filter: rollups, or the spans themselves for users and texts.
    func rollups(_ filter: Filter) throws -> Rollups {
        Rollups(
            db: db, now: now, seriesCount: catalog.series.count, lineCount: catalog.lines.count,
            raw: filter.isAnsweredByRollups ? nil : try RawSpans(self, filter))
    }

    func selection(_ filter: Filter) -> Selection { Selection(filter, catalog) }

    /// Of some ids of traces or conversations, the distinct values of a dimension.
    func values(_ table: String, _ column: String, of ids: [Int64], _ dimensions: [Dimension]) throws -> [Int64: [[String]]] {
        let sql = "SELECT \(column), sid FROM \(table) WHERE \(column) IN (SELECT value FROM json_each(?))"
        var sets: [Int64: [Set<String>]] = [:]
        for row in try Row.fetchAll(db, sql: sql, arguments: [Selection.json(ids)]) {
            guard let key = catalog.key(row[1]) else { continue }
            for (i, dimension) in dimensions.enumerated() where key.isCall || dimension == .agent {
                guard let value = dimension.value(key), !value.isEmpty else { continue }
                sets[row[0], default: Array(repeating: [], count: dimensions.count)][i].insert(value)
            }
        }
        return sets.mapValues { $0.map { $0.sorted() } }
    }
}
