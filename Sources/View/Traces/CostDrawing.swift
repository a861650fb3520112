import Store

/// What a call used and what it cost, by type; where the figure comes from.
///
/// The amounts are those that were written on the span (pipelines.md, `gen_ai.usage.cost_*_usd`). The price table only takes them apart, and
/// only where its parts add up to them.
struct CostDrawing {
    let row: SpanRow
    let facts: SpanFacts?
    /// Nil where no price table is in use.
    let prices: (any PriceDesk)?

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
                if let items {
                    for item in items { draw(item, into: &html) }
                } else {
                    for line in lines where line.tokens != nil { draw(line, into: &html) }
                }
                html.element("tr", ["class": "total"]) { html in
                    html.element("th", ["scope": "row"]) { $0.text("total") }
                    for text in [Show.count(row.tokens.total), perMillion(row.costNano, row.tokens.total), Show.cost(of: row)] {
                        html.element("td", ["class": "n"]) { $0.text(text) }
                    }
                }
            }
        }
        Facts.draw(
            [
                ("source", source), ("price entry", row.price), ("price since", since), ("note", note),
                ("the sender's own figure", ownFigure),
            ], into: &html)
    }

    /// What the table of now makes of it, where that is what the span says: prices may have changed since, and tiers are not in it.
    private var items: [PricedItem]? {
        guard row.costSource == "computed", let cost = row.costNano, let items = prices?.items(of: PricedTokens(row)) else { return nil }
        let sum = items.reduce(Int64(0)) { $0 &+ $1.picodollars }
        return abs(sum / 1_000 &- cost) <= 1 ? items : nil
    }

    /// From when the price that was taken holds.
    private var since: String? {
        guard row.costSource == "computed", let price = prices?.price(provider: row.provider ?? "", model: row.model ?? "", at: row.start),
            price.entry == row.price
        else { return nil }
        return price.since ?? "no day stated"
    }

    private func draw(_ item: PricedItem, into html: inout Markup) {
        html.element("tr") { html in
            html.element("th", ["scope": "row", "class": "indent-0"]) { $0.text(PriceKind.title(item.kind)) }
            for text in [Show.count(item.tokens), "$" + item.price, Show.money(item.picodollars / 1_000)] {
                html.element("td", ["class": "n"]) { $0.text(text) }
            }
        }
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

extension PricedTokens {
    fileprivate init(_ row: SpanRow) {
        self.init(
            provider: row.provider ?? "", requestModel: row.requestModel ?? "", model: row.model ?? "", start: row.start,
            input: row.tokens.input, output: row.tokens.output, cacheRead: row.tokens.cacheRead ?? 0,
            cacheWrite: row.tokens.cacheWrite ?? 0,
            reasoning: row.tokens.reasoning ?? 0)
    }
}
