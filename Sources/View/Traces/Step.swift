import Store

/// One span as the pages show it: the store's row, and what its sender wrote where that is at hand.
struct Step: Sendable {
    enum Role: Sendable, Equatable {
        case call, duplicate, agent, workflow, tool, retrieval
        /// Downstream work: a database, another service.
        case database, http
        case other
    }

    let row: SpanRow
    var facts: SpanFacts?
    /// Where its messages are read: its own facts, or those of another span that stands for the same call.
    var said: SpanFacts?

    init(_ row: SpanRow, facts: SpanFacts? = nil) {
        self.row = row
        self.facts = facts
        said = facts
    }

    /// Its messages; empty where nothing is known of them.
    var content: CallContent { said.map { CallContent($0) } ?? CallContent() }

    var role: Role {
        switch row.role {
        case "call": .call
        case "duplicate": .duplicate
        case "agent": .agent
        case "workflow": .workflow
        case "tool": .tool
        case "retrieval": .retrieval
        default: row.database != nil ? .database : row.route != nil || row.httpStatus != nil ? .http : .other
        }
    }

    var start: Int64 { row.start }
    /// The beginning where the span's own end cannot be.
    var end: Int64 { row.start &+ (row.durationNanoseconds ?? 0) }
    var isFailed: Bool { row.isFailed }

    /// The answer is there but not whole, or not what was asked for.
    var isDegraded: Bool { !isFailed && row.finishReasons.contains { $0 == "length" || $0 == "content_filter" } }

    /// What failed, in the shortest words there are.
    var failureWord: String? {
        guard isFailed else { return nil }
        return row.errorClass ?? row.errorType ?? row.httpStatus.map(String.init) ?? "error"
    }
}

extension Waterfall.Span {
    init(_ step: Step) {
        self.init(
            id: step.row.address.span.text, parent: step.row.parent?.text, start: step.start, end: step.end,
            work: step.row.operation ?? step.row.name, isFailed: step.isFailed, isCall: step.role == .call)
    }
}
