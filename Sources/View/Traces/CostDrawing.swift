import Store

/// What a call used and what it cost, by type; where the figure comes from. The amounts are those that were written on the span
/// (pipelines.md, `gen_ai.usage.cost_*_usd`): nothing is priced here.
struct CostDrawing {
    let row: SpanRow
    let facts: SpanFacts?

    private struct Line {
        let label: String
        let tokens: Int64?
        var nano: Int64?
        var isPart = false
    }

    func draw(into html: inout Markup) {
        guard row.tokens.total != nil || row.costNano != nil else {
            return html.element("p", ["class": "muted"]) { $0.text("This span says no tokens, so it has no cost.") }
        }
        html.element("table", ["class": "cost"]) { html in
            html.element("thead") { html in
                html.element("tr") { html in
                    html.element("th", ["scope": "col"]) { $0.text("Type") }
                    for title in ["Tokens", "$ per 1M", "Cost"] { html.element("th", ["scope": "col", "class": "n"]) { $0.text(title) } }
                }
            }
            html.element("tbody") { html in
                for line in lines where line.tokens != nil { draw(line, into: &html) }
                html.element("tr", ["class": "total"]) { html in
                    html.element("th", ["scope": "row"]) { $0.text("total") }
                    for text in [Show.count(row.tokens.total), perMillion(row.costNano, row.tokens.total), Show.cost(of: row)] {
                        html.element("td", ["class": "n"]) { $0.text(text) }
                    }
                }
            }
        }
        Facts.draw([("source", source), ("price entry", row.price), ("note", note), ("the sender's own figure", ownFigure)], into: &html)
    }

    private func draw(_ line: Line, into html: inout Markup) {
        html.element("tr") { html in
            html.element("th", ["scope": "row", "class": line.isPart ? "indent-1" : "indent-0"]) { $0.text(line.label) }
            let amount = line.isPart ? "" : Show.money(line.nano)
            for text in [Show.count(line.tokens), line.isPart ? "" : perMillion(line.nano, line.tokens), amount] {
                html.element("td", ["class": "n"]) { $0.text(text) }
            }
        }
    }

    private var lines: [Line] {
        let tokens = row.tokens
        return [
            Line(label: "input", tokens: tokens.input, nano: nano("gen_ai.usage.cost_input_usd")),
            Line(label: "read from the cache", tokens: tokens.cacheRead, isPart: true),
            Line(label: "written to the cache", tokens: tokens.cacheWrite, isPart: true),
            Line(label: "output", tokens: tokens.output, nano: nano("gen_ai.usage.cost_output_usd")),
            Line(label: "reasoning", tokens: tokens.reasoning, isPart: true),
        ]
    }

    /// A number of dollars on the span, in nanodollars.
    private func nano(_ key: String) -> Int64? {
        facts?[key].flatMap { Double($0.readable) }.flatMap { Int64(exactly: ($0 * 1e9).rounded()) }
    }

    /// What a million tokens cost at this rate: cached ones are in it at theirs.
    private func perMillion(_ nano: Int64?, _ tokens: Int64?) -> String {
        guard let nano, let tokens, tokens > 0 else { return Show.unknown }
        return Show.money(Int64(exactly: (Double(nano) / Double(tokens) * 1e6).rounded()))
    }

    private var source: String? {
        switch row.costSource {
        case "computed": "computed from the price table"
        case "reported": "reported by the SDK or gateway"
        case "unpriced": "no price"
        default: row.costSource
        }
    }

    /// Where a price table won over it.
    private var ownFigure: String? {
        ["weir.original.gen_ai.usage.cost_usd", "weir.original.gen_ai.usage.cost"].lazy.compactMap { nano($0) }.first.map { Show.money($0) }
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
