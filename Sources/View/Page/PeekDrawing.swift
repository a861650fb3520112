import Store

/// A row of a list at a glance, beside the list (view.md 3.5): its figures and the steps in it. `peek=` in the address names the row, so a
/// link shows the same; the script opens it by Enter or a click, goes on by J and K and closes it by Esc.
struct PeekDrawing {
    /// One call, tool or agent.
    struct Step {
        let title: String
        let note: String
        let isFailed: Bool
        let href: String
    }

    private static let mostSteps = 40

    let title: String
    /// Where the whole of it is.
    let href: String
    /// The list alone.
    let close: String
    let facts: [(title: String, cell: Cell)]
    let steps: [Step]

    func draw(into html: inout Markup) {
        html.element("aside", ["class": "peek", "aria-label": "At a glance"]) { html in
            html.element("p") { html in
                html.element("a", ["class": "button", "href": href, "id": "peek-open"]) { $0.text("Open") }
                html.element("a", ["class": "button", "href": close, "id": "peek-close"]) { $0.text("Close") }
            }
            html.element("h2") { $0.text(Show.clipped(title, to: 120)) }
            html.element("dl", ["class": "facts"]) { html in
                for fact in facts {
                    html.element("dt") { $0.text(fact.title) }
                    CellDrawing(element: "dd").draw(fact.cell, into: &html)
                }
            }
            html.element("ol", ["class": "steps-in"]) { html in
                for step in steps.prefix(Self.mostSteps) {
                    html.element("li") { html in
                        html.element("a", ["href": step.href] + (step.isFailed ? ["class": "failed"] : [:])) { $0.text(step.title) }
                        html.element("small") { $0.text(" " + step.note) }
                    }
                }
            }
            if steps.count > Self.mostSteps {
                html.element("p", ["class": "muted"]) { $0.text("and \(steps.count - Self.mostSteps) more") }
            }
        }
    }
}

extension PeekDrawing.Step {
    /// Nil for spans that are no step: those that are not about GenAI, and calls that another span counts.
    init?(_ span: SpanRow) {
        guard let role = span.role, role != "duplicate", role != "other" else { return nil }
        title = span.tool ?? (role == "call" ? span.model : span.agent) ?? span.name
        let figures = [
            role == "call" ? nil : role, span.tokens.total.map { "\(Show.count($0)) tokens" }, span.costNano.map { Show.money($0) },
            span.durationNanoseconds.map { Show.duration($0) }, span.isFailed ? span.errorClass ?? "failed" : nil,
        ]
        note = figures.compactMap { $0 }.joined(separator: " · ")
        isFailed = span.isFailed
        href = SpanPath.href(span.address)
    }
}
