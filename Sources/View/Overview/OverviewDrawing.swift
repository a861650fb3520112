import Store

/// The Overview: what needs attention, seven cards, two charts, the models, and what can be said of them.
struct OverviewDrawing {
    let overview: Overview
    let requests: TimeSeries
    let latency: TimeSeries
    /// Both of the period before, where they are asked for: the sum of all, and P95.
    let ghosts: (sum: TimeSeries.Line?, latency: TimeSeries.Line?)
    let state: FilterState
    /// Dollars; nil where no price table says.
    let cacheSaving: Double?
    /// How the models are sorted.
    let order: ModelTable.Order
    /// What the left chart shows, and by what.
    let metric: SeriesQuestion.Metric
    let by: Dimension

    func draw(into html: inout Markup) {
        html.element("h1", ["class": "visually-hidden"]) { $0.text("Overview, \(state.period.title)") }
        attention(into: &html)
        html.element("section", ["class": "cards", "aria-label": "Figures"]) { html in
            for card in Cards(overview: overview, state: state).all { card.draw(state.period.previousTitle, into: &html) }
        }
        if overview.previous == nil, let begins = overview.beginsAt {
            html.element("p", ["class": "muted"]) { $0.text("No comparison: there is no data before \(Show.moment(begins)).") }
        }
        html.element("div", ["class": "two"]) { html in
            html.element("section", ["class": "card", "aria-label": "By \(by.rawValue)"]) { sums(into: &$0) }
            html.element("section", ["class": "card", "aria-label": "Latency"]) { html in
                html.element("div", ["class": "bar-head"]) { html in
                    html.element("h2") { $0.text("Latency") }
                    html.element("p", ["class": "toggles"]) { html in
                        toggle("all outcomes", isOn: state.filter.latency == .all, [("latency", nil)], into: &html)
                        toggle("successful only", isOn: state.filter.latency == .ok, [("latency", LatencyScope.ok.rawValue)], into: &html)
                    }
                }
                ChartDrawing(title: "Latency of inference calls", series: latency, form: .lines, ghost: ghosts.latency) { range, _ in
                    bucket(range, [("sort", "-duration")])
                }.draw(into: &html)
            }
        }
        html.element("section", ["class": "card", "aria-label": "Top models"]) { html in
            html.element("div", ["class": "bar-head"]) { html in
                html.element("h2") { $0.text("Top models") }
                NamingToggle(state: state, path: "/overview").draw(into: &html)
            }
            ModelTable(rows: overview.topModels, other: overview.otherModels, state: state, sort: order, path: "/overview").draw(
                into: &html)
        }
        InsightsDrawing(insights: overview.insights, cacheSaving: cacheSaving, state: state).draw(into: &html)
    }

    private func sums(into html: inout Markup) {
        html.element("div", ["class": "bar-head"]) { html in
            html.element("h2") { $0.text("\(Self.title(metric)) by \(by.rawValue)") }
            html.element("p", ["class": "toggles"]) { html in
                for other in [SeriesQuestion.Metric.requests, .cost, .tokens, .errors] {
                    toggle(Self.title(other), isOn: other == metric, [("metric", other.rawValue)], into: &html)
                }
            }
            html.element("p", ["class": "toggles"]) { html in
                for other in Dimension.allCases where other != .user && other != .status {
                    toggle(other.rawValue, isOn: other == by, [("by", other.rawValue)], into: &html)
                }
                let isOn = state.query["ghost"] == "1"
                toggle("period before", isOn: isOn, [("ghost", isOn ? nil : "1")], into: &html)
            }
        }
        ChartDrawing(title: "\(Self.title(metric)) by \(by.rawValue)", series: requests, form: .bars, ghost: ghosts.sum) {
            range, line in
            let key = FilterState.dimensions.first { $0.dimension == by }?.key
            return bucket(range, key.map { line.isOther || line.label.isEmpty ? [] : [($0, line.label)] } ?? [])
        }.draw(into: &html)
    }

    private func toggle(_ title: String, isOn: Bool, _ changes: [(String, String?)], into html: inout Markup) {
        html.element(
            "a", ["class": "toggle", "href": state.query.changing(changes).href("/overview")] + (isOn ? ["aria-current": "true"] : [:])
        ) { $0.text(title) }
    }

    /// The traces of one bucket.
    private func bucket(_ range: TimeRange, _ changes: [(String, String?)]) -> String {
        state.href("/traces", range.parameters + changes)
    }

    private func attention(into html: inout Markup) {
        guard !overview.attention.isEmpty else { return }
        html.element("section", ["class": "card attention", "aria-label": "Needs attention"]) { html in
            html.element("h2") { $0.text("Needs attention") }
            html.element("ul") { html in
                for item in overview.attention.prefix(3) {
                    html.element("li") { html in
                        html.element("a", ["class": "chip", "href": AttentionText.href(item, state)]) { $0.text(AttentionText.text(item)) }
                    }
                }
            }
        }
    }

    static func title(_ metric: SeriesQuestion.Metric) -> String {
        switch metric {
        case .requests: "Requests"
        case .spans: "Spans"
        case .errors: "Errors"
        case .cost: "Cost"
        case .tokens: "Tokens"
        case .turns: "Turns"
        case .latency: "Latency"
        case .ttft: "Time to first token"
        case .speed: "Output tokens a second"
        case .tokensByType: "Tokens by kind"
        case .costByType: "Cost by kind"
        }
    }
}

/// What asks to be looked at, in words, and where it can be seen.
enum AttentionText {
    static func text(_ item: Attention) -> String {
        let subject = item.subject.map { " (\($0))" } ?? ""
        let usual = item.usual
        switch item.kind {
        case .errorRate:
            return
                "Error rate \(Show.share(item.value))\(subject) at \(Show.time(item.range.from).dropLast(3)) \(Zone.shown.name), usually \(Show.share(usual))"
        case .latency: return "P95 \(Show.duration(Int64(item.value)))\(subject), before \(Show.duration(usual.map { Int64($0) }))"
        case .cost: return "\(Show.money(Int64(item.value))) a day\(subject), before \(Show.money(usual.map { Int64($0) }))"
        case .unpriced:
            return
                "\(Show.share(item.value)) of requests have no cost, most of them \(item.subject ?? "of some model"): no price, or nothing counted"
        case .refused: return "\(Show.count(Int64(item.value))) requests were refused in the last 15 minutes\(subject)"
        case .dropped: return "\(Show.count(Int64(item.value))) items were dropped since Weir started\(subject)"
        case .agentLoop:
            return "\(item.subject ?? "A tool") was called \(Show.count(Int64(item.value))) times with the same arguments in one turn"
        }
    }

    static func href(_ item: Attention, _ state: FilterState) -> String {
        if let trace = item.trace { return state.href("/traces/\(trace.text)") }
        switch item.kind {
        case .errorRate: return state.href("/errors", item.range.parameters)
        case .latency: return state.href("/traces", [("sort", "-duration")])
        case .cost, .unpriced: return state.href("/models", [("sort", "cost")])
        case .refused, .dropped: return "/get-started"
        case .agentLoop: return state.href("/traces", item.range.parameters)
        }
    }
}
