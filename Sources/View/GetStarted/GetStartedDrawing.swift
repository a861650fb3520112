import Store

/// The page for newcomers, and what every empty tab shows: how far it has come, what is missing, and how each SDK is told to send.
struct GetStartedDrawing {
    let arrival: Arrival
    let status: StoreStatus
    let flow: Flow
    /// Unix nanoseconds.
    let now: Int64
    let host: Snippet.Host
    /// The snippet that is open.
    let chosen: String?
    /// Whether this run can send itself a sample.
    let canSendSample: Bool
    /// What became of a sample that was asked for.
    let sample: String?

    func draw(into html: inout Markup) {
        html.element("h1") { $0.text(arrival.isComplete ? "Everything arrives" : "Get started") }
        html.element("div", ["class": "columns"]) { html in
            html.element("section", ["class": "card", "aria-label": "What arrives"]) { html in live(into: &html) }
            html.element("section", ["class": "card", "aria-label": "Checklist"]) { html in checklist(into: &html) }
        }
        html.element("h2") { $0.text("Send from your app") }
        for snippet in Snippet.all { draw(snippet, into: &html) }
    }

    private func live(into html: inout Markup) {
        html.element("p", ["class": "verdict"]) { $0.text(arrival.verdict(listening: "\(host.http) (HTTP) and \(host.grpc) (gRPC)")) }
        if let remedy = arrival.remedy { html.element("p") { $0.text(remedy) } }
        html.element("p", ["class": "meta", "aria-live": "polite"]) { html in
            html.text("Last minute: \(Show.count(status.spansLastMinute)) spans, ")
            html.element("b") { $0.text("\(Show.count(status.genAILastMinute)) GenAI spans") }
            html.text(". In all: \(Show.count(status.spans)) spans, \(Show.count(status.traces)) traces, ")
            html.text("\(Show.count(status.conversations)) conversations.")
        }
        requests(into: &html)
        if let sample { html.element("p", ["class": "notice", "role": "status"]) { $0.text(sample) } }
        if canSendSample {
            html.element("form", ["method": "get", "action": "/get-started"]) { html in
                html.element("button", ["class": "button", "name": "sample", "value": "1"]) { $0.text("Send a sample conversation") }
            }
        }
        html.element("p", ["class": "muted"]) { html in
            html.text("From the shell: ")
            html.element("code") { $0.text("weir demo --to \(host.http)") }
        }
    }

    /// What the receivers answered; a refusal in the words that the sender was told.
    private func requests(into html: inout Markup) {
        guard flow.requests > 0 else { return }
        html.element("p", ["class": "meta"]) { html in
            html.text("Since Weir started: \(Show.count(flow.requests)) requests, ")
            html.element("b") { $0.text("\(Show.count(flow.refused)) refused") }
            html.text(".")
        }
        for loss in flow.losses {
            html.element("p", ["class": "notice"]) {
                $0.text("\(Show.count(loss.items)) items were dropped by the exporter \(loss.exporter): \(loss.reason).")
            }
        }
        guard let last = flow.lastRefusal else { return }
        html.element("p", ["class": "notice"]) { html in
            html.text("Last refused \(Show.ago(now &- last.at)): ")
            html.element("b") { $0.text("\(last.status)") }
            html.text(" \(last.message)")
        }
    }

    private func checklist(into html: inout Markup) {
        html.element("ol", ["class": "checklist"]) { html in
            for step in arrival.steps {
                let isNext = step.stage == arrival.missing
                html.element("li", ["class": step.isDone ? "done" : isNext ? "next" : "open"]) { html in
                    html.element("span", ["aria-hidden": "true"]) { $0.text(step.isDone ? "✓" : isNext ? "→" : "○") }
                    html.text(" " + step.stage.title)
                    html.element("span", ["class": "visually-hidden"]) { $0.text(step.isDone ? " (done)" : " (missing)") }
                }
            }
        }
    }

    private func draw(_ snippet: Snippet, into html: inout Markup) {
        html.element(
            "details",
            (["class": "snippet", "id": snippet.id] as Markup.Attributes).adding(
                "open", "", if: snippet.id == chosen ?? Snippet.all.first?.id)
        ) { html in
            html.element("summary") { $0.text(snippet.title) }
            html.element("pre", ["tabindex": "0", "id": "code-\(snippet.id)"]) { $0.text(snippet.text(for: host)) }
            html.element("button", ["type": "button", "data-copy": "code-\(snippet.id)"]) { $0.text("Copy") }
            html.element("p", ["class": "label"]) { $0.text("conversation id") }
            html.element("pre", ["tabindex": "0"]) { $0.text(snippet.conversation) }
            if let content = snippet.content {
                html.element("p", ["class": "label"]) { $0.text("prompts and answers") }
                html.element("pre", ["tabindex": "0"]) { $0.text(content) }
            }
        }
    }
}

extension Markup.Attributes {
    func adding(_ name: StaticString, _ value: String, if condition: Bool) -> Markup.Attributes {
        condition ? self + [name: value] : self
    }
}
