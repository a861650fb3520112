import Store

/// The one filter of all pages, as a plain form: it works without scripts, and its state is the address.
struct FilterBar {
    let state: FilterState
    /// Values to choose from, by key; the chosen ones are always among them.
    let facets: [String: [Facet]]
    let path: String

    /// Of one dimension; the script finds the others.
    private static let mostHints = 10

    func draw(into html: inout Markup) {
        html.element("form", ["class": "filters", "method": "get", "action": path, "role": "search", "aria-label": "Filter"]) { html in
            range(into: &html)
            for dimension in FilterState.dimensions where isDrawn(dimension.key) {
                select(dimension.key, dimension.title, into: &html)
            }
            html.element("label", ["class": "grow"]) { html in
                html.element("span") { $0.text("Search") }
                html.void(
                    "input",
                    [
                        "type": "search", "name": "q", "value": state.query["q"] ?? "", "id": "query", "list": "hints",
                        "autocomplete": "off",
                        "placeholder": "model:gpt-4o status:error \(state.subject.example)  ( / )",
                    ])
            }
            hints(into: &html)
            for pair in unseen { html.void("input", ["type": "hidden", "name": pair.key, "value": pair.value]) }
            html.element("button", ["class": "button"]) { $0.text("Apply") }
        }
        ChipsDrawing(state: state, path: path).draw(into: &html)
        html.element("div", ["class": "bar-head"]) { html in
            links(into: &html)
            for (format, title) in [(Asked.Format.csv, "CSV"), (.json, "JSON")] {
                html.element("a", ["href": data.adding("format", format.rawValue).href("/api/v1" + path)]) { $0.text(title) }
            }
            SearchHelp(subject: state.subject).draw(into: &html)
        }
    }

    /// What may be written into the search: every dimension with the values it has, and a bound of every number. A script asks for more
    /// values while somebody writes.
    private func hints(into html: inout Markup) {
        html.element("datalist", ["id": "hints"]) { html in
            for dimension in FilterState.dimensions {
                let values = (facets[dimension.key] ?? []).map(\.value).filter { !$0.contains(" ") }
                for value in values.prefix(Self.mostHints) { html.void("option", ["value": "\(dimension.key):\(value)"]) }
                if values.isEmpty { html.void("option", ["value": "\(dimension.key):"]) }
            }
            for field in state.subject.fields { html.void("option", ["value": field.example, "data-bound": field.rawValue]) }
        }
    }

    /// Two addresses of what is seen now: one moves with the clock, one does not.
    private func links(into html: inout Markup) {
        html.element("details", ["class": "links", "id": "links"]) { html in
            html.element("summary") { $0.text("Link to this page") }
            if state.period.word != nil {
                html.element("a", ["href": state.query.href(path), "data-link": ""]) { $0.text("relative: \(state.period.title)") }
            }
            html.element("a", ["href": state.query.changing(state.filter.range.parameters).href(path), "data-link": ""]) {
                $0.text("frozen: these very times")
            }
        }
    }

    /// What the API is asked for the same: no place within the list, and nothing that only the page knows.
    private var data: Query {
        state.query.changing(["cursor", "limit", "peek", "format", "recosted", "only"].map { ($0, nil) })
    }

    /// State that no control shows goes along: other parameters of the page, and every value of a dimension but the one in its select.
    private var unseen: [(key: String, value: String)] {
        var shown: Set = ["range", "from", "to", "q", "cursor", "peek", "recosted", "only", "priced"]
        return state.query.pairs.filter { pair in
            guard !pair.value.isEmpty, !shown.contains(pair.key), !pair.key.hasPrefix(PriceAsked.prefix) else {
                return !pair.value.isEmpty && isDrawn(pair.key)
            }
            // The select shows the first value.
            guard isDrawn(pair.key) else { return true }
            shown.insert(pair.key)
            return false
        }
    }

    private func isDrawn(_ key: String) -> Bool {
        FilterState.dimensions.contains { $0.key == key } && (key != "user" || facets["user"] != nil)
    }

    private func range(into html: inout Markup) {
        html.element("label") { html in
            html.element("span") { $0.text("Range") }
            html.element("select", ["name": "range"]) { html in
                if state.period.word == nil { option("", "chosen times", isChosen: true, into: &html) }
                for known in Period.words { option(known.word, known.title, isChosen: known.word == state.period.word, into: &html) }
            }
        }
        if state.period.word == nil {
            for key in ["from", "to"] {
                html.void("input", ["type": "hidden", "name": key, "value": state.query[key] ?? ""])
            }
        }
    }

    private func select(_ key: String, _ title: String, into html: inout Markup) {
        let chosen = state.query.all(key).first ?? ""
        html.element("label") { html in
            html.element("span") { $0.text(title) }
            html.element("select", ["name": key]) { html in
                option("", "All", isChosen: chosen.isEmpty, into: &html)
                var values = (facets[key] ?? []).map(\.value)
                if !chosen.isEmpty, !values.contains(chosen) { values.insert(chosen, at: 0) }
                for value in values {
                    option(value, value.hasPrefix("-") ? "not " + value.dropFirst() : value, isChosen: value == chosen, into: &html)
                }
            }
        }
    }

    private func option(_ value: String, _ title: String, isChosen: Bool, into html: inout Markup) {
        html.element("option", ["value": value] + (isChosen ? ["selected": ""] : [:])) { $0.text(Show.clipped(title, to: 60)) }
    }
}
