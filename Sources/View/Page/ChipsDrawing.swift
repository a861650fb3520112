import Store

/// What narrows a page now, each with a link that takes it out, and what of the search is not asked (view.md 3.1).
struct ChipsDrawing {
    let state: FilterState
    let path: String

    private struct Chip {
        let text: String
        /// What is left in the address without it.
        let rest: Query
    }

    func draw(into html: inout Markup) {
        let chips = parameters + words
        if !chips.isEmpty {
            html.element("p", ["class": "chips"]) { html in
                for chip in chips {
                    html.element("a", ["class": "chip", "href": chip.rest.href(path), "aria-label": "remove \(chip.text)"]) { html in
                        html.text("\(Show.clipped(chip.text, to: 50)) ✕")
                    }
                }
            }
        }
        for mistake in state.mistakes {
            html.element("p", ["class": "notice"]) { $0.text("Not asked: \(Show.clipped(mistake, to: 400)).") }
        }
        if state.subject == .calls, !state.filter.isAnsweredByRollups {
            html.element("p", ["class": "muted"]) {
                $0.text(
                    "Read from single spans: those of the newest \(Show.count(Int64(Filter.mostTracesRead))) traces that match, at most.")
            }
        }
    }

    private var parameters: [Chip] {
        let narrowing = state.query.pairs.filter { pair in
            !pair.value.isEmpty && (FilterState.dimensions.contains { $0.key == pair.key } || ["from", "to"].contains(pair.key))
        }
        return narrowing.map { pair in
            var rest = Query()
            for other in state.query.pairs where other != pair && other.key != "cursor" { rest = rest.adding(other.key, other.value) }
            return Chip(text: "\(pair.key): \(pair.value)", rest: rest)
        }
    }

    /// Each word of the search that names something; what is looked for in names is one.
    private var words: [Chip] {
        func left(_ query: String?) -> Query { state.query.changing([("q", query), ("cursor", nil)]) }
        var chips = state.search.words.enumerated().filter { $0.element.meaning != .text }.map { place, word in
            Chip(text: word.text, rest: left(state.search.leaving { other, _ in other != place }))
        }
        if let text = state.search.text { chips.append(Chip(text: "q: \(text)", rest: left(state.search.leaving { $1.meaning != .text }))) }
        return chips
    }
}
