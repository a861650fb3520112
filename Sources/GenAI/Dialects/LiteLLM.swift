import OTLP
import Wire

/// LiteLLM's callbacks and proxy, both generations.
extension Dialect {
    /// Under a running trace the first generation writes its attributes on the caller's span, whoever's that is; then only the
    /// attributes give it away. Its raw request spans repeat the call as text: they stand for it only where nothing else does.
    static let liteLLM = Dialect(
        name: "litellm",
        scopes: ["litellm*"],
        probes: ["litellm.call_id", "hidden_params", "gen_ai.framework"],
        standing: .framework,
        keys: rawKeys,
        coversScope: false,
        sense: { facts, batch in
            if batch.name == "raw_gen_ai_request" { return .call(.chat) }
            if batch.name == "execute_guardrail" || facts.text(.operation) == "guardrail" { return .other }
            return nil
        },
        standingOf: { _, batch in
            if batch.name == "raw_gen_ai_request" { return .blob }
            return batch.scopeName.hasPrefix("litellm") ? .framework : .wrapper
        }
    )

    /// `llm.{provider}.{field}` of request and response, the response's field winning.
    private static let rawKeys: [(Fact, [String])] = {
        let providers = [
            "openai", "azure", "anthropic", "bedrock", "vertex_ai", "gemini", "mistral", "groq", "cohere", "ollama", "deepseek", "xai",
            "text-completion-openai", "openrouter", "together_ai", "fireworks_ai", "perplexity", "azure_ai", "bedrock_converse",
        ]
        func keys(_ fields: [String]) -> [String] { fields.flatMap { field in providers.map { "llm.\($0).\(field)" } } }
        return [
            (.responseID, keys(["id", "responseId"])), (.modelName, keys(["model", "modelVersion"])),
            (.usageText, keys(["usage", "usageMetadata"])), (.finishReason, keys(["stop_reason", "stopReason"])),
        ]
    }()
}
