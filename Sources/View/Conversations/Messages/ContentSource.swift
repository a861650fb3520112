/// A place where an SDK puts one side of a call (dialects.md 1.4, "content to redact", says who writes which).
enum ContentSource {
    /// One attribute, as structure, as JSON or as plain text.
    case attribute(String)
    /// Attributes with numbers in their names.
    case indexed(String)
    /// One message whose members stand in attributes of their own.
    case members([(name: String, attribute: String)])

    /// Where the messages that went in may stand; what tells most comes first.
    static let input: [ContentSource] = [
        .attribute("gen_ai.input.messages"), .indexed("llm.input_messages"), .indexed("gen_ai.prompt"), .attribute("gen_ai.prompt"),
        .attribute("ai.prompt.messages"), .attribute("ai.prompt"), .attribute("langfuse.observation.input"),
        .attribute("mlflow.spanInputs"), .attribute("gcp.vertex.agent.llm_request"), .attribute("raw_input"), .attribute("request_data"),
        .attribute("lmnr.span.input"), .attribute("genkit:input"), .indexed("llm.prompts"), .attribute("input.value"),
        .attribute("traceloop.entity.input"), .attribute("gen_ai.task.input"),
    ]

    /// Where the answer may stand.
    static let output: [ContentSource] = [
        .attribute("gen_ai.output.messages"), .indexed("llm.output_messages"), .indexed("gen_ai.completion"),
        .attribute("gen_ai.completion"),
        .members([
            ("reasoning", "ai.response.reasoning"), ("content", "ai.response.text"), ("tool_calls", "ai.response.toolCalls"),
            ("finish_reason", "ai.response.finishReason"),
        ]),
        .attribute("ai.response.object"), .attribute("langfuse.observation.output"), .attribute("mlflow.spanOutputs"),
        .attribute("gcp.vertex.agent.llm_response"), .attribute("response_data"), .attribute("response"), .attribute("lmnr.span.output"),
        .attribute("genkit:output"), .indexed("llm.choices"), .attribute("output.value"), .attribute("traceloop.entity.output"),
        .attribute("gen_ai.task.output"),
    ]

    static let system: [ContentSource] = [.attribute("gen_ai.system_instructions")]

    static let tools: [ContentSource] = [
        .attribute("gen_ai.tool.definitions"), .indexed("llm.tools"), .attribute("ai.prompt.tools"), .indexed("gen_ai.tool"),
        .indexed("llm.request.functions"), .attribute("gen_ai.request.tools"),
    ]

    /// What stands there, and whether the sender cut it off.
    func tree(in facts: SpanFacts) -> (tree: JSONTree, isCut: Bool)? {
        switch self {
        case .attribute(let key): return facts[key].map(Self.opened)
        case .indexed(let prefix): return facts.folded(prefix).map { ($0, false) }
        case .members(let members):
            let found = members.compactMap { member in facts[member.attribute].map { JSONTree.Member(member.name, $0) } }
            guard found.contains(where: { $0.key != "finish_reason" }) else { return nil }
            return (.object([JSONTree.Member("role", .text("assistant"))] + found), false)
        }
    }

    private static func opened(_ value: JSONTree) -> (tree: JSONTree, isCut: Bool) {
        switch value {
        case .text(let text):
            guard let first = text.utf8.first(where: { $0 > 0x20 }) else { return (value, false) }
            let begins = first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == UInt8(ascii: "\"")
            return begins ? JSONTree.read(text) ?? (value, false) : (value, false)
        case .list(let elements):
            // Some SDKs write a list of JSON texts.
            return (.list(elements.map(\.opened)), false)
        default: return (value, false)
        }
    }
}
