/// Everything the pages and the API ask. Times are Unix nanoseconds, money is integer nanodollars, unknown is nil and never 0.
///
/// Each answer comes from one snapshot of the store and is bounded in rows and in time (two seconds, then `StoreError.tooSlow`).
package protocol ViewQueries: Sendable {
    /// The cards of a period, and of the one before where `comparing`.
    func overview(_ filter: Filter, comparing: Bool) async throws -> Overview
    func timeSeries(_ question: SeriesQuestion) async throws -> TimeSeries
    /// One row for each model, most requests first; all of them.
    func models(_ filter: Filter) async throws -> [ModelRow]
    /// How the latencies of some models are spread, in their order; those without a call are left out.
    func latencySpreads(_ filter: Filter, of models: [String]) async throws -> [LatencySpread]
    /// Failures in groups, most frequent first, with tools and degraded finishes apart.
    func errors(_ filter: Filter, limit: Int) async throws -> ErrorReport
    func conversations(_ filter: Filter, _ page: PageRequest<ConversationSort>) async throws -> Page<ConversationRow>
    /// A conversation with `turns` of its turns after a cursor, oldest first; nil where there is none.
    func conversation(_ id: ConversationID, turns: Int, after: Cursor?) async throws -> ConversationDetail?
    /// How the input of a whole conversation's requests grew, in at most `points` parts; nil where there is none.
    func inputGrowth(_ id: ConversationID, points: Int) async throws -> InputGrowth?
    /// How often a failed span's error was seen in a range (view.md 3.6, "same error elsewhere N"); nil where it did not fail or is not kept.
    func sameError(as span: SpanAddress, in range: TimeRange) async throws -> SameError?
    /// The environments in which a key is a conversation: links may name the key alone.
    func environments(ofConversation key: String) async throws -> [String]
    func traces(_ filter: Filter, _ page: PageRequest<TraceSort>) async throws -> Page<TraceRow>
    /// Traces that came after the one of that number, newest first, at most 200; without a number none, only where to begin.
    func arrivals(_ filter: Filter, after number: Int64?) async throws -> Arrivals
    func trace(_ id: TraceID) async throws -> TraceDetail?
    /// What was said, as it was sent; at most 500 spans. Spans that are not kept are missing in the answer.
    func content(of spans: [SpanAddress]) async throws -> [SpanContent]
    /// Values of a dimension in the range that begin with or contain `text`, most frequent first.
    func facets(_ dimension: Dimension, _ filter: Filter, matching text: String?, limit: Int) async throws -> [Facet]
    /// Values of every dimension but users, whatever else is filtered: what the filter bar offers.
    func facets(_ range: TimeRange, limit: Int) async throws -> [Dimension: [Facet]]
    /// What series counted between moments, for each question in its order; all of one snapshot.
    func counters(_ questions: [CounterQuestion]) async throws -> [[CounterSeries]]
    func status() async throws -> StoreStatus
    /// Rises with every commit: what an ETag is made of.
    var version: UInt64 { get }
    /// The version after every commit, the newest only; ends with the store.
    func versions() -> AsyncStream<UInt64>
}
