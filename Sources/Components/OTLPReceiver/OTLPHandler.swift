import OTLP
import Pipeline
import Transport
import Wire

/// Routes OTLP requests, hands them to the pipelines, and puts verdicts into the statuses of the specification.
struct OTLPHandler: IngestHandler, RefusalAnswering {
    let outlet: Outlet
    let budget: Budget
    let settings: OTLPReceiverSettings
    let counts: TransportCounts
    let refusals: RefusedRequests

    /// What is reserved for a body that does not say its length, until it is known.
    private static let unknownLengthBytes = 16 << 10

    func greet() -> any IngestConnection { Sender() }

    func admit(_ head: RequestHead, from connection: any IngestConnection) -> Admission {
        if !head.isGRPC, let answer = settings.cors.preflight(head) { return .refuse(answer) }
        let target = target(of: head)
        if let credentials = settings.credentials, !isOpen(target), !credentials.admit(head.header("authorization")) {
            return refuse(.unauthenticated, head)
        }
        guard let target else { return refuse(.notFound, head) }
        guard head.method == "POST" else { return refuse(.methodNotAllowed, head) }
        guard let tongue = tongue(of: head) else { return refuse(.unsupportedMediaType, head) }
        if case .export(let signal) = target, !outlet.serves(signal) { return refuse(.notFound, head) }
        let length = head.contentLength ?? (head.isGRPC ? 0 : Self.unknownLengthBytes)
        guard let reservation = budget.reserve(length, for: connection as? Sender) else { return refuse(.noRoom, head) }
        return .read(route: Route(target, tongue).number, grant: BudgetGrant(reservation: reservation))
    }

    func handle(_ request: IngestRequest, reply: @escaping @Sendable (Answer) -> Void) {
        let route = Route(number: request.route)
        guard case .export(let signal) = route.target else { return reply(HealthCheck.answer(request.body)) }
        let reservation = (request.grant as? BudgetGrant)?.reservation
        let (cors, head) = (settings.cors, request.head)
        switch protobuf(request, signal, route.tongue, reservation) {
        case .failure(let refused):
            refusals.note(refused.answer)
            reply(cors.marked(refused.answer, for: head))
        case .success(let body):
            outlet.submit(body, signal, reservation: reservation) { [refusals] verdict in
                let answer = Answer.verdict(verdict, route.tongue, signal)
                refusals.note(answer)
                reply(cors.marked(answer, for: head))
            }
        }
    }

    private func refuse(_ refusal: TransportRefusal, _ head: RequestHead) -> Admission {
        counts.refuse(refusal)
        return .refuse(answer(to: refusal, head))
    }

    // MARK: - Reading heads

    private func target(of head: RequestHead) -> Target? {
        if head.isGRPC { return Target(method: head.path) }
        return Signal.allCases.first { settings.paths[$0] == head.path }.map { .export($0) }
    }

    /// Whether it asks for no credentials. Probes of health have none to show, and learn nothing else.
    private func isOpen(_ target: Target?) -> Bool {
        if case .health = target { return true }
        return false
    }

    /// The encoding of a request; nil where it is not understood.
    private func tongue(of head: RequestHead) -> Tongue? {
        if head.isGRPC { return .grpc }
        let type = head.header("content-type")
        // As nearly all write it.
        if type == "application/x-protobuf" { return .protobuf }
        switch type?.prefix(while: { $0 != ";" && $0 != " " }).lowercased() {
        case "application/x-protobuf", "application/protobuf": return .protobuf
        case "application/json": return .json
        default: return nil
        }
    }

    /// How to answer a sender whose content type may not be understood.
    func spoken(by head: RequestHead?) -> Tongue { head.flatMap(tongue) ?? .protobuf }

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
                counts.refuse(.noRoom)
                return .failure(Refused(answer: .busy(retryAfter: Self.retryAfter, tongue)))
            }
            return .success(Bytes.copy(of: bytes))
        } catch {
            counts.refuse(.badJSON)
            return .failure(Refused(answer: .invalid(request.body.withBytes { error.description(in: $0) }, tongue)))
        }
    }

    /// An answer instead of a body.
    private struct Refused: Error {
        let answer: Answer
    }
}

extension Sender: IngestConnection {}

/// The body's share of the memory budget.
struct BudgetGrant: BodyGrant {
    let reservation: Reservation

    func cover(_ bytes: Int) -> Bool { bytes <= reservation.bytes || reservation.grow(by: bytes - reservation.bytes) }
}
