/// A tool that a model could have called.
struct ToolDefinition: Sendable, Equatable {
    var name: String
    var description: String?
    /// The schema of its arguments.
    var parameters: JSONTree?

    /// Tools of one call; more than these are not read.
    private static let limit = 200

    static func all(in facts: SpanFacts) -> [ToolDefinition] {
        for source in ContentSource.tools {
            guard let found = source.tree(in: facts)?.tree.elements, !found.isEmpty else { continue }
            let tools = found.prefix(limit).compactMap { ToolDefinition($0.opened) }
            if !tools.isEmpty { return tools }
        }
        return []
    }

    private init?(_ tree: JSONTree) {
        let outer = (tree["tool"]?["json_schema"] ?? tree["json_schema"] ?? tree).opened
        let inner = outer.first(of: "function", "toolSpec", "functionDeclaration") ?? outer
        guard let name = inner["name"]?.string else { return nil }
        self.name = name
        description = inner["description"]?.string
        let schema = inner.first(of: "parameters", "inputSchema", "input_schema", "parametersJsonSchema")?.opened
        parameters = schema?["json"] ?? schema
    }
}

/// What one tool span did.
struct ToolRun: Sendable, Equatable {
    var name: String?
    var callID: String?
    var arguments: JSONTree?
    var result: JSONTree?

    /// Reads a tool span, whatever its SDK.
    init(_ facts: SpanFacts) {
        name = facts.first(of: ["gen_ai.tool.name", "tool.name", "ai.toolCall.name", "traceloop.entity.name"])?.string
        callID = facts.first(of: ["gen_ai.tool.call.id", "tool_call.id", "ai.toolCall.id"])?.string
        arguments =
            facts.first(of: [
                "gen_ai.tool.call.arguments", "gen_ai.tool.args", "ai.toolCall.args", "tool_arguments", "input.value",
                "langfuse.observation.input", "traceloop.entity.input", "mlflow.spanInputs", "gcp.vertex.agent.tool_call_args", "input",
            ])?.opened
        result =
            facts.first(of: [
                "gen_ai.tool.call.result", "ai.toolCall.result", "tool_response", "output.value", "langfuse.observation.output",
                "traceloop.entity.output", "mlflow.spanOutputs", "gcp.vertex.agent.tool_response", "output",
            ])?.opened
    }
}
