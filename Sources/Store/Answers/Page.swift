/// Rows of a list, and where the next page begins.
package struct Page<Row: Sendable>: Sendable {
    package var rows: [Row]
    /// Nil where this is the last page.
    package var next: Cursor?
    /// Where the search stopped before the page was full, for want of time: `next` goes on there. Nil where nothing was left out.
    package var searchedTo: Int64?

    package init(rows: [Row], next: Cursor? = nil, searchedTo: Int64? = nil) {
        self.rows = rows
        self.next = next
        self.searchedTo = searchedTo
    }
}

extension Page: Equatable where Row: Equatable {}
