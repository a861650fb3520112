/// What is counted for every bucket of time and series, for every trace and every conversation. The case's name is the column's.
enum Measure: Int, CaseIterable, Sendable {
    case spans, llm, tools, agents, traces, badTimes
    case calls, failed, recovered, degraded
    /// Calls that say what they used; the tokens are theirs.
    case metered, input, output, cacheRead, cacheWrite, reasoning
    /// Calls with a cost, the cost in nanodollars, and the part of it that the sender reported.
    case priced, cost, reported
    /// The same of calls that belong to a conversation.
    case conversationCalls, conversationPriced, conversationCost
    case turns, messages
    /// Failed calls that say neither what they used nor what they cost: there is nothing to price. Those of conversations apart.
    case unused, conversationUnused
    /// The parts of the cost for what went in and what came out, where a price table told them apart; fees belong to neither.
    case costInput, costOutput

    var column: String { "\(self)" }

    static let ofTraces: [Measure] = [
        .spans, .llm, .tools, .agents, .calls, .failed, .recovered, .degraded, .metered, .input, .output, .cacheRead, .cacheWrite,
        .reasoning, .priced, .cost, .reported, .turns, .messages, .unused,
    ]

    static let ofModels: [Measure] = [
        .calls, .failed, .recovered, .degraded, .metered, .input, .output, .cacheRead, .cacheWrite, .reasoning, .priced, .cost,
        .unused,
    ]

    static let ofConversations: [Measure] = [
        .llm, .tools, .calls, .failed, .recovered, .degraded, .metered, .input, .output, .cacheRead, .cacheWrite, .reasoning, .priced,
        .cost, .turns, .messages, .unused,
    ]
}

/// A sum of each measure. Wraps instead of trapping: hostile counts must not stop the store.
struct Sums: Sendable, Equatable {
    private var values = SIMD32<Int64>()

    init() {}

    subscript(measure: Measure) -> Int64 {
        get { values[measure.rawValue] }
        set { values[measure.rawValue] = newValue }
    }

    var isZero: Bool { values == SIMD32() }

    mutating func add(_ other: Sums) { values &+= other.values }

    mutating func subtract(_ other: Sums) { values &-= other.values }

    /// The tokens as the view shows them: nil where no call said.
    var tokens: Figures.Tokens {
        var tokens = Figures.Tokens()
        guard self[.metered] > 0 else { return tokens }
        tokens.input = self[.input]
        tokens.output = self[.output]
        tokens.cacheRead = self[.cacheRead]
        tokens.cacheWrite = self[.cacheWrite]
        tokens.reasoning = self[.reasoning]
        return tokens
    }

    /// Nil where no call has a price.
    var costNano: Int64? { self[.priced] > 0 ? self[.cost] : nil }

    /// Calls without a cost, of those that could have had one.
    var unpriced: Int64 { self[.calls] &- self[.unused] &- self[.priced] }
}
