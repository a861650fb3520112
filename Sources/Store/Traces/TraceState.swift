/// A trace while spans of it arrive: what its row says, and the facts that its reading needs.
final class TraceState {
    /// What is known of the span that stands for the trace.
    enum Root: Int64 {
        case missing, ok, failed
    }

    let id: Int64
    let trace: TraceID
    /// Not in the database yet.
    var isNew: Bool
    var sums = Sums()
    var facts: [CallFact] = []
    /// What has been added to rollups and to the conversation.
    var applied = TraceReading()
    var appliedToConversation = ConversationShare()
    var root = Root.missing
    var environment: String
    var service: String
    var name: String
    var route: String?
    var httpStatus: Int?
    var start: Int64
    var end: Int64
    /// Starts of the first and last LLM span, and the latest end of one.
    var firstLLM: Int64?
    var lastLLM: Int64?
    var endLLM: Int64?
    var conversationKey: String?
    var conversation: Int64?
    var user: String?
    var title: String?
    /// How often the most repeated tool call was made with the same arguments, and its tool. After a restart counting begins anew.
    var loops: Int64 = 0
    var loopTool: String?
    private var toolCalls: [UInt64: Int64] = [:]
    /// LLM series with the starts of their first and last span, as far as this commit saw them.
    var touchedSeries: [Int64: (first: Int64, last: Int64)] = [:]
    /// When its newest span arrived.
    var arrival: Int64 = .max
    var isTouched = false

    init(id: Int64, trace: TraceID, first: SpanRecord) {
        self.id = id
        self.trace = trace
        isNew = true
        environment = first.series.environment
        service = first.series.service
        name = first.name
        start = first.start
        end = max(first.start, first.end)
    }

    init(id: Int64, trace: TraceID, environment: String, service: String, name: String, start: Int64, end: Int64) {
        self.id = id
        self.trace = trace
        isNew = false
        self.environment = environment
        self.service = service
        self.name = name
        self.start = start
        self.end = end
    }

    /// Whether the root failed, or a request for good.
    var isBroken: Bool { root == .failed || sums[.failed] > Int64(applied.recovered.count) }

    /// Takes one span that was not seen before; `delta` is what it adds by itself.
    func take(_ span: SpanRecord, sid: Int64, _ delta: Sums) {
        sums.add(delta)
        takeFace(span)
        start = min(start, span.start)
        end = max(end, span.start &+ (span.duration ?? 0))
        if conversationKey == nil { conversationKey = span.conversation }
        if user == nil { user = span.user }
        if title == nil { title = span.title }
        if let hash = span.toolCallHash { countToolCall(hash, span.tool) }
        guard span.series.isLLM else { return }
        firstLLM = min(firstLLM ?? .max, span.start)
        lastLLM = max(lastLLM ?? .min, span.start)
        endLLM = max(endLLM ?? .min, span.start &+ (span.duration ?? 0))
        let seen = touchedSeries[sid]
        touchedSeries[sid] = (min(seen?.first ?? .max, span.start), max(seen?.last ?? .min, span.start))
        if span.series.isCall || span.series.role == "agent" { facts.append(CallFact(span, sid: sid)) }
    }

    private func countToolCall(_ hash: UInt64, _ tool: String?) {
        guard toolCalls.count < 1_000 || toolCalls[hash] != nil else { return }
        toolCalls[hash, default: 0] += 1
        guard let count = toolCalls[hash], count > loops else { return }
        loops = count
        loopTool = tool
    }

    /// The root span gives the trace its name; until it arrives the earliest span does.
    private func takeFace(_ span: SpanRecord) {
        let isRoot = span.parent == 0
        if isRoot, root == .missing { root = span.status == 2 || (span.httpStatus ?? 0) >= 500 ? .failed : .ok }
        if isRoot || (root == .missing && span.start <= start) {
            environment = span.series.environment
            service = span.series.service
            name = span.name
        }
        guard let sent = span.route, span.kind == 2, isRoot || route == nil else { return }
        route = sent
        httpStatus = span.httpStatus
    }
}

extension CallFact {
    init(_ span: SpanRecord, sid: Int64) {
        self.init(
            span: span.address.span.number, parent: span.parent, start: span.start, end: span.start &+ (span.duration ?? 0), sid: sid,
            isCall: span.series.isCall, operation: span.series.operation, isFailed: span.isFailed, isFinalAnswer: span.isFinalAnswer,
            costNano: span.costNano, isUnused: span.isUnused)
    }
}

/// What a trace adds to its conversation.
struct ConversationShare: Equatable {
    var sums = Sums()
    /// From its first LLM span's start to its last one's end.
    var active: Int64 = 0

    init() {}

    init(_ trace: TraceState, _ reading: TraceReading) {
        for measure in Measure.ofConversations { sums[measure] = trace.sums[measure] }
        sums[.recovered] = Int64(reading.recovered.count)
        sums[.turns] = reading.turns
        sums[.messages] = reading.messages
        if let first = trace.firstLLM, let end = trace.endLLM { active = max(end &- first, 0) }
    }
}
