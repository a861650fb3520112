import Store

/// A list as a table: heads sort, rows open, the last line loads more. All of it works as plain links.
struct ListDrawing<Row: Sendable, Sort: Sendable & Equatable & RawRepresentable> where Sort.RawValue == String {
    let columns: [Column<Row, Sort>]
    let page: Page<Row>
    let asked: PageRequest<Sort>
    let caption: String
    /// The address of this list with other parameters.
    let href: @Sendable (_ changes: [(String, String?)]) -> String

    func draw(into html: inout Markup) {
        html.element("div", ["class": "scroll"]) { html in
            html.element("table", ["class": "list"]) { html in
                html.element("caption", ["class": "visually-hidden"]) { $0.text(caption) }
                html.element("thead") { html in
                    html.element("tr") { html in for column in columns { head(column, into: &html) } }
                }
                html.element("tbody") { html in
                    for row in page.rows {
                        html.element("tr") { html in for column in columns { draw(column.cell(row), into: &html) } }
                    }
                }
            }
        }
        if let next = page.next {
            html.element("p", ["class": "more"]) { html in
                html.element("a", ["href": href([("cursor", next.token)]), "class": "button"]) { $0.text("Load more") }
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

    private func draw(_ cell: Cell, into html: inout Markup) {
        switch cell {
        case .text(let text): html.element("td") { $0.text(text ?? Show.unknown) }
        case .link(let text, let href):
            html.element("td", ["class": "title"]) { $0.element("a", ["href": href, "title": text]) { $0.text(text) } }
        case .status(let text, let isFailed):
            html.element("td") { $0.element("span", ["class": isFailed ? "badge bad" : "badge ok"]) { $0.text(text) } }
        case .words(let words):
            html.element("td", words.count > 2 ? ["title": words.joined(separator: ", ")] : [:]) { html in
                html.text(
                    words.isEmpty ? Show.unknown : words.prefix(2).joined(separator: ", ") + (words.count > 2 ? " +\(words.count - 2)" : "")
                )
            }
        case .failures(let failed, let recovered):
            let words: Markup.Attributes = recovered == 0 ? [:] : ["title": "\(failed) failed, \(recovered) of them recovered"]
            html.element("td", words + ["class": failed > recovered ? "n failed" : "n"]) { html in
                html.text(failed == 0 ? "0" : recovered == 0 ? "▲ \(failed)" : "▲ \(failed) ↻ \(recovered)")
            }
        case .money(let nano, let unpriced):
            html.element("td", ["class": "n"]) { html in
                guard unpriced > 0 else { return html.text(Show.money(nano)) }
                html.element("span", ["title": unpriced == 1 ? "1 request has no price" : "\(unpriced) requests have no price"]) {
                    $0.text(nano == nil ? "no cost" : "≥ " + Show.money(nano))
                }
            }
        case .count(let count): figure(Show.count(count), into: &html)
        case .tokens(let tokens): figure(Show.count(tokens), into: &html)
        case .duration(let nanoseconds): figure(Show.duration(nanoseconds), into: &html)
        case .time(let time):
            html.element("td", ["class": "when"]) {
                $0.element("time", ["title": Show.time(time) + " UTC"]) { $0.text(String(Show.time(time).dropFirst(5))) }
            }
        }
    }

    private func figure(_ text: String, into html: inout Markup) { html.element("td", ["class": "n"]) { $0.text(text) } }
}
