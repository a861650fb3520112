import GRDB

/// What a list can be sorted by: how SQL says it, and what a row has there.
protocol SortColumn: Equatable, Sendable {
    associatedtype Row: Sendable

    /// An expression that is never NULL.
    var column: String { get }
    func value(_ row: Row) -> Cursor.Value
}

extension PageRequest where Key: SortColumn {
    /// The page of the rows that a condition admits; `read` takes all that stands behind `FROM table`.
    func page(
        _ condition: Condition, _ read: (String, StatementArguments) throws -> [(id: Int64, row: Key.Row)]
    ) rethrows -> Page<Key.Row> {
        var condition = condition
        condition.add(after: after, sort.column, descending: isDescending)
        let direction = isDescending ? "DESC" : "ASC"
        let order = "ORDER BY \(sort.column) \(direction), id \(direction) LIMIT \(limit + 1)"
        return page(try read("WHERE \(condition.sql) \(order)", condition.arguments))
    }

    /// The page of some rows in order; one more than it holds shows that it goes on.
    func page(_ found: [(id: Int64, row: Key.Row)]) -> Page<Key.Row> {
        let shown = found.prefix(limit)
        let next = found.count > limit ? shown.last.map { Cursor(value: sort.value($0.row), id: $0.id) } : nil
        return Page(rows: shown.map(\.row), next: next)
    }
}
