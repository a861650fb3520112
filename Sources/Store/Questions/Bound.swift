/// A limit on a number of a row, or of a call: `cost:>0.01` of the search (view.md 3.5).
package struct Bound: Sendable, Equatable, Hashable {
    package enum Field: String, Sendable, CaseIterable {
        case cost, duration, tokens, ttft, turns, messages, requests, tools, errors, spans, active, wall
    }

    package enum Comparison: String, Sendable, CaseIterable {
        case atLeast = ">="
        case atMost = "<="
        case unequal = "!="
        case greater = ">"
        case less = "<"
        case equal = "="

        /// What holds where this does not, of numbers that are known.
        package var opposite: Comparison {
            switch self {
            case .atLeast: .less
            case .atMost: .greater
            case .unequal: .equal
            case .greater: .atMost
            case .less: .atLeast
            case .equal: .unequal
            }
        }
    }

    package var field: Field
    package var comparison: Comparison
    /// Nanodollars of `cost`; nanoseconds of `duration`, `ttft`, `active` and `wall`; else a count.
    package var value: Int64

    package init(_ field: Field, _ comparison: Comparison, _ value: Int64) {
        self.field = field
        self.comparison = comparison
        self.value = value
    }

    /// What is not known is within no bound.
    package func admits(_ number: Int64?) -> Bool {
        guard let number else { return false }
        return switch comparison {
        case .atLeast: number >= value
        case .atMost: number <= value
        case .unequal: number != value
        case .greater: number > value
        case .less: number < value
        case .equal: number == value
        }
    }
}

extension Bound {
    /// What a page's bounds speak of: the rows of a list by the values that it shows, everywhere else single LLM calls by their own.
    package enum Subject: String, Sendable, CaseIterable {
        case conversations, traces, calls

        /// The fields that these have.
        package var fields: [Field] {
            switch self {
            case .conversations: [.cost, .tokens, .turns, .messages, .requests, .tools, .errors, .active, .wall]
            case .traces: [.cost, .duration, .tokens, .requests, .tools, .errors, .spans]
            case .calls: [.cost, .duration, .tokens, .ttft]
            }
        }
    }
}
