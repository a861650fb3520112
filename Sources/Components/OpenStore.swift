import Store

/// The questions of the pages, to the store behind a door: until it is open the answer is that it is not.
struct OpenStore: ViewQueries {
    let door: StoreDoor

    private var store: Store {
        get throws {
            guard let store = door.openStore else { throw StoreError.closed }
            return store
        }
    }

    var version: UInt64 { door.openStore?.version ?? 0 }

    func versions() -> AsyncStream<UInt64> { door.openStore?.versions() ?? AsyncStream { $0.finish() } }

    func overview(_ filter: Filter, comparing: Bool) async throws -> Overview { try await store.overview(filter, comparing: comparing) }

    func timeSeries(_ question: SeriesQuestion) async throws -> TimeSeries { try await store.timeSeries(question) }

    func models(_ filter: Filter) async throws -> [ModelRow] { try await store.models(filter) }

    func latencySpreads(_ filter: Filter, of models: [String]) async throws -> [LatencySpread] {
        try await store.latencySpreads(filter, of: models)
    }

    func errors(_ filter: Filter, limit: Int) async throws -> ErrorReport { try await store.errors(filter, limit: limit) }

    func conversations(_ filter: Filter, _ page: PageRequest<ConversationSort>) async throws -> Page<ConversationRow> {
        try await store.conversations(filter, page)
    }

    func conversation(_ id: ConversationID, turns: Int, after: Cursor?) async throws -> ConversationDetail? {
        try await store.conversation(id, turns: turns, after: after)
    }

    func inputGrowth(_ id: ConversationID, points: Int) async throws -> InputGrowth? {
        try await store.inputGrowth(id, points: points)
    }

    func sameError(as span: SpanAddress, in range: TimeRange) async throws -> SameError? { try await store.sameError(as: span, in: range) }

    func environments(ofConversation key: String) async throws -> [String] { try await store.environments(ofConversation: key) }

    func traces(_ filter: Filter, _ page: PageRequest<TraceSort>) async throws -> Page<TraceRow> { try await store.traces(filter, page) }

    func arrivals(_ filter: Filter, after number: Int64?) async throws -> Arrivals { try await store.arrivals(filter, after: number) }

    func trace(_ id: TraceID) async throws -> TraceDetail? { try await store.trace(id) }

    func content(of spans: [SpanAddress]) async throws -> [SpanContent] { try await store.content(of: spans) }

    func facets(_ dimension: Dimension, _ filter: Filter, matching text: String?, limit: Int) async throws -> [Facet] {
        try await store.facets(dimension, filter, matching: text, limit: limit)
    }

    func facets(_ range: TimeRange, limit: Int) async throws -> [Dimension: [Facet]] { try await store.facets(range, limit: limit) }

    func counters(_ questions: [CounterQuestion]) async throws -> [[CounterSeries]] { try await store.counters(questions) }

    func status() async throws -> StoreStatus { try await store.status() }
}
