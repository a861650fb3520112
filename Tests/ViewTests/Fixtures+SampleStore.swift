@testable import Store
@testable import View

/// A store that holds the sample traffic and answers lists, traces and conversations by plain loops: the pages' fake world.
struct SampleStore: ViewQueries {
    private(set) var spans: [SpanRow] = []
    private var contents: [SpanAddress: String] = [:]
    private var conversationOf: [TraceID: ConversationID] = [:]
    private var users: [TraceID: String] = [:]
    private var environments: [TraceID: String] = [:]

    let version: UInt64 = 1
    /// What `status` answers.
    var state = StoreStatus()
    /// Where a search for words or numbers stops, if it came that far; nil = it sees all.
    var searchedTo: Int64?

    init(seed: UInt64 = 1, conversations: Int = 40, from start: Int64 = 1_795_000_000_000_000_000, over: Int64 = 86_400_000_000_000) {
        var traffic = SampleTraffic(seed: seed)
        for request in traffic.conversations(conversations, from: start, to: start + over).joined() { take(request.json) }
        spans.sort { $0.start < $1.start }
        state.spans = Int64(spans.count)
        state.checklist = .init(spans: true, genAI: true, tokens: true, prices: true, conversations: true, content: true)
    }

    /// A store in which nothing ever arrived.
    static var empty: SampleStore { SampleStore(conversations: 0).without() }

    private func without() -> SampleStore {
        var store = self
        store.state = StoreStatus()
        return store
    }

    private mutating func take(_ json: String) {
        for resource in JSONTree.read(json)?.tree["resourceSpans"]?.elements ?? [] {
            let resourceFacts = facts(resource["resource"]?["attributes"])
            for span in resource["scopeSpans"]?.elements?.first?["spans"]?.elements ?? [] {
                guard let row = row(span, facts(span["attributes"]), service: resourceFacts["service.name"]?.string ?? "") else { continue }
                spans.append(row)
                let trace = row.address.trace
                environments[trace] = resourceFacts["deployment.environment.name"]?.string
                let own = facts(span["attributes"])
                if let user = own["user.id"]?.string { users[trace] = user }
                if let key = own["gen_ai.conversation.id"]?.string {
                    conversationOf[trace] = ConversationID(environment: environments[trace] ?? "", key: key)
                }
                contents[row.address] =
                    JSONTree.object([
                        .init(
                            "resourceSpans",
                            .list([
                                .object([
                                    .init("resource", resource["resource"] ?? .null),
                                    .init(
                                        "scopeSpans",
                                        .list([
                                            .object([
                                                .init("scope", .object([.init("name", .text("weir.demo"))])), .init("spans", .list([span])),
                                            ])
                                        ])),
                                ])
                            ]))
                    ]).written()
            }
        }
    }

    private func facts(_ attributes: JSONTree?) -> SpanFacts {
        SpanFacts(
            attributes: (attributes?.elements ?? []).map { pair in
                let value = pair["value"]?.first(of: "stringValue", "intValue", "doubleValue")
                return .init(pair["key"]?.string ?? "", value ?? pair["value"]?["arrayValue"]?["values"] ?? .null)
            })
    }

    private func row(_ span: JSONTree, _ facts: SpanFacts, service: String) -> SpanRow? {
        guard let trace = span["traceId"]?.string.flatMap({ TraceID(text: $0) }),
            let id = span["spanId"]?.string.flatMap({ SpanID(text: $0) }),
            let start = span["startTimeUnixNano"]?.string.flatMap({ Int64($0) }),
            let end = span["endTimeUnixNano"]?.string.flatMap({ Int64($0) })
        else { return nil }
        func text(_ key: String) -> String? { facts[key]?.string }
        func number(_ key: String) -> Int64? { text(key).flatMap { Int64($0) } }
        let operation = text("gen_ai.operation.name")
        let role: String? =
            switch operation {
            case "chat", "embeddings": "call"
            case "invoke_agent": "agent"
            case "execute_tool": "tool"
            case "retrieval": "retrieval"
            default: nil
            }
        let model = text("gen_ai.response.model") ?? text("gen_ai.request.model")
        let input = number("gen_ai.usage.input_tokens"), output = number("gen_ai.usage.output_tokens")
        let isPriced = role == "call" && input != nil && model != "harbor-support-7b"
        let failed = span["status"]?["code"]?.written() == "2"
        let method = text("http.request.method")
        return SpanRow(
            address: SpanAddress(trace: trace, span: id), parent: span["parentSpanId"]?.string.flatMap { SpanID(text: $0) },
            name: span["name"]?.string ?? "", service: service, kind: Int(span["kind"]?.written() ?? "") ?? 0, start: start,
            durationNanoseconds: end - start, status: failed ? 2 : 0, statusMessage: span["status"]?["message"]?.string, isFailed: failed,
            isRecovered: false, role: role, operation: operation, provider: text("gen_ai.provider.name"), model: model,
            requestModel: text("gen_ai.request.model"), agent: text("gen_ai.agent.name"), tool: text("gen_ai.tool.name"),
            toolCallID: text("gen_ai.tool.call.id"),
            tokens: Figures.Tokens(
                input: input, output: output, cacheRead: number("gen_ai.usage.cache_read.input_tokens"),
                reasoning: number("gen_ai.usage.reasoning.output_tokens")),
            costNano: isPriced ? (input ?? 0) * 2_500 + (output ?? 0) * 10_000 : nil,
            costSource: role == "call" ? isPriced ? "computed" : "unpriced" : nil, costDetail: isPriced ? nil : "model_unknown",
            price: isPriced ? "\(text("gen_ai.provider.name") ?? "")/\(model ?? "")" : nil,
            timeToFirstChunk: facts["gen_ai.response.time_to_first_chunk"].flatMap { Double($0.written()) }.map { Int64($0 * 1e9) },
            finishReasons: facts["gen_ai.response.finish_reasons"]?.elements?.compactMap { $0["stringValue"]?.string } ?? [],
            errorClass: failed && role != nil ? (text("error.type") == "429" ? "rate_limited" : "timeout") : nil,
            errorType: text("error.type"),
            route: text("http.route").map { "\(method ?? "") \($0)" } ?? text("server.address").map { "\(method ?? "") \($0)" },
            httpStatus: number("http.response.status_code").map { Int($0) }, database: text("db.system.name"), isLate: false,
            hasPayload: true)
    }

    // MARK: - Rows

    private func traceRows(_ filter: Filter) -> [TraceRow] {
        Dictionary(grouping: spans, by: \.address.trace).map { traceRow($0, $1) }
            .filter { filter.range.contains($0.start) }.sorted { $0.start > $1.start }
    }

    private func traceRow(_ id: TraceID, _ spans: [SpanRow]) -> TraceRow {
        let root = spans.first { $0.parent == nil }
        let calls = spans.filter { $0.role == "call" }
        let end = spans.map { $0.start + ($0.durationNanoseconds ?? 0) }.max() ?? 0
        return TraceRow(
            id: id, environment: environments[id] ?? "", service: root?.service ?? "", name: root?.name ?? "", isRootMissing: root == nil,
            route: root?.route, httpStatus: root?.httpStatus, start: root?.start ?? 0, durationNanoseconds: end - (root?.start ?? 0),
            isFailed: root?.isFailed ?? false, spans: Int64(spans.count), llmSpans: Int64(spans.count { $0.role != nil }),
            requests: Int64(calls.count), toolCalls: Int64(spans.count { $0.role == "tool" }),
            failures: Int64(calls.count(where: \.isFailed)),
            recovered: 0, tokens: sum(calls), costNano: cost(calls), unpriced: Int64(calls.count { $0.costNano == nil && !$0.isFailed }),
            models: distinct(calls.compactMap(\.model)), agents: distinct(spans.compactMap(\.agent)), conversation: conversationOf[id],
            user: users[id])
    }

    private func sum(_ calls: [SpanRow]) -> Figures.Tokens {
        var tokens = Figures.Tokens()
        tokens.input = calls.compactMap(\.tokens.input).reduce(0, +)
        tokens.output = calls.compactMap(\.tokens.output).reduce(0, +)
        return tokens
    }

    private func cost(_ calls: [SpanRow]) -> Int64? {
        let costs = calls.compactMap(\.costNano)
        return costs.isEmpty ? nil : costs.reduce(0, +)
    }

    private func distinct(_ words: [String]) -> [String] { Array(Set(words)).sorted() }

    private func conversationRow(_ id: ConversationID, _ traces: [TraceRow]) -> ConversationRow {
        let ids = Set(traces.map(\.id))
        let spans = spans.filter { ids.contains($0.address.trace) && $0.role != nil }
        let calls = spans.filter { $0.role == "call" }
        let first = traces.map(\.start).min() ?? 0
        let last = traces.map { $0.start + $0.durationNanoseconds }.max() ?? 0
        let opening = calls.first { $0.operation == "chat" }.flatMap { contents[$0.address] }
        let title = opening.flatMap { SpanFacts(SpanContent(address: calls[0].address, span: $0, records: [])) }.map { CallContent($0) }
        return ConversationRow(
            id: id, title: title?.prompt.first { $0.role == .user }?.text, service: traces[0].service, user: traces[0].user,
            agents: distinct(spans.compactMap(\.agent)), models: distinct(calls.compactMap(\.model)), first: first, last: last,
            turns: Int64(traces.count), messages: Int64(traces.count * 2), requests: Int64(calls.count),
            toolCalls: Int64(spans.count { $0.role == "tool" }), failures: Int64(calls.count(where: \.isFailed)), recovered: 0,
            tokens: sum(calls), costNano: cost(calls), unpriced: 0, activeNanoseconds: traces.map(\.durationNanoseconds).reduce(0, +),
            wallNanoseconds: last - first)
    }

    // MARK: - Questions

    func conversations(_ filter: Filter, _ page: PageRequest<ConversationSort>) async throws -> Page<ConversationRow> {
        let traces = Dictionary(grouping: traceRows(filter)) { conversationOf[$0.id] }
        let rows = traces.compactMap { id, traces in id.map { conversationRow($0, traces) } }.sorted { $0.last > $1.last }
        return self.page(of: rows, filter, page) { $0.last }
    }

    /// Rows newest first, behind the cursor, as a store pages them.
    private func page<Row, Sort>(
        of rows: [Row], _ filter: Filter, _ page: PageRequest<Sort>, _ time: (Row) -> Int64
    ) -> Page<Row> {
        var before = Int64.max
        if case .number(let number)? = page.after?.value { before = number }
        let stop = filter.isAdHoc ? searchedTo.flatMap { $0 < before ? $0 : nil } : nil
        let behind = rows.filter { time($0) < before && time($0) >= stop ?? .min }
        guard behind.count <= page.limit else {
            let shown = behind.prefix(page.limit)
            return Page(rows: Array(shown), next: shown.last.map { Cursor(value: .number(time($0)), id: 1) })
        }
        return Page(rows: behind, next: stop.map { Cursor(value: .number($0), id: .min) }, searchedTo: stop)
    }

    /// A cursor's number is how many turns lie before it.
    func conversation(_ id: ConversationID, turns: Int, after: Cursor?) async throws -> ConversationDetail? {
        let traces = conversationOf.filter { $0.value == id }.map { trace in
            traceRow(trace.key, spans.filter { $0.address.trace == trace.key })
        }.sorted { $0.start < $1.start }
        guard !traces.isEmpty else { return nil }
        let first = Int(after?.id ?? 0)
        let shown = traces.dropFirst(first).prefix(turns)
        return ConversationDetail(
            row: conversationRow(id, traces),
            turns: shown.map { trace in
                ConversationDetail.Turn(trace: trace, spans: spans.filter { $0.address.trace == trace.id && $0.role != nil })
            }, earlier: first,
            next: first + shown.count < traces.count ? Cursor(value: .number(0), id: Int64(first + shown.count)) : nil)
    }

    func inputGrowth(_ id: ConversationID, points: Int) async throws -> InputGrowth? {
        let metered = spans.filter { conversationOf[$0.address.trace] == id && $0.role == "call" && $0.tokens.input != nil }
        let requests = metered.enumerated().map { i, span in
            InputGrowth.Point(request: i + 1, input: span.tokens.input ?? 0, start: span.start, span: span.address)
        }
        return requests.isEmpty ? nil : InputGrowth(requests: requests.count, points: Array(requests.prefix(points)), isCut: false)
    }

    func sameError(as span: SpanAddress, in range: TimeRange) async throws -> SameError? {
        guard let error = spans.first(where: { $0.address == span })?.errorClass else { return nil }
        let same = spans.filter { $0.errorClass == error && range.contains($0.start) }
        let elsewhere = same.count { $0.address.trace != span.trace }
        return SameError(
            group: 1, count: Int64(same.count), elsewhere: Int64(elsewhere), firstSeen: same.first?.start, lastSeen: same.last?.start)
    }

    func environments(ofConversation key: String) async throws -> [String] {
        Array(Set(conversationOf.values.filter { $0.key == key }.map(\.environment))).sorted()
    }

    func traces(_ filter: Filter, _ page: PageRequest<TraceSort>) async throws -> Page<TraceRow> {
        self.page(of: traceRows(filter), filter, page) { $0.start }
    }

    func arrivals(_ filter: Filter, after number: Int64?) async throws -> Arrivals {
        let rows = traceRows(filter)
        return Arrivals(rows: Array(rows.dropLast(Int(number ?? Int64(rows.count)))), newest: Int64(rows.count))
    }

    func trace(_ id: TraceID) async throws -> TraceDetail? {
        let spans = spans.filter { $0.address.trace == id }
        return spans.isEmpty ? nil : TraceDetail(row: traceRow(id, spans), spans: spans, isCut: false)
    }

    func content(of spans: [SpanAddress]) async throws -> [SpanContent] {
        spans.compactMap { address in contents[address].map { SpanContent(address: address, span: $0, records: []) } }
    }

    func status() async throws -> StoreStatus { state }
    func versions() -> AsyncStream<UInt64> { AsyncStream { $0.finish() } }

    /// Requests by the hour or the step, whatever was asked; never finer than a minute, nor in more than a thousand buckets.
    func timeSeries(_ question: SeriesQuestion) async throws -> TimeSeries {
        let range = question.filter.range
        let hour = question.step.flatMap { range.nanoseconds / $0 < 1_000 ? $0 : nil } ?? 3_600_000_000_000
        let starts = Array(stride(from: range.from / hour * hour, to: range.to, by: Int(hour)).prefix(120))
        let values = starts.map { start in
            Int64?(Int64(spans.count { $0.role == "call" && $0.start >= start && $0.start < start + hour }))
        }
        let label = question.metric == .latency ? "p95" : ""
        return TimeSeries(unit: .count, step: hour, starts: starts, lines: [.init(label: label, values: values)], isLastIncomplete: false)
    }

    // What these pages do not ask.
    func overview(_ filter: Filter, comparing: Bool) async throws -> Overview { throw StoreError.closed }
    func models(_ filter: Filter) async throws -> [ModelRow] {
        Dictionary(grouping: spans.filter { $0.role == "call" }) { $0.model ?? "(unknown)" }.map { model, calls in
            let seen = ReportedModel(provider: calls[0].provider ?? "", model: model, requests: Int64(calls.count))
            return ModelRow(
                model: model, reported: [seen], providers: [seen.provider], requests: seen.requests, share: 0, failed: 0, recovered: 0,
                degraded: 0, costNano: nil, costShare: nil, unpriced: 0, tokens: .init(), latency: .init(), errors: [], spark: [])
        }
    }
    func latencySpreads(_ filter: Filter, of models: [String]) async throws -> [LatencySpread] { throw StoreError.closed }
    func errors(_ filter: Filter, limit: Int) async throws -> ErrorReport { throw StoreError.closed }
    func counters(_ questions: [CounterQuestion]) async throws -> [[CounterSeries]] { throw StoreError.closed }
    func facets(_ dimension: Dimension, _ filter: Filter, matching text: String?, limit: Int) async throws -> [Facet] { [] }

    func facets(_ range: TimeRange, limit: Int) async throws -> [Dimension: [Facet]] { [:] }
}
