import OTLP
import Wire

/// Command line agents. Their keys are bare words, believed only here.
extension Dialect {
    /// Input, cache reads and cache writes are counted apart.
    static let claudeCode = Dialect(
        name: "claude_code",
        scopes: ["com.anthropic.claude_code*", "claude_code*"],
        standing: .client,
        keys: [
            (.requestModel, ["model"]), (.input, ["input_tokens"]), (.output, ["output_tokens"]),
            (.cacheRead, ["cache_read_tokens", "cache_read_input_tokens"]),
            (.cacheWrite, ["cache_creation_tokens", "cache_creation_input_tokens"]), (.cost, ["cost_usd"]),
            (.responseID, ["request_id"]), (.errorMessage, ["error"]), (.httpStatus, ["status_code"]), (.milliseconds, ["duration_ms"]),
        ],
        exclusiveInput: .all,
        vendor: .anthropic,
        sense: { facts, batch in
            let name = batch.name
            if name.hasSuffix("llm_request") || facts.text(.spanKind) == "llm_request" { return .call(.chat) }
            if name.hasPrefix("claude_code.tool") || facts.text(.spanKind) == "tool" { return .tool }
            return name.hasSuffix("interaction") ? .workflow : .other
        }
    )

    static let codex = Dialect(
        name: "codex",
        scopes: ["codex*"],
        keys: [
            (.requestModel, ["model"]), (.input, ["input_token_count"]), (.output, ["output_token_count"]),
            (.cacheRead, ["cached_token_count"]), (.cacheWrite, ["cache_write_token_count"]),
            (.reasoning, ["reasoning_token_count"]), (.errorMessage, ["error.message"]), (.spanKind, ["event.kind"]),
            (.milliseconds, ["duration_ms"]),
        ],
        vendor: .openAI,
        coversScope: false
    )

    /// Candidates and thoughts are counted apart.
    static let geminiCLI = Dialect(
        name: "gemini_cli",
        scopes: ["gemini-cli*", "gemini_cli*"],
        keys: [
            (.requestModel, ["model"]), (.input, ["input_token_count"]), (.output, ["output_token_count"]),
            (.cacheRead, ["cached_content_token_count"]), (.reasoning, ["thoughts_token_count"]), (.total, ["total_token_count"]),
            (.errorMessage, ["error", "error.message"]), (.errorType, ["error_type"]), (.httpStatus, ["status_code"]),
            (.milliseconds, ["duration_ms"]),
        ],
        exclusiveOutput: .all,
        vendor: .gemini
    )
}
