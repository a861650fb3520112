/// A price to be set: a plain form whose fields stand in the address. It is looked at first and then saved by a form without a body,
/// since the listener takes none.
struct PriceForm {
    static let saving = "/models/prices"
    static let removal = "/models/prices/remove"

    let desk: any PriceDesk
    /// What the address speaks of; nil where it speaks of no price.
    let asked: PriceChange?
    /// The address without it.
    let query: Query
    /// Unix nanoseconds.
    let now: Int64

    func draw(into html: inout Markup) {
        html.element("details", asked == nil ? ["id": "set-price"] : ["id": "set-price", "open": ""]) { html in
            html.element("summary") { $0.text("Set a price") }
            form(problem, into: &html)
            if let asked, !asked.rates.isEmpty { verdict(asked, into: &html) }
        }
    }

    /// What is wrong with what was asked for; nil where nothing was, or nothing is.
    private var problem: PriceProblem? {
        guard let asked, !asked.rates.isEmpty else { return nil }
        do throws(PriceProblem) {
            try desk.check(asked)
            return nil
        } catch {
            return error
        }
    }

    /// Beside what was asked for stands what holds now.
    private func form(_ problem: PriceProblem?, into html: inout Markup) {
        let shown = asked.flatMap { desk.price(provider: $0.provider, model: $0.model, at: now) }
        html.element("form", ["class": "choice fields", "method": "get", "action": "/models#prices"]) { html in
            for pair in query.pairs where !pair.value.isEmpty {
                html.void("input", ["type": "hidden", "name": pair.key, "value": pair.value])
            }
            field("provider", "Provider", asked?.provider ?? "", "as spans say it", problem, into: &html)
            field("model", "Model", asked?.model ?? "", "gpt-4o, or my-model*", problem, into: &html)
            for kind in PriceKind.all {
                let known = shown?.rates.price(kind) ?? ""
                let value = asked?.rates.price(kind) ?? (asked?.rates.isEmpty == true ? known : "")
                field(kind.word, kind.title, value, kind.word == "in" ? "2.5" : "", problem, into: &html)
            }
            field("from", "From day, UTC", asked?.from ?? "", "2026-12-01", problem, into: &html)
            html.element("button", ["class": "button"]) { $0.text("Preview") }
        }
    }

    private func field(
        _ name: String, _ title: String, _ value: String, _ example: String, _ problem: PriceProblem?, into html: inout Markup
    ) {
        let isWrong = problem?.field == name
        html.element("label") { html in
            html.element("span") { $0.text(title) }
            let kinds: Markup.Attributes =
                PriceKind.all.contains { $0.word == name } ? ["inputmode": "decimal", "size": "8"] : ["size": "22"]
            html.void(
                "input",
                ["name": PriceAsked.prefix + name, "value": value, "placeholder": example, "autocomplete": "off"] + kinds
                    + (isWrong ? ["aria-invalid": "true", "aria-describedby": "price-problem"] : [:]))
        }
    }

    private func verdict(_ asked: PriceChange, into html: inout Markup) {
        if let problem {
            return html.element("p", ["class": "notice", "role": "alert", "id": "price-problem"]) {
                $0.text("Not yet: \(problem.message)" + (problem.hint.map { " (\($0))" } ?? ""))
            }
        }
        html.element("div", ["class": "notice"]) { html in
            html.element("p") {
                $0.text("\(asked.title) \(asked.since): \(asked.words). It holds for all tiers, batches and lengths of prompt.")
            }
            let path = query.changing(PriceAsked.parameters(asked)).href(Self.saving)
            html.element("form", ["class": "inline", "method": "post", "action": path]) { html in
                html.element("button", ["class": "button"]) { $0.text("Save") }
            }
        }
    }
}
