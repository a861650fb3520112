import OTLP
import Wire

/// LangSmith's exporter: prompts say `chat` and retrievers `embeddings`, so its own kind is asked first.
extension Dialect {
    static let langSmith = Dialect(
        name: "langsmith",
        scopes: ["langsmith*"],
        probes: ["langsmith.span.kind"],
        standing: .framework,
        keys: [
            (.usageText, ["langsmith.metadata.usage_metadata"]), (.requestText, ["gen_ai.prompt"]), (.outputText, ["gen_ai.completion"]),
        ],
        sense: { facts, _ in
            guard facts.has(.spanKind) else { return nil }
            let kind = facts.text(.spanKind)
            if kind.equalsIgnoringCase("llm") {
                if case .call(let operation)? = Sense.named(facts.text(.operation)) { return .call(operation) }
                return .call(.chat)
            }
            return Sense.named(kind) ?? .other
        }
    )
}
