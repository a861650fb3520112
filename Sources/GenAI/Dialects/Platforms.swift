import OTLP
import Wire

/// SDKs of observability platforms that name a span's kind in a key of their own and otherwise follow the conventions.
extension Dialect {
    /// Its instrumentations have the bare names of libraries as scopes, and copy the numbers of the provider's API.
    static let agentOps = Dialect(
        name: "agentops", scopes: ["agentops*"], probes: ["agentops.span.kind", "instrumentation.name"], standing: .framework,
        exclusiveInput: .anthropic, addsTotalItself: true)

    static let laminar = Dialect(name: "laminar", scopes: ["lmnr*"], probes: ["lmnr.span.type"], standing: .framework)

    /// `@observe` copies model, response id and usage of what it wraps; SDK numbers as they came.
    static let last9 = Dialect(
        name: "last9",
        scopes: ["last9_genai*"],
        probes: ["gen_ai.l9.span.kind"],
        standing: .wrapper,
        exclusiveInput: .anthropic,
        sense: { facts, _ in
            guard facts.has(.spanKind) else { return nil }
            return Sense.named(facts.text(.spanKind)) ?? .other
        }
    )

    static let genkit = Dialect(
        name: "genkit",
        scopes: ["genkit*"],
        probes: ["genkit:metadata:subtype"],
        standing: .framework,
        keys: [(.requestModel, ["genkit:name"]), (.outputText, ["genkit:output"])],
        sense: { facts, _ in facts.text(.spanKind) == "model" ? .call(.chat) : nil }
    )

    static let voltAgent = Dialect(
        name: "voltagent", scopes: ["voltagent*", "@voltagent/*"], probes: ["voltagent.conversation_id"], standing: .framework)
}
