/// One page of a list, after a cursor.
package struct PageRequest<Key: Sendable & Equatable>: Sendable, Equatable {
    package var sort: Key
    package var isDescending: Bool
    /// Rows on the page; the store answers at most 500.
    package var limit: Int
    package var after: Cursor?

    package init(sort: Key, isDescending: Bool = true, limit: Int = 50, after: Cursor? = nil) {
        self.sort = sort
        self.isDescending = isDescending
        self.limit = min(max(limit, 1), 500)
        self.after = after
    }
}

/// Where a page ended: the last row's sort value and id. Opaque outside, valid only for the same question.
package struct Cursor: Sendable, Equatable {
    package enum Value: Sendable, Equatable {
        case number(Int64)
        case text(String)
    }

    package let value: Value
    package let id: Int64

    package init(value: Value, id: Int64) {
        self.value = value
        self.id = id
    }

    /// As it stands in a URL.
    package var token: String {
        switch value {
        case .number(let number): "n\(number).\(id)"
        case .text(let text): "t" + text.utf8.map(Hex.text).joined() + ".\(id)"
        }
    }

    /// Nil where it is not one of ours.
    package init?(token: String) {
        let parts = token.dropFirst().split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let id = Int64(parts[1]) else { return nil }
        switch token.first {
        case "n":
            guard let number = Int64(parts[0]) else { return nil }
            self.init(value: .number(number), id: id)
        case "t":
            guard let bytes = Hex.bytes(parts[0]) else { return nil }
            self.init(value: .text(String(decoding: bytes, as: UTF8.self)), id: id)
        default: return nil
        }
    }
}

/// What conversations can be sorted by.
package enum ConversationSort: String, Sendable, CaseIterable {
    case last, first, title, key, user, turns, messages, requests, toolCalls, failures, tokens, cost, active, wall
}

/// What traces can be sorted by.
package enum TraceSort: String, Sendable, CaseIterable {
    case start, duration, name, spans, requests, toolCalls, failures, tokens, cost
}
