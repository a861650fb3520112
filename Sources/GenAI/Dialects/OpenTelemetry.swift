/// OpenTelemetry's own instrumentations, and whoever follows the semantic conventions. The first entry is also what an unknown
/// instrumentation speaks until it proves otherwise.
extension Dialect {
    static let conventions = Dialect(
        name: "opentelemetry",
        scopes: [
            "opentelemetry.instrumentation.genai.*", "opentelemetry.instrumentation.google_genai*",
            "opentelemetry.instrumentation.openai_v2",
            "openrouter*", "livekit-agents*", "flue*",
        ],
        exclusiveInput: .bedrock
    )

    /// Official instrumentations of frameworks: what they see, an SDK below may have said too.
    static let conventionsOfFrameworks = Dialect(
        name: "opentelemetry",
        scopes: ["opentelemetry.instrumentation.genai.langchain*", "opentelemetry.instrumentation.genai.openai_agents*"],
        standing: .framework
    )

    /// botocore also instruments services that have no models; the Bedrock API counts cached tokens apart.
    static let botocore = Dialect(
        name: "opentelemetry",
        scopes: ["opentelemetry.instrumentation.botocore*", "@opentelemetry/instrumentation-*", "io.opentelemetry.*"],
        exclusiveInput: .bedrock,
        coversScope: false
    )

    /// Spans that a provider's SDK writes about itself. Mistral's are named after the operation ids of its API.
    static let nativeSDK = Dialect(
        name: "native_sdk",
        scopes: ["com.anthropic.sdk.*", "com.openai.sdk.*", "mistralai_sdk_tracer*"],
        standing: .native,
        keys: [
            (.errorMessage, ["mistral_ai.error.message"]), (.errorCode, ["mistral_ai.error.code"]),
            (.total, ["mistral_ai.request.total_tokens"]),
        ],
        coversScope: false,
        sense: { facts, batch in
            guard batch.scopeName.hasPrefix("mistralai"), !facts.has(.operation) else { return nil }
            let name = batch.name
            if name.hasPrefix("embeddings") { return .call(.embeddings) }
            let answers =
                name.hasPrefix("chat_completion") || name.hasPrefix("stream_chat") || name.hasPrefix("fim_completion")
                || name.hasPrefix("stream_fim") || name.hasPrefix("agents_completion") || name.hasPrefix("stream_agents")
            return answers ? .call(.chat) : .other
        }
    )
}
