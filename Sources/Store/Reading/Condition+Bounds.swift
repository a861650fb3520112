/// Bounds as SQL says them, of the columns that `conversation` and `trace` have alike or apart.
extension Condition {
    /// The rows whose own numbers are within these bounds. A row without a known number is within none, and so is every row where a bound
    /// is of a field that these rows do not have: nothing is found rather than a bound forgotten.
    mutating func add(_ bounds: [Bound], of subject: Bound.Subject) {
        for bound in bounds {
            guard subject.fields.contains(bound.field), let number = bound.field.number(of: subject) else {
                add("0")
                continue
            }
            add("\(number) \(bound.comparison.rawValue) ?", [bound.value])
            if let known = bound.field.known { add(known) }
        }
    }

    /// What holds of a trace if any of its calls is within these bounds, so that others need not be read: nothing of a trace is less than
    /// it is of one of its calls.
    mutating func add(ofCalls bounds: [Bound]) {
        for bound in bounds {
            if let known = bound.field.known { add(known) }
            guard [.greater, .atLeast, .equal].contains(bound.comparison), let number = bound.field.number(of: .traces) else { continue }
            add("\(number) >= ?", [bound.value])
        }
    }
}

extension Bound.Field {
    /// What lists sort by, an expression that is never NULL; nil where a row has no such number.
    fileprivate func number(of subject: Bound.Subject) -> String? {
        switch subject {
        case .conversations: ofConversations?.column
        case .traces: ofTraces?.column
        case .calls: nil
        }
    }

    private var ofConversations: ConversationSort? {
        switch self {
        case .cost: .cost
        case .tokens: .tokens
        case .turns: .turns
        case .messages: .messages
        case .requests: .requests
        case .tools: .toolCalls
        case .errors: .failures
        case .active: .active
        case .wall: .wall
        case .spans, .duration, .ttft: nil
        }
    }

    private var ofTraces: TraceSort? {
        switch self {
        case .cost: .cost
        case .tokens: .tokens
        case .requests: .requests
        case .tools: .toolCalls
        case .errors: .failures
        case .spans: .spans
        case .duration: .duration
        case .turns, .messages, .active, .wall, .ttft: nil
        }
    }

    /// What holds where the number is known; nil where it always is.
    fileprivate var known: String? {
        switch self {
        case .cost: "priced > 0"
        case .tokens: "metered > 0"
        default: nil
        }
    }
}

extension Bound {
    /// Whether a call's own number is within it.
    func admits(_ call: SpanRow) -> Bool {
        switch field {
        case .cost: admits(call.costNano)
        case .duration: admits(call.durationNanoseconds)
        case .tokens: admits(call.tokens.total)
        case .ttft: admits(call.timeToFirstChunk)
        case .turns, .messages, .requests, .tools, .errors, .spans, .active, .wall: false
        }
    }
}
