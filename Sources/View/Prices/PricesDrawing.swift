import Store

/// What the models of a page cost, and where that can be changed (view.md 3.7).
struct PricesDrawing {
    /// Rows that are shown: those of the most requests.
    private static let most = 40

    let desk: any PriceDesk
    let models: [ModelRow]
    let state: FilterState
    /// Unix nanoseconds.
    let now: Int64

    private var query: Query { PriceAsked.without(state.query) }

    func draw(into html: inout Markup) {
        html.element("section", ["class": "card", "id": "prices", "aria-label": "Prices"]) { html in
            html.element("h2") { $0.text("Prices") }
            html.element("p", ["class": "muted"]) { $0.text("Dollars per million tokens. Price table: \(desk.basis).") }
            outcome(into: &html)
            html.element("div", ["class": "scroll"]) { table(into: &$0) }
            guard let changes = desk.changes else {
                return html.element("p", ["class": "muted"]) { html in
                    html.text("To set prices here, name a file for them: ")
                    html.element("code") { $0.text("[processors.genai] edits = \"weir-data/edited.prices\"") }
                }
            }
            list(changes, into: &html)
            PriceForm(desk: desk, asked: PriceAsked.change(state.query), query: query, now: now).draw(into: &html)
        }
    }

    // MARK: - What is in force

    private struct Line {
        let seen: ReportedModel
        let price: ModelPrice?
    }

    private var lines: [Line] {
        let seen = models.flatMap(\.reported).filter { $0.model != "(unknown)" }.sorted { $0.requests > $1.requests }
        return seen.prefix(Self.most).map { Line(seen: $0, price: desk.price(provider: $0.provider, model: $0.model, at: now)) }
    }

    private func table(into html: inout Markup) {
        html.element("table", ["class": "list"]) { html in
            html.element("caption", ["class": "visually-hidden"]) { $0.text("Prices of the models in this time") }
            html.element("thead") { html in
                html.element("tr") { html in
                    for title in ["Model", "Entry"] { html.element("th", ["scope": "col"]) { $0.text(title) } }
                    for kind in PriceKind.all { html.element("th", ["scope": "col", "class": "n"]) { $0.text(kind.title) } }
                    for title in ["Holds since", ""] { html.element("th", ["scope": "col"]) { $0.text(title) } }
                }
            }
            html.element("tbody") { html in for line in lines { draw(line, into: &html) } }
        }
    }

    private func draw(_ line: Line, into html: inout Markup) {
        html.element("tr") { html in
            html.element("th", ["scope": "row"]) { html in
                html.text(Show.clipped(line.seen.model, to: 60))
                if !line.seen.provider.isEmpty { html.element("small") { $0.text(" " + line.seen.provider) } }
            }
            html.element("td", line.price == nil ? ["class": "warn"] : [:]) {
                $0.text(line.price.map { Show.clipped($0.entry, to: 60) } ?? "no price")
            }
            for kind in PriceKind.all {
                html.element("td", ["class": "n"]) { $0.text(line.price?.rates.price(kind) ?? Show.unknown) }
            }
            html.element("td") {
                $0.text(
                    line.price.map { [$0.since ?? Show.unknown, $0.isSet ? "set here" : nil].compactMap { $0 }.joined(separator: ", ") }
                        ?? "")
            }
            html.element("td") { html in
                guard desk.changes != nil else { return }
                let shown = PriceChange(provider: line.seen.provider, model: line.seen.model)
                html.element("a", ["href": query.changing(PriceAsked.parameters(shown)).href("/models") + "#prices"]) {
                    $0.text(line.price == nil ? "Add a price" : "Change")
                }
            }
        }
    }

    // MARK: - What was set by hand

    private func list(_ changes: [PriceChange], into html: inout Markup) {
        guard !changes.isEmpty else { return }
        html.element("h3") { $0.text("Set here") }
        html.element("ul", ["class": "plain"]) { html in
            for change in changes {
                html.element("li") { html in
                    html.text("\(Show.clipped(change.title, to: 80)) \(change.since): \(change.words) ")
                    let path = query.changing(PriceAsked.parameters(change)).href(PriceForm.removal)
                    html.element("form", ["class": "inline", "method": "post", "action": path]) { html in
                        html.element("button", ["class": "button", "aria-label": "Remove the price of \(change.title) \(change.since)"]) {
                            $0.text("Remove")
                        }
                    }
                }
            }
        }
    }

    /// What became of the last change, and the way to bring stored costs up to date with it.
    private func outcome(into html: inout Markup) {
        guard let outcome = PriceOutcome(state.query["priced"]) else { return }
        html.element("div", ["class": "notice", "role": "status"]) { html in
            html.element("p") {
                $0.text("\(outcome.isRemoval ? "Removed" : "Saved"): \(outcome.title). It counts for calls that come from now on.")
            }
            let since = outcome.from.flatMap { Moment.read($0 + "T00:00:00Z") } ?? state.filter.range.from
            let again = query.changing(TimeRange(from: min(since, now), to: now).parameters + [("model", nil)])
            html.element("form", ["class": "inline", "method": "post", "action": again.href(RecostForm.path)]) { html in
                html.element("button", ["class": "button"]) {
                    $0.text("Work out costs since \(Show.utc(min(since, now)).prefix(10)) again")
                }
            }
        }
    }
}

/// What became of a change, as it stands in the address of the page that says so.
struct PriceOutcome: Equatable {
    let isRemoval: Bool
    let from: String?
    let title: String

    init(_ change: PriceChange, isRemoval: Bool) {
        self.isRemoval = isRemoval
        from = change.from
        title = change.title
    }

    /// Nil for what is none: addresses are anybody's text.
    init?(_ token: String?) {
        guard let parts = token?.split(separator: "~", maxSplits: 2, omittingEmptySubsequences: false), parts.count == 3,
            ["saved", "removed"].contains(parts[0]), parts[1].isEmpty || Moment.read(parts[1] + "T00:00:00Z") != nil
        else { return nil }
        isRemoval = parts[0] == "removed"
        from = parts[1].isEmpty ? nil : String(parts[1])
        title = Show.clipped(String(parts[2]), to: 120)
    }

    var token: String { "\(isRemoval ? "removed" : "saved")~\(from ?? "")~\(title)" }
}
