import Wire

/// Log records that can be the only trace of a call (dialects.md 4.1).
enum RecordKind: Sendable {
    /// The conventions' event with everything a span has.
    case details
    /// One answered request of a command line agent.
    case request
    /// One failed request of a command line agent.
    case failure
    /// One event of a stream; only the last of them has counts.
    case streamEvent

    static func named(_ event: Text) -> (kind: RecordKind, dialect: Int)? { events[event] }

    private static let events = Words<(kind: RecordKind, dialect: Int)>(
        .matters,
        [
            ("gen_ai.client.inference.operation.details", (.details, Dialect.general)),
            ("claude_code.api_request", (.request, Dialect.index(of: .claudeCode))),
            ("claude_code.api_error", (.failure, Dialect.index(of: .claudeCode))),
            ("codex.sse_event", (.streamEvent, Dialect.index(of: .codex))),
            ("gemini_cli.api_response", (.request, Dialect.index(of: .geminiCLI))),
            ("gemini_cli.api_error", (.failure, Dialect.index(of: .geminiCLI))),
        ])
}
