@testable import Store

/// Rows as the store answers them, with the little that a test is about.
enum Rows {
    static func span(
        _ id: UInt64, in parent: UInt64? = nil, trace: UInt64 = 1, _ start: Int64, _ duration: Int64, role: String? = "call",
        operation: String? = "chat", name: String = "chat", agent: String? = nil, tool: String? = nil, failed: Bool = false
    ) -> SpanRow {
        SpanRow(
            address: SpanAddress(trace: TraceID(high: 0, low: trace), span: SpanID(id) ?? never), parent: parent.flatMap { SpanID($0) },
            name: name, service: "shop-api", kind: 3, start: start, durationNanoseconds: duration, status: failed ? 2 : 0,
            isFailed: failed, isRecovered: false, role: role, operation: operation, provider: "openai", model: "gpt-4o",
            requestModel: "gpt-4o", agent: agent, tool: tool, tokens: Figures.Tokens(input: 100, output: 20), costNano: 450_000,
            costSource: "computed", price: "openai/gpt-4o", finishReasons: ["stop"], errorClass: failed ? "rate_limited" : nil,
            isLate: false, hasPayload: true)
    }

    static func trace(_ number: UInt64, at start: Int64 = 0) -> TraceRow {
        TraceRow(
            id: TraceID(high: 0, low: number), environment: "production", service: "shop-api", name: "POST /v1/chat", isRootMissing: false,
            route: "POST /v1/chat", httpStatus: 200, start: start, durationNanoseconds: 1_000, isFailed: false, spans: 3, llmSpans: 2,
            requests: 1, toolCalls: 1, failures: 0, recovered: 0, tokens: Figures.Tokens(input: 100, output: 20), costNano: 450_000,
            unpriced: 0, models: ["gpt-4o"], agents: ["support-agent"], conversation: nil, user: "user-1")
    }

    /// Span identities in tests are not zero.
    private static var never: SpanID { fatalError("a span id of zero") }
}
