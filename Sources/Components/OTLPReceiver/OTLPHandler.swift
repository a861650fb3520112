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
        guard let signal = signal(head.path) else {
            return .refuse(.otlp(404, code: .notFound, "there is nothing at this path; OTLP is at /v1/traces, /v1/metrics and /v1/logs", spoken(head)))
        }
        guard head.method == "POST" else {
            var answer = Answer.otlp(405, code: .unimplemented, "only POST is understood", spoken(head))
            answer.headers.append(("allow", "POST"))
            return .refuse(answer)
        }
        guard let media = MediaType(head.header("content-type")) else {
            return .refuse(.otlp(415, code: .invalidArgument, "the content type is neither application/x-protobuf nor application/json", spoken(head)))
        }
        guard outlet.serves(signal) else {
            return .refuse(.otlp(404, code: .unimplemented, "no pipeline takes \(signal.name) here", spoken(head)))
        }
        guard let reservation = budget.reserve(head.contentLength ?? Self.unknownLengthBytes) else {
            return .refuse(.busy(retryAfter: .seconds(1), spoken(head)))
        }
        return .read(route: Route(signal: signal, media: media).number, grant: BudgetGrant(reservation: reservation))
    }

    func handle(_ request: IngestRequest, reply: @escaping @Sendable (Answer) -> Void) {
        let route = Route(number: request.route)
        let reservation = (request.grant as? BudgetGrant)?.reservation
        switch protobuf(request, route, reservation) {
        case .failure(let answer): reply(answer.answer)
        case .success(let body):
            outlet.submit(body, route.signal, reservation: reservation) { verdict in reply(.verdict(verdict, route.media, route.signal)) }
        }
    }

    /// The body as protobuf; OTLP/JSON is transcoded.
    private func protobuf(_ request: IngestRequest, _ route: Route, _ reservation: Reservation?) -> Result<Bytes, Refused> {
        guard route.media == .json else { return .success(request.body) }
        do throws(JSONError) {
            let bytes = try request.body.withBytes { (text) throws(JSONError) in
                try JSONDecoding.protobuf(text, route.signal, limit: settings.limits.maxDecompressedBytes)
            }
            if let reservation, bytes.count > reservation.bytes, !reservation.grow(by: bytes.count - reservation.bytes) {
                return .failure(Refused(answer: .busy(retryAfter: .seconds(1), route.media)))
            }
            return .success(Bytes.copy(of: bytes))
        } catch {
            return .failure(Refused(answer: .otlp(400, code: .invalidArgument, "\(error)", route.media)))
        }
    }

    /// An answer instead of a body.
    private struct Refused: Error {
        let answer: Answer
    }

    func answer(to refusal: TransportRefusal, _ head: RequestHead?) -> Answer {
        switch refusal {
        case .bodyTooLarge: .otlp(413, code: .resourceExhausted, "the body is larger than max_body", spoken(head))
        case .decompressedTooLarge: .otlp(413, code: .resourceExhausted, "the inflated body is larger than max_decompressed or max_ratio allow", spoken(head))
        case .badCompression: .otlp(400, code: .invalidArgument, "the body is not what its content-encoding says", spoken(head))
        case .unsupportedEncoding: .otlp(415, code: .invalidArgument, "the content-encoding is none of gzip, deflate, identity", spoken(head))
        case .noRoom: .busy(retryAfter: .seconds(1), spoken(head))
        case .headersTooLarge: .otlp(431, code: .resourceExhausted, "the headers are too many or too long", spoken(head))
        case .timeout: .otlp(408, code: .deadlineExceeded, "the request took too long to arrive", spoken(head))
        case .malformed, .tooManyConnections: .otlp(400, code: .invalidArgument, "the request is malformed", spoken(head))
        }
    }

    /// The encoding that the sender speaks, for answers before its content type was looked at.
    private func spoken(_ head: RequestHead?) -> MediaType { MediaType(head?.header("content-type")) ?? .protobuf }

    private func signal(_ path: String) -> Signal? { Signal.allCases.first { settings.paths[$0] == path } }
}

/// The body's share of the memory budget.
struct BudgetGrant: BodyGrant {
    let reservation: Reservation

    func cover(_ bytes: Int) -> Bool { bytes <= reservation.bytes || reservation.grow(by: bytes - reservation.bytes) }
}

/// What a request's path and content type said, as it travels through the transport.
struct Route {
    let signal: Signal
    let media: MediaType

    var number: Int { Int(signal.rawValue) << 1 | (media == .json ? 1 : 0) }

    init(signal: Signal, media: MediaType) {
        self.signal = signal
        self.media = media
    }

    init(number: Int) {
        signal = Signal(rawValue: UInt8(truncatingIfNeeded: number >> 1)) ?? .traces
        media = number & 1 == 1 ? .json : .protobuf
    }
}
