/// A value of a list as HTML: in a table's cell, or beside its name in a list of facts.
struct CellDrawing {
    /// `td` or `dd`.
    let element: StaticString

    func draw(_ cell: Cell, into html: inout Markup) {
        switch cell {
        case .text(let text): html.element(element) { $0.text(text ?? Show.unknown) }
        case .link(let text, let href):
            html.element(element, ["class": "title"]) { $0.element("a", ["href": href, "title": text]) { $0.text(text) } }
        case .status(let text, let isFailed):
            html.element(element) { $0.element("span", ["class": isFailed ? "badge bad" : "badge ok"]) { $0.text(text) } }
        case .words(let words):
            html.element(element, words.count > 2 ? ["title": words.joined(separator: ", ")] : [:]) { html in
                html.text(
                    words.isEmpty ? Show.unknown : words.prefix(2).joined(separator: ", ") + (words.count > 2 ? " +\(words.count - 2)" : "")
                )
            }
        case .failures(let failed, let recovered):
            let words: Markup.Attributes = recovered == 0 ? [:] : ["title": "\(failed) failed, \(recovered) of them recovered"]
            html.element(element, words + ["class": failed > recovered ? "n failed" : "n"]) { html in
                html.text(failed == 0 ? "0" : recovered == 0 ? "▲ \(failed)" : "▲ \(failed) ↻ \(recovered)")
            }
        case .money(let nano, let unpriced):
            html.element(element, ["class": "n"]) { html in
                guard unpriced > 0 else { return html.text(Show.money(nano)) }
                html.element("span", ["title": unpriced == 1 ? "1 request has no price" : "\(unpriced) requests have no price"]) {
                    $0.text(nano == nil ? "no cost" : "≥ " + Show.money(nano))
                }
            }
        case .count(let count): figure(Show.count(count), into: &html)
        case .tokens(let tokens): figure(Show.count(tokens), into: &html)
        case .duration(let nanoseconds): figure(Show.duration(nanoseconds), into: &html)
        case .time(let time):
            html.element(element, ["class": "when"]) {
                $0.element("time", ["title": Show.moment(time), "datetime": Moment.text(time)]) {
                    $0.text(String(Show.time(time).dropFirst(5)))
                }
            }
        }
    }

    private func figure(_ text: String, into html: inout Markup) { html.element(element, ["class": "n"]) { $0.text(text) } }
}
