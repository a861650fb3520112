import OTLP
import Pipeline
import Transport

/// Codes of google.rpc.Code that OTLP answers carry.
enum RPCCode: Int32 {
    case ok = 0
    case invalidArgument = 3
    case deadlineExceeded = 4
    case notFound = 5
    case resourceExhausted = 8
    case unimplemented = 12
    case unavailable = 14
    case unauthenticated = 16
}

/// What a sender speaks: how its answers are written.
enum Tongue: Sendable {
    case protobuf, json, grpc

    var contentType: String { self == .json ? "application/json" : "application/x-protobuf" }
}

extension Answer {
    /// A failure: a google.rpc.Status as the body, or in gRPC's trailers (OTLP specification, "Failures").
    static func failure(_ status: Int, _ code: RPCCode, _ message: String, _ tongue: Tongue, details: [StatusDetail] = []) -> Answer {
        let body = OTLP.Status(code: code.rawValue, message: message, details: details)
        let grpc = GRPCStatus(code: Int(code.rawValue), message: message, details: details.isEmpty ? [] : body.encoded())
        return Answer(
            status, headers: [("content-type", tongue.contentType)], body: tongue == .json ? body.json() : body.encoded(), grpc: grpc)
    }

    /// No room now: Retry-After, or RetryInfo in gRPC (OTLP specification, "Throttling").
    static func busy(retryAfter: Duration, _ tongue: Tongue) -> Answer {
        var answer = failure(503, .unavailable, "no room now", tongue, details: [.retry(after: retryAfter)])
        answer.headers.append(("retry-after", String(max(1, retryAfter.components.seconds))))
        return answer
    }

    /// It cannot be read; sending it again is of no use.
    static func invalid(_ message: String, _ tongue: Tongue) -> Answer {
        failure(400, .invalidArgument, message, tongue, details: [.badRequest(field: "body", description: message)])
    }

    /// An Export…ServiceResponse, or why there is none.
    static func verdict(_ verdict: Verdict, _ tongue: Tongue, _ signal: Signal) -> Answer {
        switch verdict {
        case .accepted(let refusal):
            let partial = PartialSuccess(rejected: Int64(refusal?.items ?? 0), message: refusal?.message ?? "")
            let body = tongue == .json ? partial.responseJSON(signal) : partial.response()
            return Answer(200, headers: [("content-type", tongue.contentType)], body: body, grpc: GRPCStatus(code: 0))
        case .busy(let retryAfter): return busy(retryAfter: retryAfter, tongue)
        case .invalid(let message): return invalid(message, tongue)
        }
    }
}
