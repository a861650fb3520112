import Store

/// Rows as the API answers them: unknown is null and never 0, times are RFC 3339, money is dollars and a text of nanodollars.
extension JSONTree {
    static func text(_ text: String?) -> JSONTree { text.map { .text($0) } ?? .null }
    static func number(_ number: Int64?) -> JSONTree { number.map { .number(String($0)) } ?? .null }
    static func texts(_ texts: [String]) -> JSONTree { .list(texts.map { .text($0) }) }
    static func time(_ nanoseconds: Int64) -> JSONTree { .text(Moment.text(nanoseconds)) }
    static func milliseconds(_ nanoseconds: Int64?) -> JSONTree {
        nanoseconds.map { .number(Show.decimal(Double($0) / 1e6, places: 3)) } ?? .null
    }

    static func tokens(_ tokens: Figures.Tokens) -> JSONTree {
        .object([
            .init("total", .number(tokens.total)), .init("input", .number(tokens.input)), .init("output", .number(tokens.output)),
            .init("cacheRead", .number(tokens.cacheRead)), .init("cacheWrite", .number(tokens.cacheWrite)),
            .init("reasoning", .number(tokens.reasoning)),
        ])
    }

    /// The two members of every cost.
    static func cost(_ nano: Int64?) -> [Member] {
        [
            Member("costUsd", nano.map { .number(Show.decimal(Double($0) / 1e9, places: 9)) } ?? .null),
            Member("nanoUsd", nano.map { .text(String($0)) } ?? .null),
        ]
    }

    init(_ row: ConversationRow) {
        self = .object(
            [
                .init("key", .text(row.id.key)), .init("environment", .text(row.id.environment)), .init("title", .text(row.title)),
                .init("service", .text(row.service)), .init("user", .text(row.user)), .init("agents", .texts(row.agents)),
                .init("models", .texts(row.models)), .init("first", .time(row.first)), .init("last", .time(row.last)),
                .init("turns", .number(row.turns)), .init("messages", .number(row.messages)), .init("requests", .number(row.requests)),
                .init("toolCalls", .number(row.toolCalls)), .init("failures", .number(row.failures)),
                .init("recovered", .number(row.recovered)), .init("tokens", .tokens(row.tokens)), .init("unpriced", .number(row.unpriced)),
                .init("activeMs", .milliseconds(row.activeNanoseconds)), .init("wallMs", .milliseconds(row.wallNanoseconds)),
            ] + Self.cost(row.costNano))
    }

    init(_ row: TraceRow) {
        self = .object(
            [
                .init("id", .text(row.id.text)), .init("environment", .text(row.environment)), .init("service", .text(row.service)),
                .init("name", .text(row.name)), .init("rootMissing", .flag(row.isRootMissing)), .init("route", .text(row.route)),
                .init("httpStatus", .number(row.httpStatus.map { Int64($0) })), .init("start", .time(row.start)),
                .init("durationMs", .milliseconds(row.durationNanoseconds)), .init("failed", .flag(row.isFailed)),
                .init("spans", .number(row.spans)), .init("llmSpans", .number(row.llmSpans)), .init("requests", .number(row.requests)),
                .init("toolCalls", .number(row.toolCalls)), .init("failures", .number(row.failures)),
                .init("recovered", .number(row.recovered)), .init("tokens", .tokens(row.tokens)), .init("unpriced", .number(row.unpriced)),
                .init("models", .texts(row.models)), .init("agents", .texts(row.agents)),
                .init("conversation", .text(row.conversation?.key)), .init("user", .text(row.user)),
            ] + Self.cost(row.costNano))
    }

    init(_ row: SpanRow) {
        self = .object(
            [
                .init("trace", .text(row.address.trace.text)), .init("span", .text(row.address.span.text)),
                .init("parent", .text(row.parent?.text)), .init("name", .text(row.name)), .init("service", .text(row.service)),
                .init("role", .text(row.role)), .init("operation", .text(row.operation)), .init("provider", .text(row.provider)),
                .init("model", .text(row.model)), .init("requestModel", .text(row.requestModel)), .init("agent", .text(row.agent)),
                .init("tool", .text(row.tool)), .init("start", .time(row.start)), .init("startUnixNano", .text(String(row.start))),
                .init("durationMs", .milliseconds(row.durationNanoseconds)), .init("ttftMs", .milliseconds(row.timeToFirstChunk)),
                .init("tokens", .tokens(row.tokens)), .init("costSource", .text(row.costSource)),
                .init("costDetail", .text(row.costDetail)),
                .init("price", .text(row.price)), .init("finishReasons", .texts(row.finishReasons)), .init("failed", .flag(row.isFailed)),
                .init("recovered", .flag(row.isRecovered)), .init("errorClass", .text(row.errorClass)),
                .init("errorType", .text(row.errorType)), .init("message", .text(row.statusMessage)), .init("route", .text(row.route)),
                .init("httpStatus", .number(row.httpStatus.map { Int64($0) })), .init("database", .text(row.database)),
                .init("late", .flag(row.isLate)),
            ] + Self.cost(row.costNano))
    }
}

extension JSONTree {
    init(_ message: Message) {
        self = .object([
            .init("role", .text(message.role.word)), .init("name", .text(message.name)),
            .init("parts", .list(message.parts.map { JSONTree($0) })), .init("finishReason", .text(message.finishReason)),
        ])
    }

    init(_ part: Message.Part) {
        func object(_ type: String, _ members: Member...) -> JSONTree { .object([.init("type", .text(type))] + members) }
        switch part {
        case .text(let text): self = object("text", .init("content", .text(text)))
        case .reasoning(let text): self = object("reasoning", .init("content", .text(text)))
        case .toolCall(let call):
            self = object(
                "tool_call", .init("id", .text(call.id)), .init("name", .text(call.name)), .init("arguments", call.arguments ?? .null))
        case .toolResult(let result):
            self = object(
                "tool_call_response", .init("id", .text(result.id)), .init("response", result.result ?? .null),
                .init("isError", .flag(result.isError)))
        case .media(let media):
            self = object(
                "media", .init("kind", .text(media.kind)), .init("mimeType", .text(media.mimeType)), .init("name", .text(media.name)),
                .init("bytes", .number(media.bytes.map { Int64($0) })))
        case .withheld(let what): self = object("withheld", .init("what", .text(what)))
        case .unknown(let json): self = object("unknown", .init("content", JSONTree.text(json).opened))
        }
    }

    /// A conversation's page as the API answers it.
    init(_ detail: ConversationDetail, _ transcript: Transcript) {
        self = .object([
            .init("conversation", JSONTree(detail.row)), .init("contentCaptured", .flag(transcript.hasContent)),
            .init("turns", .list(transcript.turns.map { JSONTree($0) })), .init("next", .text(detail.next?.token)),
        ])
    }

    init(_ turn: Transcript.Turn) {
        self = .object([
            .init("trace", JSONTree(turn.trace)), .init("steps", .list(turn.steps.map { JSONTree($0.row) })),
            .init("blocks", .list(turn.blocks.map { JSONTree($0) })),
        ])
    }

    private init(_ block: Transcript.Block) {
        switch block {
        case .heard(let message, let earlier):
            self = .object([
                .init("block", .text("message")), .init("earlierMessages", .number(Int64(earlier))), .init("message", JSONTree(message)),
            ])
        case .answered(let answer):
            self = .object([
                .init("block", .text("answer")), .init("span", .text(answer.step.row.address.span.text)),
                .init("attempts", .texts(answer.attempts.map { $0.row.address.span.text })),
                .init("parts", .list(answer.parts.map { JSONTree($0) })),
            ])
        case .tool(let use):
            self = .object([
                .init("block", .text("tool")), .init("id", .text(use.id)), .init("name", .text(use.name)),
                .init("arguments", use.arguments ?? .null), .init("result", use.result ?? .null), .init("isError", .flag(use.isError)),
                .init("span", .text(use.step?.row.address.span.text)),
            ])
        }
    }
}
