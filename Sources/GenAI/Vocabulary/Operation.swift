import Wire

/// The operations that are billable calls, by their semantic convention names.
package enum Operation: UInt8, Sendable, BitwiseCopyable {
    case chat, textCompletion, generateContent, embeddings

    package var word: StaticString {
        switch self {
        case .chat: "chat"
        case .textCompletion: "text_completion"
        case .generateContent: "generate_content"
        case .embeddings: "embeddings"
        }
    }
}

/// What a span says it is, before its relatives are asked.
enum Sense: Equatable, Sendable {
    case call(Operation)
    case agent, workflow, tool, retrieval, other
    /// Repeats a call by what its dialect is: no relative need be found.
    case repeats(Operation)
    /// An agent with tokens of its own: a call if none is seen below it.
    case agentOrCall(Operation)

    /// The role it has if nothing else is known.
    var role: Role {
        switch self {
        case .call, .agentOrCall: .call
        case .repeats: .duplicate
        case .agent: .agent
        case .workflow: .workflow
        case .tool: .tool
        case .retrieval: .retrieval
        case .other: .other
        }
    }

    var operation: Operation? {
        switch self {
        case .call(let operation), .repeats(let operation), .agentOrCall(let operation): operation
        default: nil
        }
    }
}

extension Sense {
    /// All values of `gen_ai.operation.name` and its like that were seen in the field (dialects.md 1.3).
    static func named(_ word: Text) -> Sense? {
        if word == "chat" { return .call(.chat) }
        return words[word] ?? (word.containsIgnoringCase("_memory") ? .other : nil)
    }

    private static let words = Words<Sense>(grouped: [
        (
            .call(.chat),
            [
                "chat", "completion", "acompletion", "generate", "response", "responses", "aresponses", "chat.completions",
                "chat_completion", "llm_call", "llm_request", "realtime", "llm", "message", "messages", "generation", "model",
                "anthropic_messages", "text.completions", "chat_completions", "chat.completions_stream", "streaming_chat_completion",
                "chat_model", "decision",
            ]
        ),
        (.call(.textCompletion), ["text_completion", "text.completion", "atext_completion"]),
        (.call(.generateContent), ["generate_content", "agenerate_content", "generatecontent"]),
        (.call(.embeddings), ["embeddings", "embedding", "embed", "aembedding", "aembeddings"]),
        (.agent, ["invoke_agent", "create_agent", "agent_step", "agent_call", "agent"]),
        (
            .workflow,
            [
                "invoke_workflow", "invoke_node", "execute_task", "orchestrate_tools", "goto", "handoff", "handle_conversation_turn",
                "plan", "workflow", "task", "chain", "execute_event_loop_cycle", "turn", "interaction", "flow",
            ]
        ),
        (.tool, ["execute_tool", "tool.call", "tool_call", "tool", "function"]),
        (.retrieval, ["retrieval", "rerank", "reranker", "retriever", "retrieve", "vector_db_retrieve", "vectordb", "search"]),
        (
            .other,
            [
                "fetch_response", "compact_events", "guardrail", "guardrail_check", "evaluator", "evaluation", "prompt", "event", "span",
                "parser", "memory", "speech", "transcription", "image",
            ]
        ),
    ])
}
