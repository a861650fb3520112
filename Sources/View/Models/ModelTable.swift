import Store

/// Models with their figures: the ten of the Overview, or all of them.
struct ModelTable {
    /// What the table can be sorted by; the largest first, but for latency.
    enum Order: String, CaseIterable, Sendable {
        case requests, cost, tokens, p50, p95, ttft, speed, success

        func comes(_ a: ModelRow, before b: ModelRow) -> Bool {
            switch self {
            case .requests: a.requests > b.requests
            case .cost: (a.costNano ?? -1) > (b.costNano ?? -1)
            case .tokens: (a.tokens.total ?? -1) > (b.tokens.total ?? -1)
            case .p50: (a.latency.p50 ?? .max) < (b.latency.p50 ?? .max)
            case .p95: (a.latency.p95 ?? .max) < (b.latency.p95 ?? .max)
            case .ttft: (a.latency.ttftP50 ?? .max) < (b.latency.ttftP50 ?? .max)
            case .speed: (a.latency.milliTokensPerSecondP50 ?? -1) > (b.latency.milliTokensPerSecondP50 ?? -1)
            case .success: (a.success ?? 2) < (b.success ?? 2)
            }
        }
    }

    let rows: [ModelRow]
    let other: ModelRow?
    let state: FilterState
    let sort: Order
    /// Where the heads lead: the page that it stands on.
    let path: String

    private static let columns: [(title: String, order: Order?, cell: @Sendable (ModelRow) -> String)] = [
        ("Requests", .requests, { Show.count($0.requests) }), ("Cost", .cost, { Show.modelCost($0) }),
        ("Cost share", nil, { Show.share($0.costShare) }),
        ("$ / 1k requests", nil, { Show.money($0.nanoPerThousandRequests) }),
        ("Tokens", .tokens, { Show.compact($0.tokens.total) }), ("P50", .p50, { Show.duration($0.latency.p50) }),
        ("P95", .p95, { Show.duration($0.latency.p95) }), ("First token", .ttft, { Show.duration($0.latency.ttftP50) }),
        ("Tokens/s out", .speed, { Show.modelSpeed($0) }),
        ("Success", .success, { Show.rate($0.success) }),
    ]

    func draw(into html: inout Markup) {
        guard !rows.isEmpty else { return html.element("p", ["class": "muted"]) { $0.text("No requests in this time.") } }
        html.element("div", ["class": "scroll"]) { html in
            html.element("table", ["class": "list"]) { html in
                html.element("caption", ["class": "visually-hidden"]) { $0.text("Models, \(state.period.title)") }
                html.element("thead") { html in html.element("tr") { heads(into: &$0) } }
                html.element("tbody") { html in
                    for row in rows.sorted(by: { sort.comes($0, before: $1) }) {
                        draw(row, href: state.href("/models", [("model", row.model)]), into: &html)
                    }
                    if let other { draw(other, href: state.href("/models"), into: &html) }
                }
            }
        }
    }

    /// Under which names it was reported, where that is not one and the same.
    private func names(_ row: ModelRow) -> Markup.Attributes {
        let others = row.reported.map(\.model).filter { $0 != row.model }
        return others.isEmpty
            ? [:] : ["title": "reported as " + row.reported.prefix(6).map { Show.clipped($0.model, to: 60) }.joined(separator: ", ")]
    }

    private func heads(into html: inout Markup) {
        html.element("th", ["scope": "col"]) { $0.text("Model") }
        html.element("th", ["scope": "col"]) { $0.text("Share") }
        for column in Self.columns {
            let isSorted = column.order == sort
            html.element("th", ["scope": "col", "class": "n"] + (isSorted ? ["aria-sort": "descending"] : [:])) { html in
                guard let order = column.order else { return html.text(column.title) }
                html.element("a", ["href": state.query.changing([("sort", order.rawValue)]).href(path)]) {
                    $0.text(column.title + (isSorted ? " ▼" : ""))
                }
            }
        }
        html.element("th", ["scope": "col"]) { $0.text("Trend") }
    }

    private func draw(_ row: ModelRow, href: String, into html: inout Markup) {
        html.element("tr") { html in
            html.element("th", ["scope": "row"]) { html in
                html.element("a", ["href": href] + names(row)) { $0.text(Show.clipped(row.model.isEmpty ? "other" : row.model, to: 80)) }
                if !row.providers.isEmpty { html.element("small") { $0.text(" " + row.providers.joined(separator: ", ")) } }
            }
            html.element("td", ["class": "share-cell"]) { html in
                Sparkline.share(row.share, into: &html)
                html.text(" " + Show.share(row.share))
            }
            for column in Self.columns {
                html.element("td", ["class": column.order == .cost && row.costNano == nil ? "n warn" : "n"]) { $0.text(column.cell(row)) }
            }
            html.element("td") { Sparkline.draw(row.spark, into: &$0) }
        }
    }
}

extension Show {
    /// Median of output tokens a second.
    static func modelSpeed(_ row: ModelRow) -> String {
        row.latency.milliTokensPerSecondP50.map { decimal(Double($0) / 1000, places: 0) } ?? unknown
    }

    static func modelCost(_ row: ModelRow) -> String {
        guard row.costNano != nil else { return row.unpriced > 0 ? "no cost" : unknown }
        return money(row.costNano) + (row.unpriced > 0 ? " + \(count(row.unpriced)) unpriced" : "")
    }
}
