import OTLP
import Wire

/// Pydantic Logfire's own integrations.
extension Dialect {
    /// A stream is two spans: the request ends at the first byte and knows nothing; a log span of no length comes after the last.
    static let logfire = Dialect(
        name: "logfire",
        scopes: ["logfire.*"],
        keys: [(.duration, ["duration"]), (.requestText, ["request_data"])],
        sense: { facts, batch in
            if facts.text(.logfireType) == "log" { return nil }
            guard case .call(let operation)? = Sense.named(facts.text(.operation)) else { return nil }
            let isSilent = !facts.has(.input) && !facts.has(.output) && !facts.has(.responseID) && batch.status != 2
            return isSilent ? .repeats(operation) : .call(operation)
        }
    )

    /// OpenAI's Agents SDK seen by Logfire: tasks, turns and responses all carry `usage`; only the responses are calls.
    static let logfireAgents = Dialect(
        name: "logfire",
        scopes: ["logfire.openai_agents*"],
        standing: .framework,
        keys: [
            (.usageText, ["usage"]), (.responseID, ["response_id"]), (.errorMessage, ["error"]), (.conversation, ["group_id"]),
            (.requestText, ["request_data"]),
        ],
        sense: { facts, batch in
            if let sense = Sense.named(facts.text(.operation)) { return sense }
            // A failed response has a model and nothing else.
            if facts.has(.requestModel) { return .call(.chat) }
            let name = batch.name
            if name.hasPrefix("Function") || name.hasPrefix("MCP") { return .tool }
            if name.hasPrefix("Agent") { return .agent }
            return name.hasPrefix("Turn") || name.hasPrefix("Task") || name.hasPrefix("OpenAI Agents") ? .workflow : .other
        }
    )

    /// The application's own spans: GenAI only where they say so.
    static let logfireSpans = Dialect(name: "logfire", scopes: ["logfire"], standing: .wrapper, coversScope: false)
}
