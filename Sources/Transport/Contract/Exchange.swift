import NIOCore
import Wire

/// One request under way: admitted by its head, its body gathered within limits, then inflated.
///
/// All rules that do not depend on the version of HTTP are here, so that every version gives the same answers.
struct Exchange {
    private enum Body {
        case whole(BodyBlock)
        case message(GRPCMessage)
    }

    /// A body that is slower than this, after the time that every body has, is too slow.
    private static let leastBytesPerSecond = 64 << 10

    let head: RequestHead
    private let route: Int
    private let grant: any BodyGrant
    private let coding: ContentCoding
    private let began = NIODeadline.now()
    /// What the sender itself is ready to wait.
    private let timeout: TimeAmount?
    private var body: Body
    private var receivedBytes = 0

    enum Beginning {
        case read(Exchange)
        case refuse(Answer)
    }

    static func begin(_ head: RequestHead, _ listener: ListenerState, _ connection: any IngestConnection) -> Beginning {
        do throws(TransportRefusal) {
            if head.fieldCount > listener.limits.maxHeaders || head.fieldBytes > listener.limits.maxHeaderBytes { throw .headersTooLarge }
            let timeout = try timeout(head)
            guard let coding = ContentCoding(header: head.header(head.isGRPC ? "grpc-encoding" : "content-encoding")) else {
                throw .unsupportedEncoding
            }
            if let length = head.contentLength, length > listener.limits.maxBodyBytes { throw .bodyTooLarge }
            switch listener.handler.admit(head, from: connection) {
            case .refuse(let answer): return .refuse(answer.bodiless(for: head))
            case .read(let route, let grant):
                return .read(Exchange(head: head, route: route, grant: grant, coding: coding, timeout: timeout))
            }
        } catch {
            return .refuse(listener.refuse(error, head).bodiless(for: head))
        }
    }

    private static func timeout(_ head: RequestHead) throws(TransportRefusal) -> TimeAmount? {
        guard head.isGRPC else { return nil }
        guard head.header("te")?.lowercased() == "trailers" else { throw .missingTrailers }
        guard let text = head.header("grpc-timeout") else { return nil }
        guard let timeout = GRPCTimeout.nanoseconds(text) else { throw .badTimeout }
        return .nanoseconds(timeout)
    }

    private init(head: RequestHead, route: Int, grant: any BodyGrant, coding: ContentCoding, timeout: TimeAmount?) {
        self.head = head
        self.route = route
        self.grant = grant
        self.coding = coding
        self.timeout = timeout
        body = head.isGRPC ? .message(GRPCMessage()) : .whole(BodyBlock(length: head.contentLength))
    }

    /// When the whole body must be there.
    func deadline(_ limits: TransportLimits) -> NIODeadline {
        let patience = TimeAmount.nanoseconds(limits.bodyTimeout.wholeNanoseconds)
        let time = patience + .seconds(Int64(receivedBytes / Self.leastBytesPerSecond))
        return began + min(time, timeout ?? time)
    }

    mutating func take(_ part: ByteBuffer, _ limits: TransportLimits) throws(TransportRefusal) {
        receivedBytes += part.readableBytes
        switch body {
        case .whole(var block):
            try block.take(part, limit: limits.maxBodyBytes, grant: grant)
            body = .whole(block)
        case .message(var message):
            do throws(GRPCMessage.Fault) { try message.take(part, limit: limits.maxBodyBytes, grant: grant) } catch { throw error.refusal }
            body = .message(message)
        }
    }

    /// The request, now that its last byte is there.
    func finished(_ limits: TransportLimits) throws(TransportRefusal) -> IngestRequest {
        let (bytes, coding) = try compressed()
        do throws(InflateError) {
            let inflated = try Inflate.inflate(bytes, coding, limits: limits, grant: grant)
            return IngestRequest(head: head, route: route, body: inflated, grant: grant)
        } catch {
            throw error.refusal
        }
    }

    private func compressed() throws(TransportRefusal) -> (Bytes, ContentCoding) {
        switch body {
        case .whole(let block): return (block.bytes, coding)
        case .message(let message):
            let bytes: Bytes
            do throws(GRPCMessage.Fault) { bytes = try message.finished() } catch { throw error.refusal }
            guard message.isCompressed else { return (bytes, .identity) }
            if coding == .identity { throw .flagWithoutEncoding }
            return (bytes, coding)
        }
    }
}

extension Answer {
    /// Nothing may stand where the body was to an answer to HEAD (RFC 9110 section 9.3.2).
    fileprivate func bodiless(for head: RequestHead) -> Answer {
        guard head.method == "HEAD" else { return self }
        var answer = self
        answer.body = []
        return answer
    }
}

extension GRPCMessage.Fault {
    fileprivate var refusal: TransportRefusal {
        switch self {
        case .tooLarge: .bodyTooLarge
        case .noRoom: .noRoom
        case .severalMessages: .severalMessages
        case .truncated, .badFlag: .badFraming
        }
    }
}

extension InflateError {
    fileprivate var refusal: TransportRefusal {
        switch self {
        case .malformed: .badCompression
        case .tooLarge: .decompressedTooLarge
        case .noRoom: .noRoom
        }
    }
}
