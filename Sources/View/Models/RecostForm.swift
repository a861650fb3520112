import Store

/// Costs worked out again from the page (view.md 3.7, "re-cost from date"): forms without a body, since the listener takes none.
struct RecostForm {
    static let path = "/models/recost"

    let state: FilterState

    func draw(into html: inout Markup) {
        html.element("section", ["class": "card", "id": "recost", "aria-label": "Work out costs again"]) { html in
            html.element("h2") { $0.text("Work out costs again") }
            if let outcome = RecostOutcome(state.query["recosted"]) {
                html.element("p", ["class": "notice", "role": "status"]) { $0.text(outcome.text) }
                if let next = outcome.next { button("Go on", [("after", next)], into: &html) }
            }
            html.element("p", ["class": "muted"]) {
                $0.text(
                    "Costs are worked out when calls arrive. These buttons give the calls of the \(state.period.title.lowercased()) the prices of now. "
                        + "Costs that SDKs reported stay.")
            }
            button("Price calls without a cost", [("only", "unpriced")], into: &html)
            button("Work out all costs again", [("only", nil)], into: &html)
        }
    }

    /// With the range by its name, and of the filter what narrows a re-costing: models.
    private func button(_ title: String, _ more: [(String, String?)], into html: inout Markup) {
        let asked = state.query.changing([("range", state.period.word), ("recosted", nil), ("cursor", nil)] + more)
        html.element("form", ["class": "inline", "method": "post", "action": asked.href(Self.path)]) { html in
            html.element("button", ["class": "button"]) { $0.text(title) }
        }
    }
}

/// What a re-costing came to, as it stands in the address of the page that says so.
struct RecostOutcome: Equatable {
    let changed: Int64
    let newlyPriced: Int64
    let differenceNano: Int64
    /// Where to go on.
    let next: String?

    init(_ report: RecostReport) {
        changed = report.changed
        newlyPriced = report.newlyPriced
        differenceNano = report.differenceNano
        next = report.next?.token
    }

    /// Nil for what is none: addresses are anybody's text.
    init?(_ token: String?) {
        guard let parts = token?.split(separator: "~", omittingEmptySubsequences: false), parts.count == 4, let changed = Int64(parts[0]),
            let newlyPriced = Int64(parts[1]), let differenceNano = Int64(parts[2])
        else { return nil }
        self.changed = changed
        self.newlyPriced = newlyPriced
        self.differenceNano = differenceNano
        next = RecostPlace(token: String(parts[3]))?.token
    }

    var token: String { "\(changed)~\(newlyPriced)~\(differenceNano)~\(next ?? "")" }

    var text: String {
        guard changed > 0 else { return "No cost changed." + (next == nil ? "" : " There was not time for all calls.") }
        let sign = differenceNano < 0 ? "−" : "+"
        let calls = changed == 1 ? "1 call has another cost now" : "\(Show.count(changed)) calls have another cost now"
        return "\(calls), \(Show.count(newlyPriced)) of them had none: \(sign)\(Show.money(Int64(differenceNano.magnitude)))."
            + (next == nil ? "" : " There was not time for all calls.")
    }
}
