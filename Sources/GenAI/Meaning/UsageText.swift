import Wire

/// Token counts inside JSON, or inside the printed form of a Python dict: provider answers, LangChain and Langfuse buckets.
///
/// The names also tell what they include: `prompt_tokens` has cached tokens in it, Anthropic's `input_tokens` beside
/// `cache_read_input_tokens` has not.
struct UsageText {
    var counts = Counts()
    /// A name was there that only exclusive counts have beside them.
    var excludesCached = false
    var excludesReasoning = false

    /// Counts as sent.
    struct Counts {
        var input: Int64?
        var output: Int64?
        var total: Int64?
        var cacheRead: Int64?
        var cacheWrite: Int64?
        var cacheWrite1h: Int64?
        var reasoning: Int64?

        /// Nothing, or only the sums, are known: the answer itself may tell more.
        var lacksMuch: Bool { input == nil && output == nil || (output ?? 0) > 0 && cacheRead == nil && reasoning == nil }
    }

    init() {}

    /// Reads an object with all objects in it, a few levels deep.
    init(_ text: Text) {
        guard let view = JSONView(text) else { return }
        read(view, depth: 0)
    }

    /// Reads the `usage` of a whole answer, if it has one: a provider's, a component's with `meta`, or LangChain's generations.
    init(answer text: Text) {
        guard let view = JSONView(text), let usage = Self.usage(in: view) else { return }
        read(usage, depth: 0)
    }

    private static func usage(in answer: JSONView) -> JSONView? {
        var found: JSONView?
        answer.forEachMember { key, value in
            if key == "usage" || key == "usage_metadata" || key == "usageMetadata" {
                found = value
            } else if key == "meta" {
                found = value["usage"]
            } else if key == "generations", let message = value.firstElement?.firstElement?["message"]?["kwargs"] {
                found = message["usage_metadata"] ?? message["response_metadata"]?["token_usage"]
            }
            if let view = found, !view.isObject { found = nil }
            return found == nil
        }
        return found
    }

    private mutating func read(_ object: JSONView, depth: Int) {
        guard depth < 4 else { return }
        object.forEachMember { key, value in
            if value.isObject {
                read(value, depth: depth + 1)
            } else if let field = Self.fields[key], let count = value.count {
                take(field, count)
            }
            return true
        }
    }

    private mutating func take(_ field: Field, _ count: Int64) {
        switch field {
        case .input: counts.input = counts.input ?? count
        case .output: counts.output = counts.output ?? count
        case .total: counts.total = counts.total ?? count
        case .cacheRead: counts.cacheRead = counts.cacheRead ?? count
        case .cacheReadApart:
            counts.cacheRead = counts.cacheRead ?? count
            excludesCached = true
        case .cacheWrite: counts.cacheWrite = counts.cacheWrite ?? count
        case .cacheWriteApart:
            counts.cacheWrite = counts.cacheWrite ?? count
            excludesCached = true
        case .cacheWrite1h: counts.cacheWrite1h = count
        case .reasoning: counts.reasoning = counts.reasoning ?? count
        case .reasoningApart:
            counts.reasoning = counts.reasoning ?? count
            excludesReasoning = true
        }
    }

    private enum Field {
        case input, output, total, cacheRead, cacheReadApart, cacheWrite, cacheWriteApart, cacheWrite1h, reasoning, reasoningApart
    }

    private static let fields = Words<Field>(
        .matters,
        grouped: [
            (
                .input,
                [
                    "prompt_tokens", "input_tokens", "promptTokenCount", "prompt_token_count", "inputTokens", "input", "prompt",
                    "promptTokens",
                ]
            ),
            (
                .output,
                [
                    "completion_tokens", "output_tokens", "candidatesTokenCount", "candidates_token_count", "outputTokens", "output",
                    "completion", "completionTokens",
                ]
            ),
            (.total, ["total_tokens", "totalTokenCount", "total_token_count", "totalTokens", "total"]),
            (
                .cacheRead,
                [
                    "cached_tokens", "cachedContentTokenCount", "cached_content_token_count", "cache_read", "cachedPromptTokens",
                    "cached_input_tokens", "cachedInputTokens", "cacheReadTokens",
                ]
            ),
            (.cacheReadApart, ["cache_read_input_tokens", "cacheReadInputTokens", "input_cache_read", "input_cached_tokens"]),
            (.cacheWrite, ["cache_creation", "cache_write", "cacheWriteTokens", "cache_write_input_tokens"]),
            (
                .cacheWriteApart,
                ["cache_creation_input_tokens", "cacheWriteInputTokens", "cacheCreationInputTokens", "input_cache_creation"]
            ),
            (.cacheWrite1h, ["ephemeral_1h_input_tokens", "cache_creation_input_tokens_above_1hr"]),
            (.reasoning, ["reasoning_tokens", "reasoning", "reasoningTokens"]),
            (.reasoningApart, ["thoughtsTokenCount", "thoughts_token_count", "output_reasoning"]),
        ])
}
