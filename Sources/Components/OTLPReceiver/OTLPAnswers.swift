import OTLP
import Pipeline
import Transport
import Wire

/// Codes of google.rpc.Code that OTLP answers carry.
enum RPCCode: Int {
    case invalidArgument = 3
    case deadlineExceeded = 4
    case notFound = 5
    case resourceExhausted = 8
    case unimplemented = 12
    case unavailable = 14
}

extension Answer {
    /// A failure with a google.rpc.Status as its body (OTLP specification, "Failures").
    static func otlp(_ status: Int, code: RPCCode, _ message: String, _ media: MediaType) -> Answer {
        switch media {
        case .protobuf:
            var writer = WireWriter()
            writer.field(1, varint: UInt64(code.rawValue))
            writer.field(2, string: message)
            return Answer(status, headers: [("content-type", media.name)], body: writer.bytes)
        case .json:
            let text = "{\"code\":\(code.rawValue),\"message\":\(quoted(message))}"
            return Answer(status, headers: [("content-type", media.name)], body: Array(text.utf8))
        }
    }

    /// No room now (OTLP specification, "OTLP/HTTP Throttling").
    static func busy(retryAfter: Duration, _ media: MediaType) -> Answer {
        var answer = otlp(503, code: .unavailable, "no room now", media)
        answer.headers.append(("retry-after", String(max(1, retryAfter.components.seconds))))
        return answer
    }

    /// An Export…ServiceResponse, which has the same fields for the three signals but for the name of one.
    static func verdict(_ verdict: Verdict, _ media: MediaType, _ signal: Signal) -> Answer {
        switch verdict {
        case .accepted(let refusal): Answer(200, headers: [("content-type", media.name)], body: response(refusal, media, signal))
        case .busy(let retryAfter): busy(retryAfter: retryAfter, media)
        case .invalid(let message): otlp(400, code: .invalidArgument, message, media)
        }
    }

    private static func response(_ refusal: Refusal?, _ media: MediaType, _ signal: Signal) -> [UInt8] {
        switch media {
        case .protobuf:
            guard let refusal else { return [] }
            var writer = WireWriter()
            writer.field(1) { partial in
                partial.field(1, int: Int64(refusal.items))
                partial.field(2, string: refusal.message)
            }
            return writer.bytes
        case .json:
            guard let refusal else { return Array("{}".utf8) }
            let name =
                switch signal {
                case .traces: "rejectedSpans"
                case .metrics: "rejectedDataPoints"
                case .logs: "rejectedLogRecords"
                }
            let text = "{\"partialSuccess\":{\"\(name)\":\"\(refusal.items)\",\"errorMessage\":\(quoted(refusal.message))}}"
            return Array(text.utf8)
        }
    }

    /// A JSON string; our messages hold no control characters.
    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
