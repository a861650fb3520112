import Store

/// The seven cards of the Overview (view.md 3.3), made of one answer of the store.
struct Cards {
    let overview: Overview
    let state: FilterState

    private var now: Figures { overview.figures }
    private var before: Figures? { overview.previous }

    var all: [Card] { [conversations, conversationCost, latency, cost, spans, tokens, success] }

    private var conversations: Card {
        let figures = now.conversations
        var lines: [Card.Line] = []
        if figures.total > 0 {
            lines.append(.init("\(Show.decimal(Double(figures.messages) / Double(figures.total), places: 1)) messages each on average"))
            if let single = figures.singleTurn { lines.append(.init("\(Show.share(single, of: figures.total)) single-turn")) }
        }
        if figures.requestsWithoutID > 0 {
            lines.append(.init("\(Show.share(figures.requestsWithoutID, of: now.spans.requests)) of requests carry no conversation id"))
        }
        return Card(
            title: "Conversations", value: Show.count(figures.total),
            delta: Delta(Double(figures.total), before.map { Double($0.conversations.total) }, liking: .neither), lines: lines,
            spark: overview.sparks.conversations, href: state.href("/conversations"),
            definition:
                "Conversations with at least one LLM span that began in the range. A message is what a user said or what an agent finally answered."
        )
    }

    private var conversationCost: Card {
        let figures = now.conversationCost
        var lines: [Card.Line] = []
        if figures.p50Nano != nil {
            lines.append(
                .init("median \(Show.money(figures.p50Nano)) · P95 \(Show.money(figures.p95Nano)) · max \(Show.money(figures.maxNano))"))
        }
        if figures.priced < figures.requests {
            lines.append(
                .init("\(Show.share(figures.requests - figures.priced, of: figures.requests)) of their requests unpriced", isWarning: true))
        }
        return Card(
            title: "Cost per conversation", value: Show.money(now.averageConversationNano),
            delta: Delta(
                now.averageConversationNano.map(Double.init), before.map { Double($0.averageConversationNano ?? 0) }, liking: .less),
            lines: lines, spark: overview.sparks.conversationCost, href: state.href("/conversations", [("sort", "-cost")]),
            definition:
                "Cost in the range of priced requests that belong to a conversation, divided by the conversations active in the range.")
    }

    private var latency: Card {
        let figures = now.latency
        var lines = [Card.Line("\(Show.count(figures.n)) \(state.filter.latency == .ok ? "successful " : "")inference calls")]
        if figures.ttftP50 != nil { lines.append(.init("first token P50 \(Show.duration(figures.ttftP50))")) }
        if let speed = figures.milliTokensPerSecondP50 {
            lines.append(.init("\(Show.decimal(Double(speed) / 1000, places: 0)) tokens/s out, median"))
        }
        let doubt = figures.n > 0 && figures.n < 100 ? "P99 of fewer than 100 calls says little" : nil
        if let doubt { lines.append(.init(doubt)) }
        return Card(
            title: "Latency", value: "",
            parts: [
                .init(name: "P50", value: Show.duration(figures.p50)), .init(name: "P90", value: Show.duration(figures.p90)),
                .init(name: "P95", value: Show.duration(figures.p95)), .init(name: "P99", value: Show.duration(figures.p99), doubt: doubt),
            ],
            delta: Delta(figures.p95.map(Double.init), before?.latency.p95.map(Double.init), liking: .less), lines: lines,
            spark: overview.sparks.latencyP50, href: state.href("/traces", [("sort", "-duration")]),
            definition: "Durations of inference calls, "
                + (state.filter.latency == .ok ? "successful ones only, " : "whatever came of them, ")
                + (figures.isExact ? "by nearest rank, exact. " : "by nearest rank on a logarithmic histogram: at most 1.1 % off. ")
                + "The change is that of P95."
        )
    }

    private var cost: Card {
        let figures = now.cost
        var lines: [Card.Line] = []
        if figures.unpricedRequests > 0 {
            let share = Show.share(figures.unpricedRequests, of: figures.pricedRequests + figures.unpricedRequests)
            lines.append(
                .init("\(share) of requests unpriced: \(figures.unpricedModels.prefix(2).joined(separator: ", "))", isWarning: true))
        }
        if let total = figures.totalNano, state.filter.range.nanoseconds > 0 {
            let daily = Double(total) * 86_400e9 / Double(state.filter.range.nanoseconds)
            lines.append(.init("\(Show.money(Int64(daily))) a day"))
        }
        if figures.reportedNano > 0 { lines.append(.init("\(Show.money(figures.reportedNano)) as reported by SDKs")) }
        if figures.failedWithoutUsage > 0 { lines.append(.init("\(Show.count(figures.failedWithoutUsage)) failed without usage")) }
        return Card(
            title: "Total LLM cost", value: Show.money(figures.totalNano),
            delta: Delta(figures.totalNano.map(Double.init), before.map { Double($0.cost.totalNano ?? 0) }, liking: .less), lines: lines,
            spark: overview.sparks.cost, href: state.href("/models", [("sort", "cost")]),
            definition:
                "Cost of all priced requests. A request without a price is not counted as zero: its share stands below, of those that could have a cost. A request that failed without usage has nothing to price."
        )
    }

    private var spans: Card {
        let figures = now.spans
        return Card(
            title: "LLM spans", value: Show.count(figures.llm),
            delta: Delta(Double(figures.llm), before.map { Double($0.spans.llm) }, liking: .neither),
            lines: [
                .init(
                    "\(Show.count(figures.requests)) requests · \(Show.count(figures.tools)) tools · \(Show.count(figures.agents)) agents"),
                .init("of \(Show.count(figures.all)) spans in \(Show.count(figures.traces)) traces"),
            ], spark: overview.sparks.spans, href: state.href("/traces"),
            definition: "Spans about GenAI: requests, tools, agents, retrievals and wrappers.")
    }

    private var tokens: Card {
        let figures = now.tokens
        var lines: [Card.Line] = []
        if let input = figures.input {
            lines.append(.init("\(Show.compact(input)) in" + (figures.cacheRead.map { " (\(Show.share($0, of: input)) cached)" } ?? "")))
        }
        if let output = figures.output {
            lines.append(
                .init("\(Show.compact(output)) out" + (figures.reasoning.map { " (\(Show.share($0, of: output)) reasoning)" } ?? "")))
        }
        if let total = figures.total, now.spans.requests > 0 {
            lines.append(.init("\(Show.compact(total / now.spans.requests)) a request"))
        }
        return Card(
            title: "Tokens", value: Show.compact(figures.total),
            delta: Delta(figures.total.map(Double.init), before.map { Double($0.tokens.total ?? 0) }, liking: .neither), lines: lines,
            spark: overview.sparks.tokens, href: state.href("/models", [("sort", "tokens")]),
            definition: "Input, cached tokens among it, and output, reasoning among it, of requests.")
    }

    private var success: Card {
        let figures = now.success
        var lines = [Card.Line("\(Show.count(figures.failed)) failed of \(Show.count(figures.requests)) requests")]
        if figures.failed > 0 { lines.append(.init("\(Show.share(figures.recovered, of: figures.failed)) of them recovered by a retry")) }
        if figures.degraded > 0 { lines.append(.init("\(Show.count(figures.degraded)) cut short or filtered")) }
        if let failed = now.conversations.withFailure, now.conversations.total > 0 {
            lines.append(.init("\(Show.share(failed, of: now.conversations.total)) of conversations had an unrecovered one"))
        }
        return Card(
            title: "Success rate", value: Show.rate(figures.rate),
            delta: Delta(figures.rate, before?.success.rate, liking: .more, isShare: true), lines: lines, spark: overview.sparks.success,
            href: state.href("/errors"), definition: "1 − failed ÷ requests. Answers that were cut or filtered are not failures.")
    }
}

extension Show {
    /// A part of a whole in percent, with one place below ten.
    static func share(_ part: Int64, of whole: Int64) -> String { whole > 0 ? share(Double(part) / Double(whole)) : unknown }

    static func share(_ share: Double?) -> String {
        share.map { decimal($0 * 100, places: abs($0) < 0.1 ? 1 : 0) + " %" } ?? unknown
    }

    /// A rate of success, with two places.
    static func rate(_ rate: Double?) -> String { rate.map { decimal($0 * 100, places: 2) + " %" } ?? unknown }
}
