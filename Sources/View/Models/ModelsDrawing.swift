import Store

/// The Models page: the whole table, up to four models side by side, and their tokens and costs over time.
struct ModelsDrawing {
    let rows: [ModelRow]
    let comparison: ModelComparison
    let spreads: [LatencySpread]
    let tokens: TimeSeries
    let cost: TimeSeries
    let costByType: TimeSeries
    let firstToken: TimeSeries
    let speed: TimeSeries
    let state: FilterState
    let order: ModelTable.Order
    /// Nil where no price table is in use.
    let prices: PricesDrawing?
    let canRecost: Bool

    func draw(into html: inout Markup) {
        html.element("h1") { $0.text("Models") }
        html.element("section", ["class": "card", "aria-label": "All models"]) { html in
            NamingToggle(state: state, path: "/models").draw(into: &html)
            ModelTable(rows: rows, other: nil, state: state, sort: order, path: "/models").draw(into: &html)
        }
        if rows.count > 1 { comparison.draw(spreads, into: &html) }
        prices?.draw(into: &html)
        if canRecost { RecostForm(state: state).draw(into: &html) }
        html.element("div", ["class": "two"]) { html in
            chart("Tokens by kind", tokens, .bars, into: &html)
            chart("Cost by kind", costByType, .bars, into: &html)
            chart("Cost by model", cost, .bars, into: &html)
            chart("Time to first token", firstToken, .lines, into: &html)
            chart("Output tokens a second", speed, .lines, into: &html)
        }
    }

    private func chart(_ title: String, _ series: TimeSeries, _ form: ChartDrawing.Form, into html: inout Markup) {
        html.element("section", ["class": "card", "aria-label": title]) { html in
            html.element("h2") { $0.text(title) }
            ChartDrawing(title: title, series: series, form: form) { range, _ in
                state.href("/traces", range.parameters)
            }.draw(into: &html)
        }
    }
}
