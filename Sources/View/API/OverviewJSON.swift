import Store

/// The Overview as `/api/v1/overview` answers it (view.md 3.9): the same values as the page's, unknown is null.
struct OverviewJSON {
    let overview: Overview
    let state: FilterState
    let now: Int64
    /// Dollars; nil where no price table says.
    let cacheSaving: Double?

    var tree: JSONTree {
        .object([
            .init("range", range), .init("filters", filters), .init("generatedAt", .time(now)),
            .init("tookMs", .number(overview.tookNanoseconds / 1_000_000)), .init("tier", .text(overview.tier)),
            .init("approximate", .texts(overview.approximate)), .init("conversations", conversations),
            .init("conversationCost", conversationCost), .init("latency", latency(overview.figures.latency)), .init("cost", cost),
            .init("spans", spans), .init("tokens", .tokens(overview.figures.tokens)), .init("success", success),
            .init("topModels", .list(overview.topModels.map { JSONTree($0) })),
            .init("otherModels", overview.otherModels.map { JSONTree($0) } ?? .null), .init("insights", insights),
            .init("attention", .list(overview.attention.map(attention))),
        ])
    }

    private var figures: Figures { overview.figures }

    private var range: JSONTree {
        .object([
            .init("from", .time(state.filter.range.from)), .init("to", .time(state.filter.range.to)),
            .init("step", .text(Show.step(overview.sparks.step))),
        ])
    }

    /// What narrows, as it stands in the address.
    private var filters: JSONTree {
        .object(
            FilterState.dimensions.compactMap { dimension in
                let choice = state.filter[keyPath: dimension.path]
                return choice.isAll ? nil : .init(dimension.key, .texts(choice.include + choice.exclude.map { "-" + $0 }))
            })
    }

    private var conversations: JSONTree {
        let now = figures.conversations
        return .object([
            .init("total", .number(now.total)), .init("turns", .number(now.turns)), .init("messages", .number(now.messages)),
            .init("messagesPerConversation", .ratio(now.messages, now.total)), .init("singleTurnShare", .ratio(now.singleTurn, now.total)),
            .init("requestsWithoutId", .ratio(now.requestsWithoutID, figures.spans.requests)),
            .init("previous", .number(overview.previous?.conversations.total)),
            .init("deltaPct", .change(Double(now.total), overview.previous.map { Double($0.conversations.total) })),
        ])
    }

    private var conversationCost: JSONTree {
        let now = figures.conversationCost
        return .object([
            .init("avgUsd", .dollars(figures.averageConversationNano)), .init("p50", .dollars(now.p50Nano)),
            .init("p95", .dollars(now.p95Nano)), .init("max", .dollars(now.maxNano)), .init("pricedRequests", .number(now.priced)),
            .init("requests", .number(now.requests)), .init("previousAvgUsd", .dollars(overview.previous?.averageConversationNano)),
        ])
    }

    private func latency(_ latency: Figures.Latency) -> JSONTree {
        .object([
            .init("unit", .text("ms")), .init("of", .text(state.filter.latency.rawValue)), .init("n", .number(latency.n)),
            .init("p50", .milliseconds(latency.p50)),
            .init("p90", .milliseconds(latency.p90)), .init("p95", .milliseconds(latency.p95)), .init("p99", .milliseconds(latency.p99)),
            .init("exact", .flag(latency.isExact)), .init("relativeError", .number(latency.isExact ? "0" : "0.011")),
            .init("ttftP50", .milliseconds(latency.ttftP50)),
            .init("outputTokensPerSecondP50", .thousandths(latency.milliTokensPerSecondP50)),
            .init("previousP95", .milliseconds(overview.previous?.latency.p95)),
        ])
    }

    private var cost: JSONTree {
        let now = figures.cost
        return .object([
            .init("totalUsd", .dollars(now.totalNano)), .init("nanoUsd", now.totalNano.map { .text(String($0)) } ?? .null),
            .init("pricedRequests", .number(now.pricedRequests)), .init("unpricedRequests", .number(now.unpricedRequests)),
            .init("failedWithoutUsage", .number(now.failedWithoutUsage)),
            .init("unpricedModels", .texts(now.unpricedModels)), .init("reportedShare", .ratio(now.reportedNano, now.totalNano)),
            .init("previousUsd", .dollars(overview.previous?.cost.totalNano)),
        ])
    }

    private var spans: JSONTree {
        let now = figures.spans
        return .object([
            .init("llm", .number(now.llm)), .init("requests", .number(now.requests)), .init("tools", .number(now.tools)),
            .init("agents", .number(now.agents)), .init("all", .number(now.all)), .init("traces", .number(now.traces)),
            .init("previous", .number(overview.previous?.spans.llm)),
        ])
    }

    private var success: JSONTree {
        let now = figures.success
        return .object([
            .init("rate", .share(now.rate)), .init("requests", .number(now.requests)), .init("failed", .number(now.failed)),
            .init("recovered", .number(now.recovered)), .init("degraded", .number(now.degraded)),
            .init("conversationsWithFailure", .ratio(figures.conversations.withFailure, figures.conversations.total)),
            .init("previousRate", .share(overview.previous?.success.rate)),
        ])
    }

    private var insights: JSONTree {
        let now = overview.insights
        func extreme(_ extreme: Insights.Extreme?) -> JSONTree {
            extreme.map { .object([.init("model", .text($0.model)), .init("value", .share($0.value))]) } ?? .null
        }
        return .object([
            .init("models", .number(Int64(now.models))), .init("providers", .number(Int64(now.providers))),
            .init("effectiveModels", .share(now.effectiveModels)), .init("topShare", .share(now.topShare)),
            .init("fastest", extreme(now.fastest)), .init("slowest", extreme(now.slowest)),
            .init("worstSuccess", extreme(now.worstSuccess)),
            .init("usdPerMillionTokens", .object(now.usdPerMillionTokens.map { .init($0.model, .share($0.value)) })),
            .init("usdPerSuccessfulRequest", .share(now.usdPerSuccessfulRequest)), .init("tokensPerRequest", .share(now.tokensPerRequest)),
            .init("inputPerOutput", .share(now.inputPerOutput)), .init("cacheHit", .share(now.cacheHit)),
            .init("cacheSavingUsd", .share(cacheSaving)),
        ])
    }

    private func attention(_ item: Attention) -> JSONTree {
        .object([
            .init("kind", .text(item.kind.rawValue)), .init("from", .time(item.range.from)), .init("to", .time(item.range.to)),
            .init("value", .share(item.value)), .init("usual", .share(item.usual)), .init("subject", .text(item.subject)),
            .init("text", .text(AttentionText.text(item))), .init("href", .text(AttentionText.href(item, state))),
        ])
    }
}

extension JSONTree {
    /// A number with up to nine places.
    static func share(_ number: Double?) -> JSONTree { number.map { .number(Show.decimal($0, places: 9)) } ?? .null }

    static func ratio(_ part: Int64?, _ whole: Int64?) -> JSONTree {
        guard let part, let whole, whole > 0 else { return .null }
        return .number(Show.decimal(Double(part) / Double(whole), places: 6))
    }

    static func dollars(_ nano: Int64?) -> JSONTree { nano.map { .number(Show.decimal(Double($0) / 1e9, places: 9)) } ?? .null }

    static func thousandths(_ number: Int64?) -> JSONTree { number.map { .number(Show.decimal(Double($0) / 1e3, places: 3)) } ?? .null }

    /// Percent of change.
    static func change(_ current: Double, _ previous: Double?) -> JSONTree {
        guard let previous, previous != 0 else { return .null }
        return .number(Show.decimal((current - previous) / previous * 100, places: 2))
    }

    init(_ row: ModelRow) {
        self = .object(
            [
                .init("model", .text(row.model)), .init("reported", .texts(row.reported.map(\.model))),
                .init("provider", .text(row.providers.first)), .init("providers", .texts(row.providers)),
                .init("requests", .number(row.requests)),
                .init("share", .share(row.share)), .init("failed", .number(row.failed)), .init("recovered", .number(row.recovered)),
                .init("degraded", .number(row.degraded)), .init("success", .share(row.success)), .init("costShare", .share(row.costShare)),
                .init("unpriced", .number(row.unpriced)),
                .init("failedWithoutUsage", .number(row.failedWithoutUsage)), .init("tokens", .tokens(row.tokens)),
                .init("n", .number(row.latency.n)),
                .init("p50", .milliseconds(row.latency.p50)), .init("p90", .milliseconds(row.latency.p90)),
                .init("p95", .milliseconds(row.latency.p95)), .init("p99", .milliseconds(row.latency.p99)),
                .init("ttftP50", .milliseconds(row.latency.ttftP50)),
                .init("outputTokensPerSecondP50", .thousandths(row.latency.milliTokensPerSecondP50)),
                .init("errors", .object(row.errors.map { .init($0.value, .number($0.count)) })),
            ] + Self.cost(row.costNano))
    }

    init(_ group: ErrorGroup) {
        self = .object([
            .init("class", .text(group.errorClass)), .init("type", .text(group.errorType)), .init("operation", .text(group.operation)),
            .init("model", .text(group.model)), .init("service", .text(group.service)), .init("environment", .text(group.environment)),
            .init("tool", .text(group.tool)), .init("message", .text(group.message)), .init("count", .number(group.count)),
            .init("share", .share(group.share)), .init("recovered", .number(group.recovered)),
            .init("conversations", .number(group.conversations)), .init("firstSeen", .time(group.firstSeen)),
            .init("lastSeen", .time(group.lastSeen)),
            .init(
                "examples",
                .list(group.examples.map { .object([.init("trace", .text($0.trace.text)), .init("span", .text($0.span.text))]) })),
        ])
    }

    init(_ series: TimeSeries) {
        self = .object([
            .init("unit", .text(series.unit.rawValue)), .init("step", .number(series.step / 1_000_000_000)),
            .init("lastIncomplete", .flag(series.isLastIncomplete)), .init("starts", .list(series.starts.map { .time($0) })),
            .init(
                "lines",
                .list(
                    series.lines.map { line in
                        .object([
                            .init("label", .text(ChartDrawing.name(line))), .init("other", .flag(line.isOther)),
                            .init("values", .list(line.values.map { .number($0) })),
                        ])
                    })),
        ])
    }
}
