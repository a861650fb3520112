import NIOCore
import NIOHTTP1
import Wire

/// One HTTP/1.1 connection: head → exchange → handler → answer.
///
/// NIO's pipelining handler stands before it, so requests come one at a time. All state belongs to the connection's event loop.
final class HTTP1Handler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private enum State {
        /// Between requests.
        case idle
        case reading(Exchange, keepAlive: Bool)
        /// The request is answered; the rest of its body is thrown away.
        case discarding(keepAlive: Bool)
        /// The handler has it.
        case answering(keepAlive: Bool)
        case closing
    }

    /// How long the rest of a refused body is read.
    private static let discardTime = Duration.seconds(5)
    /// A timer that is moved on looks again this often.
    private static let lookEvery = TimeAmount.seconds(10)

    private let listener: ListenerState
    private let connection: any IngestConnection
    private var state = State.idle
    private var discardedBytes = 0
    private var deadline: NIODeadline = .distantFuture
    private var timer: Scheduled<Void>?

    init(_ listener: ListenerState) {
        self.listener = listener
        connection = listener.handler.greet()
    }

    // MARK: - Reading

    func handlerAdded(context: ChannelHandlerContext) { expect(within: listener.limits.headerTimeout, context) }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        state = .closing
        context.fireChannelInactive()
    }

    /// Bytes came. Those of a request that begins have not reached this handler yet.
    func bytesCame() {
        guard case .idle = state else { return }
        deadline = min(deadline, .now() + .nanoseconds(listener.limits.headerTimeout.wholeNanoseconds))
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): begin(head, context)
        case .body(let part): take(part, context)
        case .end: finish(context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard let fault = error as? HTTPParserError else { return close(context) }
        let refusal: TransportRefusal = fault == .headerOverflow ? .headersTooLarge : .malformed
        switch state {
        case .idle: write(listener.refuse(refusal, nil), keepAlive: false, discarding: false, context)
        case .reading(let exchange, _): write(listener.refuse(refusal, exchange.head), keepAlive: false, discarding: false, context)
        case .discarding, .answering, .closing:
            listener.counts.refuse(refusal)
            close(context)
        }
    }

    private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        guard case .idle = state else { return }
        let request = RequestHead(head)
        // After the answer to an offer to change the protocol, NIO's parser reads no further.
        let keepAlive = head.isKeepAlive && !listener.isClosing && !head.headers.contains(name: "upgrade")
        guard head.isPlain else {
            return write(listener.refuse(.malformed, request), keepAlive: false, discarding: true, context)
        }
        let expectsContinue = request.header("expect")?.lowercased() == "100-continue"
        switch Exchange.begin(request, listener, connection) {
        case .refuse(let answer):
            // Too much to be read for nothing, or, after a refusal in answer to Expect, perhaps never sent.
            let isRead = answer.status != 413 && answer.status != 431 && !expectsContinue
            write(answer, keepAlive: keepAlive && isRead, discarding: true, context)
        case .read(let exchange):
            if expectsContinue {
                context.writeAndFlush(wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .continue))), promise: nil)
            }
            state = .reading(exchange, keepAlive: keepAlive)
            expect(within: listener.limits.bodyTimeout, context)
        }
    }

    private func take(_ part: ByteBuffer, _ context: ChannelHandlerContext) {
        guard case .reading(var exchange, let keepAlive) = state else {
            discardedBytes += part.readableBytes
            // Read to its end, so that the sender sees the answer and not a reset.
            if discardedBytes > listener.limits.maxBodyBytes { close(context) }
            return
        }
        do throws(TransportRefusal) {
            try exchange.take(part, listener.limits)
            state = .reading(exchange, keepAlive: keepAlive)
        } catch {
            write(listener.refuse(error, exchange.head), keepAlive: keepAlive && error != .bodyTooLarge, discarding: true, context)
        }
    }

    private func finish(_ context: ChannelHandlerContext) {
        switch state {
        case .reading(let exchange, let keepAlive): answer(exchange, keepAlive, context)
        case .discarding(let keepAlive):
            if keepAlive { rest(context) } else { close(context) }
        case .idle, .answering, .closing: break
        }
    }

    // MARK: - Answering

    private func answer(_ exchange: Exchange, _ keepAlive: Bool, _ context: ChannelHandlerContext) {
        let request: IngestRequest
        do throws(TransportRefusal) { request = try exchange.finished(listener.limits) } catch {
            return write(listener.refuse(error, exchange.head), keepAlive: keepAlive, discarding: false, context)
        }
        state = .answering(keepAlive: keepAlive)
        deadline = .distantFuture
        let loop = context.eventLoop
        let bound = NIOLoopBound((self, context), eventLoop: loop)
        listener.handler.handle(request) { answer in
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

    /// Writes an answer. With `discarding` some of the request's body is still to come.
    private func write(_ answer: Answer, keepAlive: Bool, discarding: Bool, _ context: ChannelHandlerContext) {
        let staysOpen = keepAlive && !answer.closesConnection && !listener.isClosing
        let head = HTTPResponseHead(
            version: .http1_1, status: HTTPResponseStatus(statusCode: answer.status), headers: answer.fields(staysOpen: staysOpen))
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
            expect(within: Self.discardTime, context)
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

    /// The listener closes: a connection between requests goes at once, others after their answer.
    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ListenerClosing, case .idle = state { close(context) }
        context.fireUserInboundEventTriggered(event)
    }

    // MARK: - Waiting

    /// Gives the connection this long. One timer for a connection, moved on rather than set anew; it may be late by `lookEvery`.
    private func expect(within time: Duration, _ context: ChannelHandlerContext) {
        deadline = .now() + .nanoseconds(time.wholeNanoseconds)
        guard timer == nil else { return }
        arm(context)
    }

    private func arm(_ context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(deadline: min(deadline, .now() + Self.lookEvery)) { bound.value.0.look(bound.value.1) }
    }

    private func look(_ context: ChannelHandlerContext) {
        timer = nil
        if case .closing = state { return }
        if case .reading(let exchange, _) = state { deadline = exchange.deadline(listener.limits) }
        guard NIODeadline.now() >= deadline else { return arm(context) }
        switch state {
        case .reading(let exchange, _):
            write(listener.refuse(.timeout, exchange.head), keepAlive: false, discarding: false, context)
        case .discarding: listener.counts.refuse(.timeout)
        case .idle, .answering, .closing: break
        }
        close(context)
    }
}
