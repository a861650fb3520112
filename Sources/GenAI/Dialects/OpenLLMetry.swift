import OTLP
import Wire

/// Traceloop's OpenLLMetry. Its scope names look like OpenTelemetry's own; these are the ones that are not.
extension Dialect {
    static let openLLMetry = Dialect(
        name: "openllmetry",
        scopes: [
            "opentelemetry.instrumentation.openai.v*", "opentelemetry.instrumentation.anthropic*", "opentelemetry.instrumentation.cohere*",
            "opentelemetry.instrumentation.mistralai*", "opentelemetry.instrumentation.ollama*", "opentelemetry.instrumentation.groq*",
            "opentelemetry.instrumentation.together*", "opentelemetry.instrumentation.replicate*", "opentelemetry.instrumentation.watsonx*",
            "opentelemetry.instrumentation.sagemaker*", "opentelemetry.instrumentation.transformers*",
            "opentelemetry.instrumentation.alephalpha*", "opentelemetry.instrumentation.voyageai*", "opentelemetry.instrumentation.writer*",
            "opentelemetry.instrumentation.mcp*", "@traceloop/instrumentation-*",
        ],
        probes: ["traceloop.span.kind", "gen_ai.is_streaming"],
        sense: traceloop
    )

    static let openLLMetryOfFrameworks = Dialect(
        name: "openllmetry",
        scopes: [
            "opentelemetry.instrumentation.langchain*", "opentelemetry.instrumentation.llamaindex*",
            "opentelemetry.instrumentation.openai_agents*", "opentelemetry.instrumentation.crewai*",
            "opentelemetry.instrumentation.haystack*", "opentelemetry.instrumentation.agno*", "@traceloop/instrumentation-langchain*",
            "@traceloop/instrumentation-llamaindex*",
        ],
        standing: .framework,
        sense: traceloop
    )

    /// Copies the Bedrock API's numbers, which leave cached tokens out, and adds the total up itself.
    static let openLLMetryOfBedrock = Dialect(
        name: "openllmetry",
        scopes: ["opentelemetry.instrumentation.bedrock*", "@traceloop/instrumentation-bedrock*"],
        exclusiveInput: .all,
        addsTotalItself: true,
        vendor: .bedrock,
        sense: traceloop
    )

    /// Reports Gemini's candidates as the output: thoughts are seen only as what the total has more.
    static let openLLMetryOfGoogle = Dialect(
        name: "openllmetry",
        scopes: ["opentelemetry.instrumentation.google_generativeai*", "opentelemetry.instrumentation.vertexai*"],
        exclusiveOutput: .google,
        sense: traceloop
    )

    /// Decorators of the SDK: functions of the application.
    static let traceloopDecorators = Dialect(
        name: "openllmetry", scopes: ["traceloop.tracer*", "@traceloop/node-server-sdk*"], standing: .wrapper, sense: traceloop)

    /// A span with a `traceloop.span.kind` is no call, unless it is a framework's task that has the operation and model of one: where the
    /// client is instrumented too, that is found inside.
    private static let traceloop: Rule<Sense?> = { facts, batch in
        let named = Sense.named(facts.text(.operation)) ?? Sense.named(facts.text(.requestType))
        if named?.role == .call, facts.has(.requestModel) { return named }
        guard facts.has(.traceloopKind) else {
            // `openai.response` of a broken stream has a model and no operation.
            guard named == nil, !facts.has(.operation), facts.has(.requestModel) else { return nil }
            return Sense.named(batch.name.afterLast(UInt8(ascii: ".")))
        }
        let kind = facts.text(.traceloopKind)
        if kind == "tool" { return .tool }
        if kind == "agent" { return .agent }
        return kind == "workflow" || kind == "task" ? .workflow : .other
    }
}
