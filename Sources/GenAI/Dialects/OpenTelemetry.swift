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

    /// Spans that a provider's SDK writes about itself.
    static let nativeSDK = Dialect(
        name: "native_sdk",
        scopes: ["com.anthropic.sdk.*", "com.openai.sdk.*"],
        standing: .native,
        coversScope: false
    )
}
