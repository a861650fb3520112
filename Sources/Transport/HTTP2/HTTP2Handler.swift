import NIOCore
import NIOHPACK
import NIOHTTP2
import Wire

/// One HTTP/2 connection of whole requests, OTLP/HTTP and unary gRPC alike, spoken in frames: no channel is made for a stream.
///
/// NIO's HTTP/2 handler before it keeps the protocol's state, acknowledges settings and pings, and ends connections that break the
/// rules or flood. This one moves flow-control windows, gathers bodies, answers, and leaves.
/// Source: RFC 9113, grpc/doc/PROTOCOL-HTTP2.md.
final class HTTP2Handler: ChannelInboundHandler {
    typealias InboundIn = HTTP2Frame
    typealias OutboundOut = HTTP2Frame

    /// A request under way. A class, so that a frame of it copies nothing.
    private final class Stream {
        var exchange: Exchange
        var window = ReceiveWindow()
        /// The handler has it.
        var isAnswering = false

        init(_ exchange: Exchange) { self.exchange = exchange }
    }

    /// Old requests are looked for at least this often.
    private static let lookEvery = TimeAmount.seconds(10)

    private let listener: ListenerState
    private let connection: any IngestConnection
    private var streams: [HTTP2StreamID: Stream] = [:]
    private var lastStream = HTTP2StreamID.rootStream
    private var window = ReceiveWindow()
    private var controlFrames: ControlFrameGuard
    private var lastRequest = NIODeadline.now()
    private var timer: RepeatedTask?
    private var isLeaving = false

    init(_ listener: ListenerState) {
        self.listener = listener
        connection = listener.handler.greet()
        controlFrames = ControlFrameGuard(limit: listener.limits.maxControlFrames)
    }

    // MARK: - The connection

    func handlerAdded(context: ChannelHandlerContext) {
        write(.windowUpdate(windowSizeIncrement: ReceiveWindow.bytes - ReceiveWindow.initialBytes), on: .rootStream, context)
        context.flush()
        let patience = min(listener.limits.bodyTimeout, listener.limits.idleTimeout) / 2
        let interval = min(Self.lookEvery, .nanoseconds(patience.wholeNanoseconds))
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleRepeatedTask(initialDelay: interval, delay: interval) { _ in
            bound.value.0.lookForOldStreams(bound.value.1)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        streams.removeAll()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // A fault of one stream leaves the others alone; NIO has reset it.
        if let fault = error as? NIOHTTP2Errors.StreamError {
            listener.counts.refuse(TransportRefusal(http2: fault.baseError) ?? .malformed)
            streams[fault.streamID] = nil
            return closeIfDone(context)
        }
        if let refusal = TransportRefusal(http2: error) { listener.counts.refuse(refusal) }
        context.close(promise: nil)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ListenerClosing: leave(context)
        case let closed as StreamClosedEvent:
            streams[closed.streamID] = nil
            closeIfDone(context)
        default: break
        }
        context.fireUserInboundEventTriggered(event)
    }

    /// Says that no new request is taken, and goes once those under way are answered.
    private func leave(_ context: ChannelHandlerContext) {
        guard !isLeaving else { return }
        isLeaving = true
        write(.goAway(lastStreamID: lastStream, errorCode: .noError, opaqueData: nil), on: .rootStream, context)
        context.flush()
        closeIfDone(context)
    }

    private func closeIfDone(_ context: ChannelHandlerContext) {
        if isLeaving, streams.isEmpty { context.close(promise: nil) }
    }

    private func lookForOldStreams(_ context: ChannelHandlerContext) {
        let now = NIODeadline.now()
        for (id, stream) in streams where !stream.isAnswering && now >= stream.exchange.deadline(listener.limits) {
            refuse(.timeout, stream, id, isOpen: true, context)
        }
        if streams.isEmpty, now - lastRequest > .nanoseconds(listener.limits.idleTimeout.wholeNanoseconds) { leave(context) }
    }

    // MARK: - Frames

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
        switch frame.payload {
        case .headers(let headers): begin(frame.streamID, headers, context)
        case .data(let data): take(frame.streamID, data, context)
        case .rstStream: streams[frame.streamID] = nil
        case .ping, .settings, .priority: watch(context)
        default: break
        }
    }

    /// Pings and settings cost the sender little and us an answer each.
    private func watch(_ context: ChannelHandlerContext) {
        guard !controlFrames.admit(now: .now()) else { return }
        listener.counts.refuse(.controlFlood)
        // The words by which gRPC clients know that they must ping less (grpc/doc/keepalive.md).
        let words = ByteBuffer(string: "too_many_pings")
        write(.goAway(lastStreamID: lastStream, errorCode: .enhanceYourCalm, opaqueData: words), on: .rootStream, context)
        context.flush()
        context.close(promise: nil)
    }

    private func begin(_ id: HTTP2StreamID, _ headers: HTTP2Frame.FramePayload.Headers, _ context: ChannelHandlerContext) {
        if let stream = streams[id] {  // trailers of a request carry nothing for us
            if headers.endStream { finish(stream, id, context) }
            return
        }
        lastStream = max(lastStream, id)
        lastRequest = .now()
        let head = RequestHead(headers.headers)
        switch Exchange.begin(head, listener, connection) {
        case .refuse(let answer): write(answer, to: head, id, requestIsOpen: !headers.endStream, context)
        case .read(let exchange):
            let stream = Stream(exchange)
            streams[id] = stream
            if headers.endStream { finish(stream, id, context) }
        }
    }

    private func take(_ id: HTTP2StreamID, _ data: HTTP2Frame.FramePayload.Data, _ context: ChannelHandlerContext) {
        guard case .byteBuffer(let part) = data.data else { return }
        let size = part.readableBytes + (data.paddingBytes.map { $0 + 1 } ?? 0)
        move(window.use(size), .rootStream, context)
        guard let stream = streams[id], !stream.isAnswering else { return }
        if !data.endStream { move(stream.window.use(size), id, context) }
        do throws(TransportRefusal) { try stream.exchange.take(part, listener.limits) } catch {
            return refuse(error, stream, id, isOpen: !data.endStream, context)
        }
        if data.endStream { finish(stream, id, context) }
    }

    private func move(_ increment: Int?, _ id: HTTP2StreamID, _ context: ChannelHandlerContext) {
        guard let increment else { return }
        write(.windowUpdate(windowSizeIncrement: increment), on: id, context)
        context.flush()
    }

    // MARK: - Answers

    private func finish(_ stream: Stream, _ id: HTTP2StreamID, _ context: ChannelHandlerContext) {
        guard !stream.isAnswering else { return }
        let request: IngestRequest
        do throws(TransportRefusal) { request = try stream.exchange.finished(listener.limits) } catch {
            return refuse(error, stream, id, isOpen: false, context)
        }
        stream.isAnswering = true
        let loop = context.eventLoop
        let bound = NIOLoopBound((self, context), eventLoop: loop)
        listener.handler.handle(request) { answer in
            if loop.inEventLoop {
                bound.value.0.complete(answer, id, bound.value.1)
            } else {
                loop.execute { bound.value.0.complete(answer, id, bound.value.1) }
            }
        }
    }

    private func complete(_ answer: Answer, _ id: HTTP2StreamID, _ context: ChannelHandlerContext) {
        guard let stream = streams[id] else { return }
        write(answer, to: stream.exchange.head, id, requestIsOpen: false, context)
    }

    private func refuse(
        _ refusal: TransportRefusal, _ stream: Stream, _ id: HTTP2StreamID, isOpen: Bool, _ context: ChannelHandlerContext
    ) {
        let head = stream.exchange.head
        write(listener.refuse(refusal, head), to: head, id, requestIsOpen: isOpen, context)
    }

    /// Writes an answer. A sender that is still sending is told to stop.
    private func write(
        _ answer: Answer, to head: RequestHead, _ id: HTTP2StreamID, requestIsOpen: Bool, _ context: ChannelHandlerContext
    ) {
        streams[id] = nil
        listener.counts.answer()
        controlFrames.requestWasAnswered()
        answer.forEachPayload(isGRPC: head.isGRPC, context.channel.allocator) { write($0, on: id, context) }
        if requestIsOpen { write(.rstStream(.noError), on: id, context) }
        context.flush()
        closeIfDone(context)
    }

    private func write(_ payload: HTTP2Frame.FramePayload, on id: HTTP2StreamID, _ context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(HTTP2Frame(streamID: id, payload: payload)), promise: nil)
    }
}
