import OTLP
import Transport

/// Every refusal in the words of the protocol that the sender speaks. The statuses are those of the OTLP specification, "Failures".
extension OTLPHandler {
    static let retryAfter = Duration.seconds(1)

    func answer(to refusal: TransportRefusal, _ head: RequestHead?) -> Answer {
        let answer = plainAnswer(to: refusal, head)
        refusals.note(answer)
        return settings.cors.marked(answer, for: head)
    }

    private func plainAnswer(to refusal: TransportRefusal, _ head: RequestHead?) -> Answer {
        let tongue = spoken(by: head)
        return switch refusal {
        case .unauthenticated: unauthenticated(tongue)
        case .notFound: notFound(head, tongue)
        case .methodNotAllowed: methodNotAllowed(tongue)
        case .unsupportedMediaType:
            .failure(
                415, .invalidArgument, "the content type is none of application/x-protobuf, application/json, application/grpc", tongue)
        case .unsupportedEncoding:
            .failure(415, tongue == .grpc ? .unimplemented : .invalidArgument, "the encoding is none of gzip, deflate, identity", tongue)
        case .headersTooLarge: .failure(431, .resourceExhausted, "the headers are too many or too long", tongue)
        case .bodyTooLarge:
            .failure(413, .resourceExhausted, "the body is larger than max_body (\(settings.limits.maxBodyBytes) bytes)", tongue)
        case .decompressedTooLarge:
            .failure(413, .resourceExhausted, "the inflated body is larger than max_decompressed or max_ratio allow", tongue)
        case .noRoom: .busy(retryAfter: Self.retryAfter, tongue)
        case .timeout: .failure(408, .deadlineExceeded, "the request took too long to arrive", tongue)
        default: .invalid(words(for: refusal), tongue)
        }
    }

    /// What is wrong with a request that cannot be read.
    private func words(for refusal: TransportRefusal) -> String {
        switch refusal {
        case .badCompression: "the body is not what its encoding says"
        case .badFraming: "the message's length prefix and its bytes do not agree"
        case .severalMessages: "the call has several messages, but Export takes one"
        case .flagWithoutEncoding: "the message is flagged as compressed, but there is no grpc-encoding"
        case .missingTrailers: "te: trailers is missing: something on the way does not speak gRPC"
        case .badTimeout: "grpc-timeout is not a number with a unit"
        default: "the request is malformed"
        }
    }

    private func unauthenticated(_ tongue: Tongue) -> Answer {
        var answer = Answer.failure(401, .unauthenticated, "credentials are missing or wrong", tongue)
        if let challenge = settings.credentials?.challenge { answer.headers.append(("www-authenticate", challenge)) }
        return answer
    }

    private func notFound(_ head: RequestHead?, _ tongue: Tongue) -> Answer {
        // A path is the sender's own text: short, and without what would break a line.
        let path = String(decoding: (head?.path ?? "").utf8.prefix(100).map { $0 > 32 && $0 < 127 ? $0 : 63 }, as: UTF8.self)
        if tongue == .grpc { return .failure(404, .unimplemented, "nothing serves \(path) here", tongue) }
        let served = Signal.allCases.filter(outlet.serves).compactMap { settings.paths[$0] }
        return .failure(404, .notFound, "nothing is at \(path); OTLP is received at \(served.joined(separator: ", "))", tongue)
    }

    private func methodNotAllowed(_ tongue: Tongue) -> Answer {
        var answer = Answer.failure(405, .unimplemented, "only POST is understood", tongue)
        answer.headers.append(("allow", "POST"))
        return answer
    }
}
