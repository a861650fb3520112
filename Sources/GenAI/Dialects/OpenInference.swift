import OTLP
import Wire

/// Arize's OpenInference: `openinference.span.kind` says what a span is, `llm.*` what it knows.
extension Dialect {
    static let openInference = Dialect(
        name: "openinference",
        scopes: ["openinference.instrumentation.*", "@arizeai/openinference-*"],
        probes: ["openinference.span.kind"],
        sense: openInferenceSense
    )

    static let openInferenceOfFrameworks = Dialect(
        name: "openinference",
        scopes: [
            "openinference.instrumentation.langchain*", "openinference.instrumentation.llama_index*",
            "openinference.instrumentation.smolagents*", "openinference.instrumentation.openai_agents*",
            "openinference.instrumentation.crewai*", "openinference.instrumentation.dspy*", "openinference.instrumentation.haystack*",
            "openinference.instrumentation.agno*", "openinference.instrumentation.autogen*", "openinference.instrumentation.beeai*",
            "openinference.instrumentation.google_adk*", "openinference.instrumentation.pydantic_ai*",
            "openinference.instrumentation.instructor*", "openinference.instrumentation.guardrails*",
            "openinference.instrumentation.litellm*", "openinference.instrumentation.strands*",
            "@arizeai/openinference-instrumentation-langchain*",
        ],
        standing: .framework,
        sense: openInferenceSense
    )

    /// The run of the command line tool is the only span with tokens, and they leave cached ones out.
    static let openInferenceOfClaudeAgent = Dialect(
        name: "openinference",
        scopes: ["openinference.instrumentation.claude_agent_sdk*"],
        standing: .wrapper,
        exclusiveInput: .all,
        addsTotalItself: true,
        vendor: .anthropic,
        sense: { facts, batch in
            let isRun = facts.text(.openInferenceKind) == "AGENT"
            return isRun && facts.has(.output) ? .agentOrCall(.chat) : openInferenceSense(facts, batch)
        }
    )

    private static let openInferenceSense: Rule<Sense?> = { facts, batch in
        guard let sense = kinds[facts.text(.openInferenceKind)] else { return nil }
        switch sense {
        case .call:
            if !facts.has(.input), !facts.has(.output), preparesOnly(batch.name) { return .other }
            // With the conventions switched on, one span speaks both ways; the conventions' operation is finer.
            if case .call(let operation)? = Sense.named(facts.text(.operation)) { return .call(operation) }
            return sense
        case .agent:
            // LangChain runs are "agents" if their name says so, models among them.
            return facts.has(.modelName) && facts.has(.output) ? .agentOrCall(.chat) : .agent
        default: return sense
        }
    }

    private static let kinds = Words<Sense>(
        .matters,
        [
            ("LLM", .call(.chat)), ("EMBEDDING", .call(.embeddings)), ("DECISION", .call(.chat)), ("CHAIN", .workflow), ("AGENT", .agent),
            ("TOOL", .tool), ("RETRIEVER", .retrieval), ("RERANKER", .retrieval), ("GUARDRAIL", .other), ("EVALUATOR", .other),
            ("PROMPT", .other), ("UNKNOWN", .other),
        ])

    /// LlamaIndex marks methods as LLM that only get a call ready: `OpenAI._prepare_chat_with_tools`.
    private static func preparesOnly(_ name: Text) -> Bool {
        let method = name.afterLast(UInt8(ascii: "."))
        guard method.count < name.count else { return false }
        return method.containsIgnoringCase("prepare") || method.containsIgnoringCase("get_tool_calls")
            || method.containsIgnoringCase("count_tokens")
    }
}
