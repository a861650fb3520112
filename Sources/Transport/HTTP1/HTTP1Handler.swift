import NIOCore
import NIOHTTP1
import Wire

/// One HTTP/1.1 connection: head → admission → body into one pooled block → handler → answer.
///
/// NIO's pipelining handler stands before it, so requests come one at a time. All state belongs to the connection's event loop.
final class HTTP1Handler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private enum State {
        /// Between requests.
        case idle
        case reading(Reading)
        /// The request is answered; the rest of its body is thrown away.
        case discarding(keepAlive: Bool)
        /// The handler has it.
        case answering(keepAlive: Bool)
        case closing
    }

    private struct Reading {
        let head: RequestHead
        let route: Int
        let grant: any BodyGrant
        let coding: ContentCoding
        let keepAlive: Bool
        var body: Bytes
    }

    private let listener: ListenerState
    private var state = State.idle
    private var discardedBytes = 0
    private var deadline: NIODeadline = .distantFuture
    private var timer: Scheduled<Void>?

    init(_ listener: ListenerState) { self.listener = listener }

    // MARK: - Reading

    func channelActive(context: ChannelHandlerContext) {
        expect(within: listener.limits.headerTimeout, context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        state = .closing
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): begin(head, context)
        case .body(let part): take(part, context)
        case .end: finish(context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if error is HTTPParserError { listener.counts.refuse(.malformed) }
        context.close(promise: nil)
    }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        guard case .idle = state else { return }
        let keepAlive = head.isKeepAlive && !listener.isClosing
        let request = Self.describe(head)
        if let refusal = refusal(head, request) { return refuse(refusal, request, keepAlive, context) }
        guard let coding = ContentCoding(header: head.headers.first(name: "content-encoding")) else {
            return refuse(.unsupportedEncoding, request, keepAlive, context)
        }
        switch listener.handler.admit(request) {
        case .refuse(let answer): write(answer, keepAlive: keepAlive, discarding: true, context)
        case .read(let route, let grant):
            if head.headers.first(name: "expect")?.lowercased() == "100-continue" {
                context.writeAndFlush(wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .continue))), promise: nil)
            }
            let body = BytesPool.shared.take(request.contentLength ?? 16 << 10)
            state = .reading(
                Reading(head: request, route: route, grant: grant, coding: coding, keepAlive: keepAlive, body: body))
            let size = request.contentLength ?? listener.limits.maxBodyBytes
            expect(within: listener.limits.bodyTimeout + .seconds(size >> 16), context)
        }
    }

    private func refusal(_ head: HTTPRequestHead, _ request: RequestHead) -> TransportRefusal? {
        if head.headers.count > listener.limits.maxHeaders { return .headersTooLarge }
        var size = head.uri.utf8.count
        for (name, value) in head.headers { size += name.utf8.count + value.utf8.count }
        if size > listener.limits.maxHeaderBytes { return .headersTooLarge }
        if let length = request.contentLength, length > listener.limits.maxBodyBytes { return .bodyTooLarge }
        return nil
    }

    private static func describe(_ head: HTTPRequestHead) -> RequestHead {
        let path = head.uri.prefix { $0 != "?" }
        let headers = head.headers
        return RequestHead(
            method: head.method.rawValue, path: path.count == head.uri.count ? head.uri : String(path),
            contentLength: headers.first(name: "content-length").flatMap { Int($0) }, isGRPC: false
        ) { headers.first(name: $0) }
    }

    private func take(_ part: ByteBuffer, _ context: ChannelHandlerContext) {
        guard case .reading(var reading) = state else {
            discardedBytes += part.readableBytes
            // Read to its end, so that the sender sees the answer and not a reset.
            if discardedBytes > listener.limits.maxBodyBytes { close(context) }
            return
        }
        if !append(part, &reading) {
            let over = reading.body.count + part.readableBytes > listener.limits.maxBodyBytes
            return refuse(over ? .bodyTooLarge : .noRoom, reading.head, reading.keepAlive, context)
        }
        state = .reading(reading)
    }

    /// Adds a part to the body; a body of unknown length moves to larger blocks. False where limits or room end.
    private func append(_ part: ByteBuffer, _ reading: inout Reading) -> Bool {
        let size = reading.body.count + part.readableBytes
        guard size <= listener.limits.maxBodyBytes else { return false }
        if size > reading.body.capacity || reading.head.contentLength == nil {
            guard reading.grant.cover(size) else { return false }
        }
        if size > reading.body.capacity {
            let larger = BytesPool.shared.take(min(size * 2, listener.limits.maxBodyBytes))
            reading.body.withBytes { _ = larger.append($0) }
            reading.body = larger
        }
        return part.withUnsafeReadableBytes { reading.body.append($0) }
    }

    private func finish(_ context: ChannelHandlerContext) {
        switch state {
        case .reading(let reading): answer(reading, context)
        case .discarding(let keepAlive):
            if keepAlive { rest(context) } else { close(context) }
        case .idle, .answering, .closing: break
        }
    }

    // MARK: - Answering

    private func answer(_ reading: Reading, _ context: ChannelHandlerContext) {
        let body: Bytes
        do throws(InflateError) {
            body = try Inflate.inflate(reading.body, reading.coding, limits: listener.limits, grant: reading.grant)
        } catch {
            let refusal: TransportRefusal =
                switch error {
                case .malformed: .badCompression
                case .tooLarge: .decompressedTooLarge
                case .noRoom: .noRoom
                }
            listener.counts.refuse(refusal)
            return write(listener.refusals.answer(to: refusal, reading.head), keepAlive: reading.keepAlive, discarding: false, context)
        }
        state = .answering(keepAlive: reading.keepAlive)
        deadline = .distantFuture
        let loop = context.eventLoop
        let bound = NIOLoopBound((self, context), eventLoop: loop)
        listener.handler.handle(IngestRequest(route: reading.route, body: body, grant: reading.grant)) { answer in
            if loop.inEventLoop {
                bound.value.0.complete(answer, bound.value.1)
            } else {
                loop.execute { bound.value.0.complete(answer, bound.value.1) }
            }
        }
    }

    private func complete(_ answer: Answer, _ context: ChannelHandlerContext) {
        guard case .answering(let keepAlive) = state else { return }
        write(answer, keepAlive: keepAlive, discarding: false, context)
    }

    private func refuse(_ refusal: TransportRefusal, _ head: RequestHead, _ keepAlive: Bool, _ context: ChannelHandlerContext) {
        listener.counts.refuse(refusal)
        let large = refusal == .bodyTooLarge || refusal == .headersTooLarge
        write(listener.refusals.answer(to: refusal, head), keepAlive: keepAlive && !large, discarding: true, context)
    }

    /// Writes an answer. With `discarding` some of the request's body is still to come.
    private func write(_ answer: Answer, keepAlive: Bool, discarding: Bool, _ context: ChannelHandlerContext) {
        let staysOpen = keepAlive && !answer.closesConnection && !listener.isClosing
        var headers = HTTPHeaders()
        headers.reserveCapacity(answer.headers.count + 2)
        for (name, value) in answer.headers { headers.add(name: name, value: value) }
        headers.add(name: "content-length", value: String(answer.body.count))
        if !staysOpen { headers.add(name: "connection", value: "close") }
        let head = HTTPResponseHead(version: .http1_1, status: HTTPResponseStatus(statusCode: answer.status), headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if !answer.body.isEmpty {
            var buffer = context.channel.allocator.buffer(capacity: answer.body.count)
            buffer.writeBytes(answer.body)
            context.write(wrapOutboundOut(.body(.byteBuffer(buffer))), promise: nil)
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        listener.counts.answer()
        if discarding {
            discardedBytes = 0
            state = .discarding(keepAlive: staysOpen)
            expect(within: .seconds(5), context)
        } else if staysOpen {
            rest(context)
        } else {
            close(context)
        }
    }

    private func rest(_ context: ChannelHandlerContext) {
        state = .idle
        if listener.isClosing { return close(context) }
        expect(within: listener.limits.idleTimeout, context)
    }

    private func close(_ context: ChannelHandlerContext) {
        guard context.channel.isActive else { return }
        state = .closing
        context.close(promise: nil)
    }

    // MARK: - Waiting

    /// Gives the connection this long. One timer for a connection, moved on rather than set anew.
    private func expect(within time: Duration, _ context: ChannelHandlerContext) {
        deadline = .now() + .nanoseconds(time.wholeNanoseconds)
        guard timer == nil else { return }
        arm(context)
    }

    private func arm(_ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(deadline: min(deadline, .now() + .seconds(60))) { bound.value.0.look(bound.value.1) }
    }

    private func look(_ context: ChannelHandlerContext) {
        timer = nil
        if case .closing = state { return }
        guard NIODeadline.now() >= deadline else { return arm(context) }
        if case .reading(let reading) = state {
            refuse(.timeout, reading.head, false, context)
        } else {
            if case .idle = state {} else { listener.counts.refuse(.timeout) }
        }
        close(context)
    }

    /// The listener closes: a connection between requests goes at once, others after their answer.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ListenerClosing, case .idle = state { close(context) }
        context.fireUserInboundEventTriggered(event)
    }
}

/// Told to every connection when its listener closes.
struct ListenerClosing: Sendable {}

extension Duration {
    var wholeNanoseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }
}
