import Store

/// What failed, how often it was tried, and where else it happens.
extension PanelDrawing {
    func error(into html: inout Markup) {
        guard step.isFailed else {
            return html.element("p", ["class": "muted"]) {
                $0.text(step.isDegraded ? "Not failed, but the answer is not whole." : "It did not fail.")
            }
        }
        let row = step.row
        let exception = step.facts?.events.last { $0.name == "exception" }.map { SpanFacts(attributes: $0.attributes) }
        Facts.draw(
            [
                ("class", row.errorClass), ("type", row.errorType ?? exception?["exception.type"]?.readable),
                ("HTTP status", row.httpStatus.map(String.init)),
                ("message", exception?["exception.message"]?.readable ?? row.statusMessage ?? step.facts?.statusMessage),
                ("recovered", row.isRecovered ? "yes, by a retry" : nil),
            ], into: &html)
        PartDrawing.labelled("stack", exception?["exception.stacktrace"], into: &html)
        attempts(into: &html)
        elsewhere(into: &html)
        if let kind = row.errorClass {
            html.element("p") { html in
                html.element("a", ["href": "/errors?status=\(ConversationPath.escaped(kind))"]) { $0.text("All failures of this kind") }
            }
        }
    }

    /// Failures of the same group in other traces, with the way to the group.
    private func elsewhere(into html: inout Markup) {
        guard let same, let first = same.firstSeen, let last = same.lastSeen else { return }
        let days = TraceReading.sameErrorDays
        html.element("p") { html in
            html.text("The same error elsewhere: \(Show.count(same.elsewhere)) times within \(days) days of it. ")
            let path = Query().changing(TimeRange(from: first, to: last &+ 1_000_000_000).parameters).href("/errors")
            html.element("a", ["href": "\(path)#group-\(same.group)"]) { $0.text("Open its group") }
        }
    }

    /// The calls of which this is one that were made because the one before had failed.
    private func attempts(into html: inout Markup) {
        let attempts = Self.attempts(with: step, among: others)
        guard attempts.count > 1 else { return }
        html.element("h3") { $0.text("Attempts") }
        html.element("ol") { html in
            for attempt in attempts {
                html.element("li") { html in
                    let isThis = attempt.row.address == step.row.address
                    html.element(
                        "a",
                        ["href": href([("span", attempt.row.address.span.text), ("tab", nil)])] + (isThis ? ["aria-current": "true"] : [:])
                    ) { $0.text(attempt.row.name) }
                    html.text(" " + Show.facts(of: attempt).joined(separator: " · "))
                }
            }
        }
    }

    /// Calls of the same parent and the same work, one after another, all but the last failed.
    static func attempts(with step: Step, among steps: [Step]) -> [Step] {
        let calls = steps.filter { $0.role == .call && $0.row.parent == step.row.parent && $0.row.operation == step.row.operation }
            .sorted { $0.start < $1.start }
        guard var first = calls.firstIndex(where: { $0.row.address == step.row.address }) else { return [] }
        var last = first
        while first > 0, calls[first - 1].isFailed, calls[first - 1].end <= calls[first].start { first -= 1 }
        while last + 1 < calls.count, calls[last].isFailed, calls[last].end <= calls[last + 1].start { last += 1 }
        return Array(calls[first...last])
    }
}
