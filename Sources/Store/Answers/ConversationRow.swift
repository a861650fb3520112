/// A conversation's line in the list (view.md 3.5).
package struct ConversationRow: Sendable, Equatable {
    package var id: ConversationID
    /// The start of its first user message; nil without content.
    package var title: String?
    package var service: String
    package var user: String?
    package var agents: [String]
    package var models: [String]
    /// Start of its first and of its last LLM span.
    package var first: Int64
    package var last: Int64
    package var turns: Int64
    package var messages: Int64
    package var requests: Int64
    package var toolCalls: Int64
    package var failures: Int64
    package var recovered: Int64
    package var tokens: Figures.Tokens
    /// Nil where none of its requests has a price.
    package var costNano: Int64?
    package var unpriced: Int64
    /// Σ durations of its turns.
    package var activeNanoseconds: Int64
    package var wallNanoseconds: Int64
}

/// A conversation's page, or the next turns of one.
package struct ConversationDetail: Sendable, Equatable {
    package struct Turn: Sendable, Equatable {
        package var trace: TraceRow
        /// Its LLM spans in order of start.
        package var spans: [SpanRow]
    }

    package var row: ConversationRow
    package var turns: [Turn]
    /// How many turns came before these.
    package var earlier: Int
    package var next: Cursor?
}
