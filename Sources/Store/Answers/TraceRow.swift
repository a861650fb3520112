/// A trace's line in the list.
package struct TraceRow: Sendable, Equatable {
    package var id: TraceID
    package var environment: String
    /// Of the root span, or of the earliest span where the root has not arrived.
    package var service: String
    package var name: String
    package var isRootMissing: Bool
    /// The endpoint that triggered it, such as `POST /ask`.
    package var route: String?
    package var httpStatus: Int?
    package var start: Int64
    /// From its earliest start to its latest end.
    package var durationNanoseconds: Int64
    /// Whether its root span or one of its requests failed for good.
    package var isFailed: Bool
    package var spans: Int64
    package var llmSpans: Int64
    package var requests: Int64
    package var toolCalls: Int64
    package var failures: Int64
    package var recovered: Int64
    package var tokens: Figures.Tokens
    package var costNano: Int64?
    package var unpriced: Int64
    package var models: [String]
    package var agents: [String]
    package var conversation: ConversationID?
    package var user: String?
}

/// A trace with its spans.
package struct TraceDetail: Sendable, Equatable {
    package var row: TraceRow
    /// All its spans in order of start; the first 5,000.
    package var spans: [SpanRow]
    package var isCut: Bool
}

/// Traces in the order in which they came.
package struct Arrivals: Sendable, Equatable {
    /// Newest first.
    package var rows: [TraceRow]
    /// The number of the newest trace of all, to ask again with.
    package var newest: Int64

    package init(rows: [TraceRow], newest: Int64) {
        self.rows = rows
        self.newest = newest
    }
}
