/// Why a GenAI span failed: the values of `weir.error.class`.
package enum ErrorClass: UInt8, CaseIterable, Sendable, BitwiseCopyable {
    case rateLimited, quotaExhausted, overloaded, timeout, authentication, permission, contextLengthExceeded, contentFiltered
    case invalidRequest, notFound, serverError, connection, cancelled, outputInvalid, toolError, limitExceeded, other

    /// What tells more comes first: a class that several witnesses of one failure disagree about is the first of theirs.
    static let byTelling: [ErrorClass] = [
        .quotaExhausted, .contextLengthExceeded, .contentFiltered, .cancelled, .overloaded, .timeout, .authentication, .permission,
        .notFound,
        .connection, .limitExceeded, .outputInvalid, .rateLimited, .toolError, .invalidRequest, .serverError, .other,
    ]

    /// Whether this says more about a failure than `other`.
    func tellsMore(than other: ErrorClass) -> Bool {
        guard self != other else { return false }
        return ErrorClass.byTelling.first { $0 == self || $0 == other } == self
    }

    package var word: StaticString {
        switch self {
        case .rateLimited: "rate_limited"
        case .quotaExhausted: "quota_exhausted"
        case .overloaded: "overloaded"
        case .timeout: "timeout"
        case .authentication: "authentication"
        case .permission: "permission"
        case .contextLengthExceeded: "context_length_exceeded"
        case .contentFiltered: "content_filtered"
        case .invalidRequest: "invalid_request"
        case .notFound: "not_found"
        case .serverError: "server_error"
        case .connection: "connection"
        case .cancelled: "cancelled"
        case .outputInvalid: "output_invalid"
        case .toolError: "tool_error"
        case .limitExceeded: "limit_exceeded"
        case .other: "other"
        }
    }
}
