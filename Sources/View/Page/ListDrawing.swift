import Store

/// A list as a table: heads sort, rows open, the last line loads more. All of it works as plain links.
struct ListDrawing<Row: Sendable, Sort: Sendable & Equatable & RawRepresentable> where Sort.RawValue == String {
    let columns: [Column<Row, Sort>]
    let page: Page<Row>
    let asked: PageRequest<Sort>
    let caption: String
    /// What `peek=` names a row by, and the one that is peeked at.
    let key: @Sendable (Row) -> String
    let peeked: String?
    /// The address of this list with other parameters.
    let href: @Sendable (_ changes: [(String, String?)]) -> String

    func draw(into html: inout Markup) {
        if page.rows.isEmpty { html.element("p") { $0.text("Nothing found so far.") } } else { table(into: &html) }
        guard let next = page.next else { return }
        html.element("p", ["class": "more"]) { html in
            if let time = page.searchedTo {
                let searched = time.inWholeSeconds
                html.text("Searched back to ")
                html.element("time", ["title": Show.moment(searched), "datetime": Moment.text(searched)]) {
                    $0.text(String(Show.time(searched).dropFirst(5)))
                }
                html.text(" · ")
            }
            html.element("a", ["href": href([("cursor", next.token)]), "class": "button"]) {
                $0.text(page.searchedTo == nil ? "Load more" : "Search further back")
            }
        }
    }

    private func table(into html: inout Markup) {
        html.element("div", ["class": "scroll"]) { html in
            html.element("table", ["class": "list"]) { html in
                html.element("caption", ["class": "visually-hidden"]) { $0.text(caption) }
                html.element("thead") { html in
                    html.element("tr") { html in for column in columns { head(column, into: &html) } }
                }
                html.element("tbody") { html in
                    for row in page.rows {
                        let key = key(row)
                        html.element("tr", ["data-peek": key] + (key == peeked ? ["class": "on"] : [:])) { html in
                            for column in columns { CellDrawing(element: "td").draw(column.cell(row), into: &html) }
                        }
                    }
                }
            }
        }
    }

    private func head(_ column: Column<Row, Sort>, into html: inout Markup) {
        let kind: Markup.Attributes = page.rows.first.map { column.cell($0).isFigure } ?? false ? ["class": "n"] : [:]
        guard let sort = column.sort else { return html.element("th", ["scope": "col"] + kind) { $0.text(column.title) } }
        let isSorted = sort == asked.sort
        let turnsUp = isSorted && asked.isDescending
        html.element(
            "th", ["scope": "col"] + kind + (isSorted ? ["aria-sort": asked.isDescending ? "descending" : "ascending"] : [:])
        ) { html in
            html.element("a", ["href": href([("sort", (turnsUp ? "" : "-") + sort.rawValue), ("cursor", nil)])]) { html in
                html.text(column.title + (isSorted ? asked.isDescending ? " ▼" : " ▲" : ""))
            }
        }
    }
}

extension Int64 {
    /// Nanoseconds up to the next whole second: what a time without a fraction says to be searched was.
    var inWholeSeconds: Int64 { self &+ 999_999_999 }
}
