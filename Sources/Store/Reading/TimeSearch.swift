import GRDB

/// A list's rows looked through newest first, in windows of time that grow, until a page is full or the budget is spent (view.md 4.3).
struct TimeSearch {
    let db: Database
    let budget: SearchBudget
    let table: String
    /// The time that its rows are sorted by.
    let column: String
    /// The rows of no other times.
    let times: TimeRange
    /// The only user whose rows there are to look through; nil = everybody's.
    let user: String?

    /// `condition` says nothing of the time: of two bounds of one column SQLite seeks by either.
    func page<Sort: SortColumn>(
        _ request: PageRequest<Sort>, _ condition: Condition, _ read: (String, StatementArguments) throws -> [(id: Int64, row: Sort.Row)]
    ) throws -> Page<Sort.Row> {
        let began = ContinuousClock.now
        var found: [(id: Int64, row: Sort.Row)] = []
        var (after, rows, windows) = (start(request.after), budget.firstRows, 0)
        while true {
            let floor = max(try time(ofRow: rows, after: after) ?? times.from, times.from)
            let window = window(condition, after: after, floor, limit: request.limit + 1 - found.count)
            found += try read(window.sql, window.arguments)
            if found.count > request.limit || floor == times.from { return request.page(found) }
            after = Cursor(value: .number(floor), id: .min)
            windows += 1
            guard !budget.isSpent(windows, began) else { return Page(rows: found.map(\.row), next: after, searchedTo: floor) }
            rows = min(rows &* 2, budget.mostRows)
        }
    }

    /// Behind the cursor, where it is within these times.
    private func start(_ cursor: Cursor?) -> Cursor {
        if let cursor, case .number(let time) = cursor.value, time < times.to { return cursor }
        return Cursor(value: .number(times.to), id: .min)
    }

    /// Where a window of so many rows ends; nil where there are fewer.
    private func time(ofRow count: Int, after cursor: Cursor) throws -> Int64? {
        var condition = Condition()
        place(cursor, in: &condition)
        return try Int64.fetchOne(
            db,
            sql: """
                SELECT \(column) FROM \(table) INDEXED BY \(index) WHERE \(condition.sql) \
                ORDER BY \(column) DESC, id DESC LIMIT 1 OFFSET \(max(count, 1) - 1)
                """, arguments: condition.arguments)
    }

    /// What stands behind `FROM table`. Without statistics SQLite takes an equal environment for a better way than the time.
    func window(_ condition: Condition, after cursor: Cursor, _ floor: Int64, limit: Int) -> (sql: String, arguments: StatementArguments) {
        var condition = condition
        place(cursor, in: &condition)
        condition.add("\(column) >= ?", [floor])
        return ("INDEXED BY \(index) WHERE \(condition.sql) ORDER BY \(column) DESC, id DESC LIMIT \(limit)", condition.arguments)
    }

    private func place(_ cursor: Cursor, in condition: inout Condition) {
        condition.add(after: cursor, column, descending: true)
        if let user { condition.add("user = ?", [user]) }
    }

    /// Of the time and of `id`, which is at the end of every index.
    private var index: String { "\(table)_\(user == nil ? column : "user")" }
}

extension Filter {
    /// Nil where there are several, or others are left out only.
    var onlyUser: String? { user.include.count == 1 ? user.include.first : nil }
}
