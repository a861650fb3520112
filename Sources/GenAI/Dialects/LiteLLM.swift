import OTLP
import Wire

/// LiteLLM's callbacks and proxy, both generations.
extension Dialect {
    /// Under a running trace the first generation writes its attributes on the caller's span, whoever's that is; then only the
    /// attributes give it away. Its raw request spans repeat the call as text: they stand for it only where nothing else does.
    static let liteLLM = Dialect(
        name: "litellm",
        scopes: ["litellm*"],
        probes: ["litellm.call_id", "hidden_params", "gen_ai.framework"] + raw(["messages", "input", "contents"]),
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

    /// Of request and response, the response's field winning. The primary span has the whole usage as the text of a Python dict.
    private static let rawKeys: [(Fact, [String])] = [
        (.responseID, raw(["id", "responseId"])), (.modelName, raw(["model", "modelVersion"])),
        (.usageText, ["metadata.usage_object"] + raw(["usage", "usageMetadata"])), (.finishReason, raw(["stop_reason", "stopReason"])),
    ]

    /// `llm.{provider}.{field}`
    private static func raw(_ fields: [String]) -> [String] {
        let providers = [
            "openai", "azure", "None", "Unknown", "anthropic", "bedrock", "vertex_ai", "gemini", "mistral", "groq", "cohere", "ollama",
            "deepseek", "xai",
            "text-completion-openai", "openrouter", "together_ai", "fireworks_ai", "perplexity", "azure_ai", "bedrock_converse",
        ]
        return fields.flatMap { field in providers.map { "llm.\($0).\(field)" } }
    }
}
