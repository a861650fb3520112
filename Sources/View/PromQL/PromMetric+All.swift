import Store

extension PromMetric {
    static let all: [PromMetric] = [
        histogram("gen_ai_client_operation_duration_seconds", .duration, "Duration of calls to generative AI models, without embeddings."),
        histogram(
            "gen_ai_client_operation_time_to_first_chunk_seconds", .firstChunk, "Time until the first chunk of a streamed answer arrived."),
        tokens, details, cost("gen_ai_usage_cost_USD_total", .cost, .priced, "Cost of calls whose price is known, in US dollars."),
        cost(
            "gen_ai_conversation_cost_USD_total", .conversationCost, .conversationPriced,
            "Cost of those calls that belong to a conversation, in US dollars."),
        conversation("gen_ai_conversation_turns_total", .turns, "{turn}", "Turns of conversations."),
        conversation(
            "gen_ai_conversation_messages_total", .messages, "{message}", "User messages and final answers in conversations."),
    ]

    /// Nanoseconds of the buckets of the semantic conventions: 10 ms doubling to 81.92 s (`Bounds.operation` of Metrics).
    static let bounds: [Int64] = (0..<14).map { 10_000_000 << Int64($0) }

    private static func histogram(_ name: String, _ timing: CounterQuestion.Timing, _ help: String) -> PromMetric {
        let last = bounds.count
        let limits = bounds.map { PromNumber.text(Double($0) / 1e9) } + ["+Inf"]
        let buckets = limits.enumerated().map { Sample(name + "_bucket", 0...$0, label: ("le", $1), evidence: 0...last) }
        return PromMetric(
            name: name, kind: .histogram, unit: "s", help: help, subject: .histogram(timing, bounds: bounds), labels: SeriesLabel.allCases,
            samples: buckets + [
                Sample(name + "_sum", (last + 1)...(last + 1), scale: 1e9, evidence: 0...last), Sample(name + "_count", 0...last),
            ])
    }

    private static let tokens = counter(
        "gen_ai_client_token_usage_total", "{token}", "Tokens used; input includes cached, output reasoning tokens.", [.input, .output],
        types: ["input", "output"])

    private static let details = counter(
        "gen_ai_client_token_usage_detail_total", "{token}", "Shares of the tokens used that are billed at other prices.",
        [.cacheRead, .cacheWrite, .reasoning], types: ["cache_read", "cache_creation", "reasoning"])

    private static func counter(
        _ name: String, _ unit: String, _ help: String, _ counters: [CounterQuestion.Counter], types: [String]
    ) -> PromMetric {
        PromMetric(
            name: name, kind: .counter, unit: unit, help: help, subject: .sums(counters), labels: SeriesLabel.allCases,
            samples: types.enumerated().map { Sample(name, $0...$0, label: ("gen_ai_token_type", $1)) })
    }

    /// A call that costs nothing has a price too.
    private static func cost(
        _ name: String, _ cost: CounterQuestion.Counter, _ priced: CounterQuestion.Counter, _ help: String
    ) -> PromMetric {
        PromMetric(
            name: name, kind: .counter, unit: "USD", help: help, subject: .sums([cost, priced]), labels: SeriesLabel.allCases,
            samples: [Sample(name, 0...0, scale: 1e9, evidence: 1...1)])
    }

    private static func conversation(
        _ name: String, _ counter: CounterQuestion.Counter, _ unit: String, _ help: String
    ) -> PromMetric {
        PromMetric(
            name: name, kind: .counter, unit: unit, help: help, subject: .sums([counter]), labels: [.environment, .service, .agent],
            samples: [Sample(name, 0...0)])
    }
}

/// Numbers as Prometheus writes them.
enum PromNumber {
    /// `5`, `0.25`, `+Inf`, `-Inf`, `NaN`
    static func text(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Inf" : "+Inf" }
        if let whole = Int64(exactly: value), whole.magnitude < 1 << 53 { return String(whole) }
        return value.description
    }

    /// Seconds, with milliseconds where there are any: `1795442400`, `1795442400.500`
    static func seconds(_ milliseconds: Int64) -> String {
        let (whole, rest) = milliseconds.magnitude.quotientAndRemainder(dividingBy: 1_000)
        let digits = String(rest)
        let fraction = rest == 0 ? "" : "." + String(repeating: "0", count: 3 - digits.count) + digits
        return (milliseconds < 0 ? "-" : "") + String(whole) + fraction
    }
}
