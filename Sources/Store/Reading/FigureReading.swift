import GRDB

/// The numbers of the cards, from rollups and conversation counters alone.
struct FigureReading {
    let snapshot: Snapshot
    let filter: Filter
    let selection: Selection
    let rollups: Rollups

    init(_ snapshot: Snapshot, _ filter: Filter) throws {
        self.snapshot = snapshot
        self.filter = filter
        selection = snapshot.selection(filter)
        rollups = try snapshot.rollups(filter)
    }

    /// `times` are those of its calls, where they are few.
    func figures() throws -> (figures: Figures, times: CallTimes?) {
        let total = try rollups.total(filter.range, selection.ids)
        var figures = Figures(total)
        let histograms = try rollups.histograms(filter.range, selection.latencies) { _ in true }[true] ?? LogHistogram.none
        let times = try CallTimes(
            snapshot, rollups, filter, selection, count: histograms[LogHistogram.Kind.latency.rawValue].count)
        figures.latency = times?.latency { _ in true } ?? Figures.Latency(histograms)
        figures.cost.unpricedModels = try total.unpriced > 0 ? unpricedModels() : []
        try ConversationFigures(snapshot, filter, selection).fill(&figures, total)
        return (figures, times)
    }

    private func unpricedModels() throws -> [String] {
        var unpriced: [String: Int64] = [:]
        for (sid, sums) in try rollups.sums(filter.range, selection.calls, of: [.calls, .priced, .unused]) where sums.unpriced > 0 {
            if let key = snapshot.catalog.key(sid, filter.naming) { unpriced[key.model, default: 0] += sums.unpriced }
        }
        return unpriced.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(10).map(\.key)
    }
}

extension Figures {
    /// What sums tell; latency and conversations are not among it.
    init(_ total: Sums) {
        self.init()
        cost.totalNano = total.costNano
        cost.pricedRequests = total[.priced]
        cost.unpricedRequests = total.unpriced
        cost.failedWithoutUsage = total[.unused]
        cost.reportedNano = total[.reported]
        spans = Spans(
            llm: total[.llm], requests: total[.calls], tools: total[.tools], agents: total[.agents], all: total[.spans],
            traces: total[.traces])
        tokens = total.tokens
        success = Success(
            requests: total[.calls], failed: total[.failed], recovered: total[.recovered], degraded: total[.degraded])
        conversations.turns = total[.turns]
        conversations.messages = total[.messages]
        conversations.requestsWithoutID = total[.calls] &- total[.conversationCalls]
        conversationCost.totalNano = total[.conversationCost]
        conversationCost.requests = total[.conversationCalls] &- total[.conversationUnused]
        conversationCost.priced = total[.conversationPriced]
    }
}

extension Figures.Latency {
    /// Of histograms by kind.
    init(_ histograms: [LogHistogram]) {
        func of(_ kind: LogHistogram.Kind) -> LogHistogram { histograms[kind.rawValue] }
        let (duration, firstChunk, speed) = (of(.latency), of(.firstChunk), of(.speed))
        n = duration.count
        p50 = duration.quantile(0.5)
        p90 = duration.quantile(0.9)
        p95 = duration.quantile(0.95)
        p99 = duration.quantile(0.99)
        ttftP50 = firstChunk.quantile(0.5)
        milliTokensPerSecondP50 = speed.quantile(0.5)
    }
}
