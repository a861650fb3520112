import GRDB

extension Store: ViewQueries {
    package var version: UInt64 { pulse.version }

    package func versions() -> AsyncStream<UInt64> { pulse.versions() }

    package func overview(_ filter: Filter, comparing: Bool) async throws -> Overview {
        let began = ContinuousClock.now
        var overview = try await ask { try OverviewReading(snapshot: $0, filter: filter).overview(comparing: comparing) }
        overview.tookNanoseconds = Int64((ContinuousClock.now - began) / .nanoseconds(1))
        return overview
    }

    package func timeSeries(_ question: SeriesQuestion) async throws -> TimeSeries {
        try await ask { try ChartReading($0, question).series() }
    }

    package func models(_ filter: Filter) async throws -> [ModelRow] {
        try await ask { snapshot in
            let grid = Grid(filter.range, step: nil, limit: 40, now: snapshot.now)
            let reading = try ModelReading(snapshot, filter, snapshot.rollups(filter))
            return try reading.rows(grid, reading.times())
        }
    }

    package func latencySpreads(_ filter: Filter, of models: [String]) async throws -> [LatencySpread] {
        try await ask { try ModelReading($0, filter, $0.rollups(filter)).spreads(of: models) }
    }

    package func errors(_ filter: Filter, limit: Int) async throws -> ErrorReport {
        try await ask { try ErrorReading($0, filter).report(limit: min(max(limit, 1), 200)) }
    }

    package func conversations(_ filter: Filter, _ page: PageRequest<ConversationSort>) async throws -> Page<ConversationRow> {
        try await ask { try ConversationRows($0).page(filter, page) }
    }

    package func conversation(_ id: ConversationID, turns: Int, after: Cursor?) async throws -> ConversationDetail? {
        try await ask { try ConversationPage(snapshot: $0).detail(id, turns: min(max(turns, 1), 200), after: after) }
    }

    package func inputGrowth(_ id: ConversationID, points: Int) async throws -> InputGrowth? {
        try await ask { try GrowthReading(snapshot: $0).growth(id, points: min(max(points, 1), 1_000)) }
    }

    package func sameError(as span: SpanAddress, in range: TimeRange) async throws -> SameError? {
        try await ask { try SameErrorReading(snapshot: $0).sameError(as: span, in: range) }
    }

    package func environments(ofConversation key: String) async throws -> [String] {
        try await ask {
            try String.fetchAll(
                $0.db, sql: "SELECT environment FROM conversation WHERE key=? ORDER BY last DESC LIMIT 20", arguments: [key])
        }
    }

    package func traces(_ filter: Filter, _ page: PageRequest<TraceSort>) async throws -> Page<TraceRow> {
        try await ask { try TraceRows($0).page(filter, page) }
    }

    package func arrivals(_ filter: Filter, after number: Int64?) async throws -> Arrivals {
        try await ask { try TraceRows($0).arrivals(filter, after: number, limit: 200) }
    }

    package func trace(_ id: TraceID) async throws -> TraceDetail? {
        try await ask { snapshot in
            let key: StatementArguments = [Int64(bitPattern: id.low), Int64(bitPattern: id.high)]
            guard let found = try TraceRows(snapshot).rows("WHERE low=? AND high=?", key).first else { return nil }
            let (spans, isCut) = try SpanRows(snapshot).rows(found.id, found.row, llmOnly: false)
            return TraceDetail(row: found.row, spans: spans, isCut: isCut)
        }
    }

    package func content(of spans: [SpanAddress]) async throws -> [SpanContent] {
        try await ask { try ContentRows(db: $0.db, files: $0.files, reader: self.content).content(of: spans) }
    }

    package func facets(_ dimension: Dimension, _ filter: Filter, matching text: String?, limit: Int) async throws -> [Facet] {
        try await ask {
            try FacetReading(snapshot: $0, filter: filter).facets(dimension, matching: text, limit: min(max(limit, 1), 200))
        }
    }

    package func facets(_ range: TimeRange, limit: Int) async throws -> [Dimension: [Facet]] {
        try await ask { try FacetReading(snapshot: $0, filter: Filter(range: range)).all(limit: limit) }
    }

    package func counters(_ questions: [CounterQuestion]) async throws -> [[CounterSeries]] {
        try await ask { snapshot in
            var room = CounterTally.limit
            return try questions.map { try CounterReading(snapshot, $0).series(within: &room) }
        }
    }

    package func status() async throws -> StoreStatus {
        var status = health
        status.oldest = try await ask { try Int64.fetchOne($0.db, sql: "SELECT min(start) FROM trace") }
        return status
    }

    /// What is known without asking the database: everything but the oldest span.
    package var health: StoreStatus {
        var status = StoreStatus(pulse.ledger)
        let names = [Self.mainName] + files.days.map(DayFiles.name)
        status.files = names.map { StoreStatus.File(name: $0, bytes: settings.folder.bytes($0)) }
        status.bytes = status.files.reduce(0) { $0 + $1.bytes }
        (status.spansLastMinute, status.genAILastMinute) = pulse.lastMinute(now: settings.now())
        return status
    }

    /// Asks one snapshot, for two seconds at most.
    private func ask<R: Sendable>(_ question: @escaping @Sendable (Snapshot) throws -> R) async throws -> R {
        let now = settings.now()
        let (main, files, catalogs, search) = (main, files, catalogs, settings.search)
        return try await withThrowingTaskGroup(of: R.self) { group in
            group.addTask { try await main.read { try question(Snapshot($0, files, catalogs, now: now, search: search)) } }
            group.addTask {
                try await Task.sleep(for: .seconds(2))
                throw StoreError.tooSlow
            }
            defer { group.cancelAll() }
            guard let answer = try await group.next() else { throw StoreError.closed }
            return answer
        }
    }
}

extension StoreStatus {
    fileprivate init(_ ledger: Ledger) {
        self.init()
        spans = ledger[.spans]
        records = ledger[.records]
        redelivered = ledger[.redelivered]
        badTimestamps = ledger[.badTimestamps]
        tooOld = ledger[.tooOld]
        traces = ledger[.traces]
        conversations = ledger[.conversations]
        newest = ledger[.newest] > 0 ? ledger[.newest] : nil
        lastCommit = ledger[.lastCommit] > 0 ? ledger[.lastCommit] : nil
        checklist.spans = spans > 0
        checklist.genAI = ledger[.genAI] > 0
        checklist.tokens = ledger[.metered] > 0
        checklist.prices = ledger[.priced] > 0
        checklist.conversations = conversations > 0
        checklist.content = ledger[.content] > 0
    }
}
