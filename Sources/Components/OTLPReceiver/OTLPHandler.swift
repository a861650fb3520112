import OTLP
import Pipeline
import Transport
import Wire

/// Routes OTLP requests, hands them to the pipelines, and puts verdicts into the statuses of the specification.
struct OTLPHandler: IngestHandler, RefusalAnswering {
    let outlet: Outlet
    let budget: Budget
    let settings: OTLPReceiverSettings

    /// What is reserved for a body that does not say its length, until it is known.
    private static let unknownLengthBytes = 16 << 10

    func admit(_ head: RequestHead) -> Admission {
        let spoken = spoken(by: head)
        guard let target = head.isGRPC ? Target(method: head.path) : target(path: head.path) else {
            let message =
                head.isGRPC ? "unknown method \(head.path)" : "there is nothing here; OTLP is at /v1/traces, /v1/metrics and /v1/logs"
            return .refuse(.failure(404, head.isGRPC ? .unimplemented : .notFound, message, spoken))
        }
        guard head.method == "POST" else {
            var answer = Answer.failure(405, .unimplemented, "only POST is understood", spoken)
            answer.headers.append(("allow", "POST"))
            return .refuse(answer)
        }
        guard let tongue = tongue(of: head) else {
            let message = "the content type is none of application/x-protobuf, application/json and, on the gRPC port, application/grpc"
            return .refuse(.failure(415, .invalidArgument, message, spoken))
        }
        if case .export(let signal) = target, !outlet.serves(signal) {
            return .refuse(.failure(404, .unimplemented, "no pipeline takes \(signal.name) here", tongue))
        }
        guard let reservation = budget.reserve(head.contentLength ?? (head.isGRPC ? 0 : Self.unknownLengthBytes)) else {
            return .refuse(.busy(retryAfter: .seconds(1), tongue))
        }
        return .read(route: Route(target, tongue).number, grant: BudgetGrant(reservation: reservation))
    }

    func handle(_ request: IngestRequest, reply: @escaping @Sendable (Answer) -> Void) {
        let route = Route(number: request.route)
        guard case .export(let signal) = route.target else { return reply(Self.serving) }
        let reservation = (request.grant as? BudgetGrant)?.reservation
        switch protobuf(request, signal, route.tongue, reservation) {
        case .failure(let refused): reply(refused.answer)
        case .success(let body):
            outlet.submit(body, signal, reservation: reservation) { verdict in reply(.verdict(verdict, route.tongue, signal)) }
        }
    }

    func answer(to refusal: TransportRefusal, _ head: RequestHead?) -> Answer {
        let tongue = head.map(spoken) ?? .protobuf
        return switch refusal {
        case .bodyTooLarge:
            .failure(413, .resourceExhausted, "the body is larger than max_body (\(settings.limits.maxBodyBytes) bytes)", tongue)
        case .decompressedTooLarge:
            .failure(413, .resourceExhausted, "the inflated body is larger than max_decompressed or max_ratio allow", tongue)
        case .badCompression: .invalid("the body is not what its encoding says", tongue)
        case .unsupportedEncoding:
            .failure(415, tongue == .grpc ? .unimplemented : .invalidArgument, "the encoding is none of gzip, deflate, identity", tongue)
        case .noRoom: .busy(retryAfter: .seconds(1), tongue)
        case .headersTooLarge: .failure(431, .resourceExhausted, "the headers are too many or too long", tongue)
        case .timeout: .failure(408, .deadlineExceeded, "the request took too long to arrive", tongue)
        case .malformed, .tooManyConnections: .invalid("the request is malformed", tongue)
        }
    }

    // MARK: - Reading heads

    private func target(path: String) -> Target? {
        Signal.allCases.first { settings.paths[$0] == path }.map { .export($0) }
    }

    /// The encoding of a request; nil where it is not understood.
    private func tongue(of head: RequestHead) -> Tongue? {
        let name = head.header("content-type")?.prefix { $0 != ";" && $0 != " " }.lowercased() ?? ""
        if head.isGRPC { return name.hasPrefix("application/grpc") ? .grpc : nil }
        switch name {
        case "application/x-protobuf", "application/protobuf": return .protobuf
        case "application/json": return .json
        default: return nil
        }
    }

    /// How to answer a sender whose content type may not be understood.
    private func spoken(by head: RequestHead) -> Tongue { head.isGRPC ? .grpc : tongue(of: head) ?? .protobuf }

    // MARK: - Bodies

    /// The body as protobuf; OTLP/JSON is transcoded.
    private func protobuf(_ request: IngestRequest, _ signal: Signal, _ tongue: Tongue, _ reservation: Reservation?) -> Result<
        Bytes, Refused
    > {
        guard tongue == .json else { return .success(request.body) }
        do throws(JSONError) {
            let bytes = try request.body.withBytes { (text) throws(JSONError) in
                try JSONDecoding.protobuf(text, signal, limit: settings.limits.maxDecompressedBytes)
            }
            if let reservation, bytes.count > reservation.bytes, !reservation.grow(by: bytes.count - reservation.bytes) {
                return .failure(Refused(answer: .busy(retryAfter: .seconds(1), tongue)))
            }
            return .success(Bytes.copy(of: bytes))
        } catch {
            return .failure(Refused(answer: .invalid("\(error)", tongue)))
        }
    }

    /// An answer instead of a body.
    private struct Refused: Error {
        let answer: Answer
    }

    /// grpc.health.v1.HealthCheckResponse{status: SERVING}.
    private static let serving = Answer(200, body: [0x08, 0x01], grpc: GRPCStatus(code: 0))
}

/// The body's share of the memory budget.
struct BudgetGrant: BodyGrant {
    let reservation: Reservation

    func cover(_ bytes: Int) -> Bool { bytes <= reservation.bytes || reservation.grow(by: bytes - reservation.bytes) }
}
