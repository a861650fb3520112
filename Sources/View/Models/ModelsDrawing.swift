import Store

/// The Models page: the whole table, up to four models side by side, and their tokens and costs over time.
struct ModelsDrawing {
    let rows: [ModelRow]
    let tokens: TimeSeries
    let cost: TimeSeries
    let firstToken: TimeSeries
    let speed: TimeSeries
    let state: FilterState
    let order: ModelTable.Order

    /// How many stand side by side.
    static let mostCompared = 4

    func draw(into html: inout Markup) {
        html.element("h1") { $0.text("Models") }
        html.element("section", ["class": "card", "aria-label": "All models"]) { html in
            ModelTable(rows: rows, other: nil, state: state, sort: order).draw(into: &html)
        }
        if rows.count > 1 { comparison(into: &html) }
        html.element("div", ["class": "two"]) { html in
            chart("Tokens by kind", tokens, .bars, into: &html)
            chart("Cost by model", cost, .bars, into: &html)
            chart("Time to first token", firstToken, .lines, into: &html)
            chart("Output tokens a second", speed, .lines, into: &html)
        }
    }

    private func chart(_ title: String, _ series: TimeSeries, _ form: ChartDrawing.Form, into html: inout Markup) {
        html.element("section", ["class": "card", "aria-label": title]) { html in
            html.element("h2") { $0.text(title) }
            ChartDrawing(title: title, series: series, form: form, zoneOffset: state.zoneOffset) { range, _ in
                state.href("/traces", range.parameters)
            }.draw(into: &html)
        }
    }

    private static let lines: [(String, @Sendable (ModelRow) -> String)] = [
        ("Requests", { Show.count($0.requests) }), ("Success", { Show.rate($0.success) }),
        ("Failures", { row in row.errors.prefix(3).map { "\($0.value) \(Show.count($0.count))" }.joined(separator: ", ") }),
        ("P50", { Show.duration($0.latency.p50) }), ("P90", { Show.duration($0.latency.p90) }), ("P95", { Show.duration($0.latency.p95) }),
        ("P99", { Show.duration($0.latency.p99) }), ("First token P50", { Show.duration($0.latency.ttftP50) }),
        ("Cost", { Show.modelCost($0) }), ("$ / 1k requests", { Show.money($0.nanoPerThousandRequests) }),
        (
            "$ / 1M tokens",
            { row in
                guard let cost = row.costNano, let total = row.tokens.total, total > 0 else { return Show.unknown }
                return Show.money(Int64(Double(cost) * 1e6 / Double(total)))
            }
        ),
        ("Input", { Show.compact($0.tokens.input) }), ("Output", { Show.compact($0.tokens.output) }),
        ("Cache hit", { row in row.tokens.input.map { Show.share(row.tokens.cacheRead ?? 0, of: $0) } ?? Show.unknown }),
        ("Reasoning", { Show.compact($0.tokens.reasoning) }),
    ]

    /// The ones that were chosen, else the first ones.
    private func comparison(into html: inout Markup) {
        let chosen = Array(rows.sorted { order.comes($0, before: $1) }.prefix(Self.mostCompared))
        html.element("section", ["class": "card", "aria-label": "Side by side"]) { html in
            html.element("h2") { $0.text("Side by side") }
            html.element("p", ["class": "muted"]) { $0.text("The first \(chosen.count) of the table; filter by model to choose others.") }
            html.element("div", ["class": "scroll"]) { html in
                html.element("table") { html in
                    html.element("thead") { html in
                        html.element("tr") { html in
                            html.element("td") { _ in }
                            for row in chosen {
                                html.element("th", ["scope": "col", "class": "n"]) { $0.text(Show.clipped(row.model, to: 40)) }
                            }
                        }
                    }
                    html.element("tbody") { html in
                        for (title, cell) in Self.lines {
                            html.element("tr") { html in
                                html.element("th", ["scope": "row"]) { $0.text(title) }
                                for row in chosen {
                                    let text = cell(row)
                                    html.element("td", ["class": "n"]) { $0.text(text.isEmpty ? Show.unknown : text) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
