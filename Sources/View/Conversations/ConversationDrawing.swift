import Store

/// The page of one conversation: what it came to, when it happened, and what was said.
struct ConversationDrawing {
    /// How the body is read.
    enum Mode: String, CaseIterable, Sendable {
        case transcript, steps, turns

        var title: String {
            switch self {
            case .transcript: "Transcript"
            case .steps: "Steps"
            case .turns: "Turns"
            }
        }

        /// The key that leads there.
        var key: String {
            switch self {
            case .transcript: "t"
            case .steps: "s"
            case .turns: "u"
            }
        }
    }

    let detail: ConversationDetail
    let transcript: Transcript
    /// Of the whole conversation, whichever turns are shown.
    var growth: InputGrowth?
    let mode: Mode
    let failuresOnly: Bool
    var zoom: Zoom?
    let href: @Sendable (_ changes: [(String, String?)]) -> String

    func draw(into html: inout Markup) {
        head(into: &html)
        TimelineDrawing(transcript, failuresOnly: failuresOnly, zoom: zoom, whole: href([("zoom", nil)])).draw(into: &html)
        if let growth { ContextGrowth(growth).draw(into: &html) }
        bar(into: &html)
        let shown = failuresOnly ? transcript.failures : transcript
        if shown.turns.isEmpty { html.element("p", ["class": "notice"]) { $0.text("Nothing failed in these turns.") } }
        switch mode {
        case .transcript: TranscriptDrawing().draw(shown, into: &html)
        case .steps: StepsDrawing.draw(shown, failuresOnly: failuresOnly, into: &html)
        case .turns: TurnsDrawing.draw(shown, into: &html)
        }
        if let next = detail.next {
            html.element("p", ["class": "more"]) { html in
                html.element("a", ["href": href([("cursor", next.token)]), "class": "button"]) { $0.text("Next turns") }
            }
        }
    }

    private func head(into html: inout Markup) {
        let row = detail.row
        html.element("h1") { $0.text(row.title.map { Show.clipped($0, to: 160) } ?? row.id.key) }
        html.element("p", ["class": "meta"]) { html in
            html.text([row.id.key, row.id.environment, row.service].joined(separator: " · "))
            if let user = row.user {
                html.text(" · ")
                html.element("a", ["href": "/conversations?user=\(ConversationPath.escaped(user))"]) { $0.text(user) }
            }
            html.text(" · " + (row.agents + row.models).joined(separator: ", "))
        }
        html.element("dl", ["class": "figures"]) { html in
            for (name, value, note) in figures {
                html.element("div") { html in
                    html.element("dt") { $0.text(name) }
                    html.element("dd") { html in
                        html.text(value)
                        if let note { html.element("small") { $0.text(note) } }
                    }
                }
            }
        }
    }

    private var figures: [(String, String, String?)] {
        let row = detail.row
        let coverage = row.unpriced > 0 ? "\(row.unpriced) of \(row.requests) without a price" : nil
        return [
            ("Turns", Show.count(row.turns), nil), ("Messages", Show.count(row.messages), nil), ("Requests", Show.count(row.requests), nil),
            ("Tool calls", Show.count(row.toolCalls), nil),
            ("Failures", Show.count(row.failures), row.failures > 0 ? "\(row.recovered) recovered" : nil),
            ("Tokens", Show.count(row.tokens.total), "\(Show.count(row.tokens.input)) in · \(Show.count(row.tokens.output)) out"),
            ("Cost", row.costNano == nil && row.unpriced > 0 ? "no cost" : Show.money(row.costNano), coverage),
            ("Active", Show.duration(row.activeNanoseconds), nil), ("Wall", Show.duration(row.wallNanoseconds), nil),
        ]
    }

    private func bar(into html: inout Markup) {
        html.element("div", ["class": "modes"]) { html in
            html.element("nav", ["class": "tabs", "aria-label": "How to read it"]) { html in
                for mode in Mode.allCases {
                    html.element(
                        "a",
                        ["href": href([("mode", mode.rawValue), ("cursor", nil)]), "data-key": mode.key]
                            + (mode == self.mode ? ["aria-current": "page"] : [:])
                    ) { $0.text(mode.title) }
                }
            }
            html.element("p", ["class": "toggles"]) { html in
                html.element(
                    "a",
                    [
                        "href": href([("failures", failuresOnly ? nil : "1")]), "class": failuresOnly ? "toggle on" : "toggle",
                        "aria-pressed": failuresOnly ? "true" : "false", "data-key": "f",
                    ]
                ) { $0.text("Failures only") }
                html.element("span", ["class": "toggle"]) { $0.text("Export:") }
                for format in ["json", "markdown", "csv"] {
                    let path = "/api/v1" + ConversationPath.href(detail.row.id)
                    html.element("a", ["href": path + (path.contains("?") ? "&" : "?") + "format=\(format)", "class": "toggle"]) {
                        $0.text(format == "json" ? "JSON" : format == "csv" ? "CSV" : "Markdown")
                    }
                }
            }
        }
    }
}

/// Input tokens of one request after another: a history that runs away shows here.
struct ContextGrowth {
    /// As many as the picture has room for.
    static let points = 200
    private let requests: Int64
    private let tokens: [Int64]

    init(_ growth: InputGrowth) {
        requests = Int64(growth.requests)
        tokens = growth.points.map(\.input)
    }

    func draw(into html: inout Markup) {
        guard tokens.count > 1, let most = tokens.max(), most > 0, let first = tokens.first, let last = tokens.last else { return }
        html.element("figure", ["class": "growth"]) { html in
            let step = 200 / Double(tokens.count - 1)
            let points = tokens.enumerated().map { index, value in
                Show.decimal(Double(index) * step, places: 1) + "," + Show.decimal(30 - Double(value) / Double(most) * 28, places: 1)
            }
            html.element("figcaption") {
                $0.text(
                    "Context in \(Show.count(requests)) requests: \(Show.count(first)) → \(Show.count(last)) input tokens, at most \(Show.count(most))"
                )
            }
            html.element(
                "svg", ["viewBox": "0 0 200 32", "preserveAspectRatio": "none", "role": "img", "aria-label": "Input tokens per request"]
            ) {
                $0.element("polyline", ["class": "spark", "points": points.joined(separator: " ")]) { _ in }
            }
        }
    }
}
