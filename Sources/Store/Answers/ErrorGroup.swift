/// The Errors page.
package struct ErrorReport: Sendable, Equatable {
    package var requests: [ErrorGroup]
    package var tools: [ErrorGroup]
    /// Answers that were cut or filtered: not failures.
    package var degraded: [ErrorGroup]
    /// Failures of requests in the range, those of groups beyond the limit included.
    package var total: Int64
}

/// Failures that look alike: same class, operation, model, service, and message once digits, ids and quotes are taken out.
package struct ErrorGroup: Sendable, Equatable {
    package var id: Int64
    package var errorClass: String
    /// The raw `error.type`.
    package var errorType: String?
    package var operation: String
    package var model: String
    package var service: String
    package var environment: String
    package var tool: String?
    /// A message of the group as it was sent.
    package var message: String?
    package var count: Int64
    package var share: Double
    package var recovered: Int64
    package var firstSeen: Int64
    package var lastSeen: Int64
    package var conversations: Int64
    package var spark: [Int64?]
    /// The newest three.
    package var examples: [SpanAddress]
}
