import Store

/// What the search understands on a page, in a few lines beside it.
struct SearchHelp {
    let subject: Bound.Subject

    func draw(into html: inout Markup) {
        html.element("details", ["class": "links", "id": "search-help"]) { html in
            html.element("summary") { $0.text("What can be searched") }
            html.element("p") { html in
                html.text("Words are looked for in names, ids and users. ")
                code("model:gpt-4o", into: &html)
                html.text(" and the like narrow, ")
                code("-env:dev", into: &html)
                html.text(" leaves out: \(FilterState.dimensions.map(\.key).joined(separator: ", ")).")
            }
            html.element("p") { html in
                html.text("Numbers take > >= < <= or =: ")
                for field in subject.fields {
                    code(field.example, into: &html)
                    html.text(" ")
                }
            }
            html.element("p") { $0.text(subject.meaning) }
        }
    }

    private func code(_ text: String, into html: inout Markup) { html.element("code") { $0.text(text) } }
}

extension Bound.Subject {
    /// What fits into an empty search.
    var example: String { fields.first?.example ?? "" }

    /// What is narrowed (view.md 3.1).
    fileprivate var meaning: String {
        switch self {
        case .conversations:
            "A conversation is shown if one of its LLM calls is of that model, service and so on. Its numbers are those of its row; one that is not known, such as no cost, is in no bound."
        case .traces:
            "A trace is shown if one of its LLM calls is of that model, service and so on. Its numbers are those of its row; one that is not known, such as no cost, is in no bound."
        case .calls:
            "All of it selects LLM calls, numbers too: each call by its own. One that is not known, such as no cost, is in no bound."
        }
    }
}
