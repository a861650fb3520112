import OTLP
import Wire

/// Pydantic Logfire's own integrations.
extension Dialect {
    /// A stream is two spans: the request ends at the first byte and knows nothing; a log span of no length comes after the last. Up to
    /// version 3 only the names and the logged request and answer say what a span is.
    static let logfire = Dialect(
        name: "logfire",
        scopes: ["logfire.*"],
        probes: ["request_data"],
        keys: [(.duration, ["duration"]), (.requestText, ["request_data"]), (.outputText, ["response_data"])],
        sense: { facts, batch in
            guard case .call(let operation)? = Sense.named(facts.text(.operation)) ?? logged(facts, batch.name) else { return nil }
            // No log follows on the Responses API's first form.
            if facts.text(.logfireType) == "log" || !facts.has(.operation) && !facts.has(.requestText) { return .call(operation) }
            let isSilent = !facts.has(.input) && !facts.has(.output) && !facts.has(.responseID) && !facts.has(.outputText)
            return isSilent && batch.status != 2 ? .repeats(operation) : .call(operation)
        }
    )

    /// `Chat Completion with {request_data[model]!r}`
    private static func logged(_ facts: borrowing Facts, _ name: Text) -> Sense? {
        guard facts.has(.requestText) || facts.has(.requestModel) else { return nil }
        if name.hasPrefix("Embedding") { return .call(.embeddings) }
        if name.hasPrefix("Completion with") { return .call(.textCompletion) }
        let answers =
            name.hasPrefix("Chat Completion") || name.hasPrefix("Message with") || name.hasPrefix("Responses API")
            || name.hasPrefix("streaming response from")
        return answers ? .call(.chat) : nil
    }

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
