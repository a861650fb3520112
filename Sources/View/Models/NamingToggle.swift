import Store

/// The switch between the price table's names of models and those that calls report (view.md 3.2, "model").
struct NamingToggle {
    let state: FilterState
    let path: String

    func draw(into html: inout Markup) {
        html.element("p", ["class": "toggles"]) { html in
            for (title, naming, word) in [
                ("by price-table name", ModelNaming.table, nil), ("as reported", .reported, ModelNaming.reported.rawValue),
            ] as [(String, ModelNaming, String?)] {
                let isOn = state.filter.naming == naming
                html.element(
                    "a",
                    ["class": "toggle", "href": state.query.changing([("names", word)]).href(path)]
                        + (isOn ? ["aria-current": "true"] : [:])
                ) { $0.text(title) }
            }
        }
    }
}
