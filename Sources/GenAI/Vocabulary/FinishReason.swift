import Wire

/// Why a model stopped, whatever the provider calls it (dialects.md 3.3).
package enum FinishReason: UInt8, Sendable, BitwiseCopyable {
    case stop, length, toolCalls, contentFilter, error

    package var word: StaticString {
        switch self {
        case .stop: "stop"
        case .length: "length"
        case .toolCalls: "tool_calls"
        case .contentFilter: "content_filter"
        case .error: "error"
        }
    }

    /// The answer is there but not whole or not what was asked for. Not a failure.
    package var isDegraded: Bool { self == .length || self == .contentFilter }

    static func named(_ word: Text) -> FinishReason? {
        if word == "stop" { return .stop }
        return words[word.firstIndex(of: UInt8(ascii: ".")) == nil ? word : word.afterLast(UInt8(ascii: "."))]
    }

    /// Words run together are the names of .NET's enumeration (`ContentFilter`).
    private static let words = Words<FinishReason>(grouped: [
        (
            .stop,
            [
                "stop", "end_turn", "stop_sequence", "complete", "completed", "eos", "eos_token", "tool-complete", "finish_reason_stop",
                "endturn",
            ]
        ),
        (
            .length,
            [
                "length", "max_tokens", "model_context_window_exceeded", "pause_turn", "compaction", "max_output_tokens", "incomplete",
                "maxtokens",
            ]
        ),
        (.toolCalls, ["tool_calls", "tool_call", "tool_use", "function_call", "tool-calls", "toolcalls", "functioncall", "tooluse"]),
        (
            .contentFilter,
            [
                "content_filter", "content_filtered", "content-filter", "contentfilter", "guardrail_intervened", "refusal", "safety",
                "recitation",
                "blocklist", "prohibited_content", "spii", "image_safety", "error_toxic", "sensitive",
            ]
        ),
        (.error, ["error", "malformed_function_call", "unexpected_tool_call", "network_error", "failed"]),
    ])
}
