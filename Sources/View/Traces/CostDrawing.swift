import Store

/// What a call used and what it cost, by type; where the figure comes from.
struct CostDrawing {
    let row: SpanRow

    func draw(into html: inout Markup) {
        guard row.tokens.total != nil || row.costNano != nil else {
            return html.element("p", ["class": "muted"]) { $0.text("This span says no tokens, so it has no cost.") }
        }
        html.element("table", ["class": "cost"]) { html in
            html.element("tbody") { html in
                for (label, tokens, isPart) in lines {
                    guard let tokens else { continue }
                    html.element("tr") { html in
                        html.element("th", ["scope": "row", "class": isPart ? "indent-1" : "indent-0"]) { $0.text(label) }
                        html.element("td", ["class": "n"]) { $0.text(Show.count(tokens)) }
                    }
                }
                html.element("tr", ["class": "total"]) { html in
                    html.element("th", ["scope": "row"]) { $0.text("cost") }
                    html.element("td", ["class": "n"]) { $0.text(Show.cost(of: row)) }
                }
            }
        }
        Facts.draw([("source", row.costSource), ("price entry", row.price), ("note", note)], into: &html)
    }

    private var lines: [(String, Int64?, Bool)] {
        let tokens = row.tokens
        return [
            ("input", tokens.input, false), ("of it read from the cache", tokens.cacheRead, true),
            ("of it written to the cache", tokens.cacheWrite, true), ("output", tokens.output, false),
            ("of it reasoning", tokens.reasoning, true),
        ]
    }

    /// `weir.cost.detail` in words.
    private var note: String? {
        switch row.costDetail {
        case "model_unknown": "no price table knows this model"
        case "provider_unknown": "the span does not say who served it"
        case "no_usage": "the span says no tokens"
        case "usage_inconsistent": "its token counts contradict one another"
        case "unpriced_meter": "it used something that has no price"
        case "name_rejected": "its model name is not one"
        default: row.costDetail
        }
    }
}
