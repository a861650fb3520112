/// Rows of a list, and where the next page begins.
package struct Page<Row: Sendable>: Sendable {
    package var rows: [Row]
    /// Nil where this is the last page.
    package var next: Cursor?

    package init(rows: [Row], next: Cursor? = nil) {
        self.rows = rows
        self.next = next
    }
}

extension Page: Equatable where Row: Equatable {}
