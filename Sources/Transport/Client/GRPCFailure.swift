/// Why there is no answer. All of them are troubles on the way, not verdicts of the backend.
package enum GRPCFailure: Error, Equatable, CustomStringConvertible {
    /// No connection could be made; the next try to make one is not before `retryAfter`.
    case unreachable(String, retryAfter: Duration)
    /// The connection ended while the call was under way; the backend may have seen it.
    case lost(String)
    /// The backend reset the stream, with the HTTP/2 error code that it gave.
    case reset(String)
    /// The backend says that it did not begin with it (GOAWAY, REFUSED_STREAM).
    case notProcessed
    case deadlineExceeded
    /// It is no answer of a gRPC server.
    case malformed(String)
    /// The answer is larger than we take.
    case tooLarge(limitBytes: Int)
    /// The caller gave up, or the client is closed.
    case cancelled

    package var description: String {
        switch self {
        case .unreachable(let why, _): "no connection: \(why)"
        case .lost(let why): "the connection ended: \(why)"
        case .reset(let code): "the backend reset the call: \(code)"
        case .notProcessed: "the backend is closing the connection"
        case .deadlineExceeded: "no answer in time"
        case .malformed(let what): "not a gRPC answer: \(what)"
        case .tooLarge(let limit): "the answer is over \(limit) bytes"
        case .cancelled: "cancelled"
        }
    }
}
