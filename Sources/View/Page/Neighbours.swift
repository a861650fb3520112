import Store

/// The items before and after one, as its list has them, newest first: `[` and `]` lead there.
struct Neighbours: Sendable {
    let newer, older: String?

    /// `find` answers the nearest item in an order, beyond a cursor.
    static func find<Sort: RawRepresentable & CaseIterable>(
        _ sort: Sort, at value: Int64, _ find: (PageRequest<Sort>) async throws -> String?
    ) async throws -> Neighbours {
        // No number is less than one of these, or more: what shares the value is passed over.
        let up = PageRequest(sort: sort, isDescending: false, limit: 1, after: Cursor(value: .number(value), id: .max))
        let down = PageRequest(sort: sort, isDescending: true, limit: 1, after: Cursor(value: .number(value), id: .min))
        return Neighbours(newer: try await find(up), older: try await find(down))
    }

    func draw(into html: inout Markup) {
        html.element("nav", ["class": "neighbours", "aria-label": "Before and after"]) { html in
            for (href, relation, title) in [(newer, "prev", "‹ newer"), (older, "next", "older ›")] {
                guard let href else { continue }
                html.element("a", ["href": href, "rel": relation]) { $0.text(title) }
            }
        }
    }
}

extension Filter {
    /// All that is kept.
    static let everything = Filter(range: TimeRange(from: 0, to: .max))
}
