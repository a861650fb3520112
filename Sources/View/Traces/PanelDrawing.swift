import Store

/// The panel beside a waterfall: everything about one span, in tabs that are links.
struct PanelDrawing {
    enum Tab: String, CaseIterable, Sendable {
        case messages, tools, cost, error, attributes, raw

        var title: String {
            switch self {
            case .messages: "Messages"
            case .tools: "Tools"
            case .cost: "Tokens & cost"
            case .error: "Error"
            case .attributes: "Attributes"
            case .raw: "Raw"
            }
        }
    }

    let step: Step
    /// The call of the same agent before this one, for what is new.
    let previous: Step?
    /// All steps of the trace: tools find their calls here.
    let others: [Step]
    /// The span as OTLP/JSON.
    let raw: String?
    var same: SameError?
    var prices: (any PriceDesk)?
    let tab: Tab
    let href: @Sendable (_ changes: [(String, String?)]) -> String

    /// What is shown where no tab was asked for.
    static func usual(for step: Step) -> Tab {
        if step.isFailed { return .error }
        switch step.role {
        case .call, .duplicate, .agent: return .messages
        case .tool: return .tools
        default: return .attributes
        }
    }

    func draw(into html: inout Markup) {
        html.element("aside", ["class": "panel", "id": "panel", "aria-label": "Span"]) { html in
            html.element("h2") { $0.text(step.row.name) }
            html.element("p", ["class": "meta"]) { html in
                html.text(Show.facts(of: step).joined(separator: " · ") + " ")
                html.element("a", ["href": href([("span", step.row.address.span.text), ("zoom", ownTime.text)])]) { $0.text("zoom to it") }
            }
            tabs(into: &html)
            switch tab {
            case .messages: messages(into: &html)
            case .tools: tools(into: &html)
            case .cost: CostDrawing(row: step.row, facts: step.facts, prices: prices).draw(into: &html)
            case .error: error(into: &html)
            case .attributes: attributes(into: &html)
            case .raw: rawText(into: &html)
            }
        }
    }

    /// Its time with a twentieth on either side.
    private var ownTime: Zoom {
        let began = others.map(\.start).min() ?? step.start
        let margin = (step.end &- step.start) / 20
        return Window.zoom(from: max(0, step.start &- began &- margin), to: step.end &- began &+ margin)
    }

    private func tabs(into html: inout Markup) {
        html.element("nav", ["class": "tabs", "aria-label": "About this span"]) { html in
            for (index, tab) in Tab.allCases.enumerated() {
                let isCurrent = tab == self.tab
                html.element(
                    "a",
                    ["href": href([("span", step.row.address.span.text), ("tab", tab.rawValue)]) + "#panel", "data-key": "\(index + 1)"]
                        + (isCurrent ? ["aria-current": "page"] : [:])
                ) { $0.text(tab.title) }
            }
        }
    }

    // MARK: - Messages

    private func messages(into html: inout Markup) {
        let content = step.content
        guard !(content.prompt.isEmpty && content.answer.isEmpty) else {
            return CaptureNotice.draw(into: &html)
        }
        let news = News(content, after: previous?.content)
        if news.earlier > 0 {
            html.element("details", ["class": "said other"]) { html in
                html.element("summary") { $0.text(news.earlier == 1 ? "1 earlier message" : "\(news.earlier) earlier messages") }
                for message in content.prompt.prefix(news.earlier) { speak(message, into: &html) }
            }
        }
        for message in news.messages + content.answer { speak(message, into: &html) }
        if content.isCut { html.element("p", ["class": "muted"]) { $0.text("The sender cut the rest off.") } }
    }

    private func speak(_ message: Message, into html: inout Markup) {
        html.element("div", ["class": "said \(message.role == .user ? "user" : message.role == .assistant ? "assistant" : "other")"]) {
            html in
            let reason = message.finishReason.map { "ended with \($0)" }
            html.element("p", ["class": "who"]) {
                $0.text([message.role.word, message.name, reason].compactMap { $0 }.joined(separator: " · "))
            }
            PartDrawing.draw(message.parts, into: &html)
        }
    }

    // MARK: - Tools

    private func tools(into html: inout Markup) {
        if step.role == .tool { return run(step, into: &html) }
        let content = step.content
        let calls = content.answer.flatMap(\.toolCalls)
        if calls.isEmpty {
            html.element("p", ["class": "muted"]) {
                $0.text(
                    content.answer.isEmpty ? "What it answered was not captured." : "No tool call is among what was captured of its answer."
                )
            }
        }
        for call in calls {
            html.element("h3") { $0.text(call.name) }
            PartDrawing.labelled("arguments", call.arguments, into: &html)
            if let run = others.first(where: { $0.role == .tool && call.id != nil && $0.row.toolCallID == call.id }) {
                html.element("p", ["class": "meta"]) { html in
                    html.text(Show.facts(of: run).joined(separator: " · ") + " ")
                    html.element("a", ["href": href([("span", run.row.address.span.text), ("tab", nil)])]) { $0.text("what it gave") }
                }
            }
        }
        guard !content.tools.isEmpty else { return }
        html.element("h3") { $0.text("Tools it could use (\(content.tools.count))") }
        for tool in content.tools {
            html.element("details", ["class": "tool"]) { html in
                html.element("summary") { html in
                    html.element("b") { $0.text(tool.name) }
                    html.text(" " + (tool.description ?? ""))
                }
                PartDrawing.labelled("parameters", tool.parameters, into: &html)
            }
        }
    }

    private func run(_ step: Step, into html: inout Markup) {
        let run = step.facts.map { ToolRun($0) }
        PartDrawing.labelled("arguments", run?.arguments, into: &html)
        PartDrawing.labelled("result", run?.result, into: &html)
        if run?.arguments == nil, run?.result == nil { CaptureNotice.draw(into: &html) }
    }

    // MARK: - Attributes and raw

    private func attributes(into html: inout Markup) {
        guard let facts = step.facts else { return html.element("p", ["class": "muted"]) { $0.text("What was sent is no longer kept.") } }
        html.void(
            "input", ["type": "search", "class": "find", "placeholder": "Find in names and values", "aria-label": "Find an attribute"])
        html.element("button", ["type": "button", "data-copy": "attributes"]) { $0.text("Copy") }
        html.element("div", ["id": "attributes"]) { html in attributes(facts, into: &html) }
        html.element("p", ["class": "muted"]) { $0.text("instrumentation: \(facts.scopeName)") }
    }

    private func attributes(_ facts: SpanFacts, into html: inout Markup) {
        for (title, members) in [("Span", facts.attributes), ("Resource", facts.resource)] where !members.isEmpty {
            html.element("h3") { $0.text(title) }
            Facts.draw(members.sorted { $0.key < $1.key }.map { ($0.key, Show.clipped($0.value.readable, to: 2_000)) }, into: &html)
        }
        for event in facts.events {
            html.element("h3") { $0.text("Event \(event.name) · +\(Show.duration(event.time &- step.start))") }
            Facts.draw(event.attributes.map { ($0.key, Show.clipped($0.value.readable, to: 2_000)) }, into: &html)
        }
    }

    private func rawText(into html: inout Markup) {
        guard let raw else { return html.element("p", ["class": "muted"]) { $0.text("What was sent is no longer kept.") } }
        let text = JSONTree.read(raw)?.tree.written(indented: true) ?? raw
        html.element("button", ["type": "button", "data-copy": "raw"]) { $0.text("Copy") }
        html.element("pre", ["tabindex": "0", "id": "raw"]) { $0.text(Show.clipped(text, to: 200_000)) }
    }
}

/// Names and values, a line each.
enum Facts {
    static func draw(_ facts: [(String, String?)], into html: inout Markup) {
        html.element("dl", ["class": "facts"]) { html in
            for (name, value) in facts {
                guard let value else { continue }
                html.element("dt") { $0.text(name) }
                html.element("dd") { $0.text(value) }
            }
        }
    }
}
