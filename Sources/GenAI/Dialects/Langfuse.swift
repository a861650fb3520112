import OTLP
import Wire

/// Langfuse's SDK: `langfuse.observation.type` says what a span is; counts and costs are JSON.
extension Dialect {
    static let langfuse = Dialect(
        name: "langfuse",
        scopes: ["langfuse*"],
        probes: ["langfuse.observation.type"],
        standing: .framework,
        keys: [
            (.outputText, ["langfuse.observation.output"]),
            (.finishReason, ["langfuse.observation.metadata.finish_reason"]),
        ],
        sense: { facts, _ in
            let type = facts.text(.langfuseType)
            // Early 3.x releases wrote `span` on generations too.
            if type == "span" { return facts.has(.modelName) || facts.has(.usageText) ? .call(.chat) : .other }
            return Sense.named(type)
        },
        // Its wrapper of OpenAI's client is another instrumentation than its callbacks of frameworks.
        standingOf: { _, batch in batch.name == "OpenAI-generation" ? .client : .framework }
    )
}
