import Store

/// Two to four models side by side (view.md 3.7): their figures, and how long their calls took, laid over each other.
///
/// Which they are stands in the address, once for each: `compare=gpt-4o&compare=o4-mini`.
struct ModelComparison {
    /// How many stand side by side.
    static let most = 4
    /// How many are offered: a list of hundreds is no choice.
    private static let mostOffered = 24

    let rows: [ModelRow]
    let chosen: [ModelRow]
    let state: FilterState

    /// `rows` in the order of the table. Without a word of the reader's the first ones are compared.
    init(_ rows: [ModelRow], _ state: FilterState) {
        self.rows = rows
        self.state = state
        let wanted = Set(state.query.all("compare"))
        let named = rows.filter { wanted.contains($0.model) }
        chosen = Array((named.isEmpty ? rows : named).prefix(Self.most))
    }

    func draw(_ spreads: [LatencySpread], into html: inout Markup) {
        html.element("section", ["class": "card", "id": "compare", "aria-label": "Side by side"]) { html in
            html.element("h2") { $0.text("Side by side") }
            choice(into: &html)
            html.element("div", ["class": "scroll"]) { table(into: &$0) }
            html.element("h3") { $0.text("How long their calls took") }
            SpreadDrawing(spreads: spreads).draw(into: &html)
        }
    }

    // MARK: - Choosing

    /// A plain form: what else the address says goes along.
    private func choice(into html: inout Markup) {
        html.element("form", ["class": "choice", "method": "get", "action": "/models#compare"]) { html in
            for pair in state.query.pairs where !["compare", "cursor", "recosted", "only"].contains(pair.key) && !pair.value.isEmpty {
                html.void("input", ["type": "hidden", "name": pair.key, "value": pair.value])
            }
            html.element("fieldset") { html in
                html.element("legend", ["class": "muted"]) { $0.text("Up to \(Self.most) models") }
                for row in offered { box(row.model, into: &html) }
            }
            html.element("button", ["class": "button"]) { $0.text("Compare") }
        }
    }

    private var offered: [ModelRow] {
        let first = rows.prefix(Self.mostOffered)
        return first + chosen.filter { one in !first.contains { $0.model == one.model } }
    }

    private func box(_ model: String, into html: inout Markup) {
        html.element("label") { html in
            let isChosen = chosen.contains { $0.model == model }
            html.void(
                "input", ["type": "checkbox", "name": "compare", "value": model] + (isChosen ? ["checked": ""] : [:]))
            html.text(" " + Show.clipped(model, to: 60))
        }
    }

    // MARK: - Figures

    private static let lines: [(String, @Sendable (ModelRow) -> String)] = [
        ("Requests", { Show.count($0.requests) }), ("Success", { Show.rate($0.success) }),
        ("Failures", { row in row.errors.prefix(3).map { "\($0.value) \(Show.count($0.count))" }.joined(separator: ", ") }),
        ("P50", { Show.duration($0.latency.p50) }), ("P90", { Show.duration($0.latency.p90) }), ("P95", { Show.duration($0.latency.p95) }),
        ("P99", { Show.duration($0.latency.p99) }), ("First token P50", { Show.duration($0.latency.ttftP50) }),
        ("Tokens/s out", { Show.modelSpeed($0) }),
        ("Cost", { Show.modelCost($0) }), ("$ / 1k requests", { Show.money($0.nanoPerThousandRequests) }),
        (
            "$ / 1M tokens",
            { row in
                guard let cost = row.costNano, let total = row.tokens.total, total > 0 else { return Show.unknown }
                return Show.money(Int64(Double(cost) * 1e6 / Double(total)))
            }
        ),
        ("Input", { Show.compact($0.tokens.input) }), ("Output", { Show.compact($0.tokens.output) }), ("Input to output", ratio),
        ("Cache hit", { row in row.tokens.input.map { Show.share(row.tokens.cacheRead ?? 0, of: $0) } ?? Show.unknown }),
        ("Reasoning", { Show.compact($0.tokens.reasoning) }),
    ]

    /// `4.9 : 1`
    @Sendable private static func ratio(_ row: ModelRow) -> String {
        guard let input = row.tokens.input, let output = row.tokens.output, output > 0 else { return Show.unknown }
        return Show.decimal(Double(input) / Double(output), places: 1) + " : 1"
    }

    private func table(into html: inout Markup) {
        html.element("table") { html in
            html.element("caption", ["class": "visually-hidden"]) { $0.text("Models side by side") }
            html.element("thead") { html in
                html.element("tr") { html in
                    html.element("td") { _ in }
                    for row in chosen { html.element("th", ["scope": "col", "class": "n"]) { $0.text(Show.clipped(row.model, to: 40)) } }
                }
            }
            html.element("tbody") { html in
                for (title, cell) in Self.lines { line(title, cell, into: &html) }
            }
        }
    }

    private func line(_ title: String, _ cell: (ModelRow) -> String, into html: inout Markup) {
        html.element("tr") { html in
            html.element("th", ["scope": "row"]) { $0.text(title) }
            for row in chosen {
                let text = cell(row)
                html.element("td", ["class": "n"]) { $0.text(text.isEmpty ? Show.unknown : text) }
            }
        }
    }
}
