import NIOCore
import NIOHTTP2

/// One HTTP/2 connection to a backend, spoken in frames.
///
/// NIO's handler before it keeps the protocol's state, the backend's flow-control windows and its limit of concurrent streams, and
/// acknowledges settings and pings. This one opens streams, gathers answers, and watches whether the backend is still there.
/// Source: RFC 9113, grpc/doc/PROTOCOL-HTTP2.md, grpc/doc/keepalive.md.
final class GRPCClientHandler: ChannelInboundHandler {
    typealias InboundIn = HTTP2Frame
    typealias OutboundOut = HTTP2Frame

    private static let defaultWindowBytes = 65_535

    private let link: GRPCLink
    private let target: GRPCTarget
    private var context: ChannelHandlerContext?
    private var exchanges: [HTTP2StreamID: GRPCExchange] = [:]
    private var nextStream: HTTP2StreamID = 1
    private var unacknowledged = 0
    private var watch = GRPCWatch()
    private var timer: RepeatedTask?
    private(set) var isReady = false
    private var isLeaving = false
    private var trouble: String?

    init(_ link: GRPCLink, _ target: GRPCTarget) {
        self.link = link
        self.target = target
    }

    static func settings(_ target: GRPCTarget) -> [HTTP2Setting] {
        [
            HTTP2Setting(parameter: .enablePush, value: 0), HTTP2Setting(parameter: .initialWindowSize, value: target.maxAnswerBytes + 5),
            HTTP2Setting(parameter: .maxHeaderListSize, value: 64 << 10),
        ]
    }

    // MARK: - Calls

    /// Sends a call; false where this connection takes no more.
    func start(_ exchange: GRPCExchange) -> Bool {
        guard let context, isReady, !isLeaving, nextStream < HTTP2StreamID.maxID else { return false }
        let stream = nextStream
        nextStream = stream.advanced(by: 2)
        exchanges[stream] = exchange
        exchange.begin(on: self, stream: stream)
        watch.used(.now())
        let loop = context.eventLoop
        let sent = loop.makePromise(of: Void.self)
        sent.futureResult.assumeIsolated().whenComplete { result in
            exchange.isSent = true
            if case .failure(let error) = result, !exchange.isFinished { self.end(exchange, .lost("\(error)")) }
        }
        write(.headers(.init(headers: exchange.draft.headers(target, now: .now()))), on: stream, context)
        let data = HTTP2Frame.FramePayload.data(.init(data: .byteBuffer(exchange.draft.frame), endStream: true))
        context.write(wrapOutboundOut(HTTP2Frame(streamID: stream, payload: data)), promise: sent)
        context.flush()
        return true
    }

    /// Nobody waits for this call any more. One that ran out of time makes the backend prove that it is there.
    func abandon(_ exchange: GRPCExchange, _ failure: GRPCFailure) {
        end(exchange, failure)
        if failure == .deadlineExceeded, let context { ping(context) }
    }

    private func end(_ exchange: GRPCExchange, _ failure: GRPCFailure) {
        exchange.fail(failure)
        forget(exchange, isReset: true)
    }

    /// Takes a finished call off; `isReset` = the backend is to be told, if the stream is still open.
    private func forget(_ exchange: GRPCExchange, isReset: Bool) {
        guard exchanges.removeValue(forKey: exchange.stream) != nil, let context else { return }
        if isReset {
            write(.rstStream(.cancel), on: exchange.stream, context)
            context.flush()
        }
        closeIfDone(context)
    }

    // MARK: - The connection

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelActive(context: ChannelHandlerContext) {
        let window = max(target.maxAnswerBytes * 4, Self.defaultWindowBytes + 1)
        write(.windowUpdate(windowSizeIncrement: window - Self.defaultWindowBytes), on: .rootStream, context)
        context.flush()
        watch = GRPCWatch(target, now: .now())
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleRepeatedTask(initialDelay: watch.interval, delay: watch.interval) { _ in
            bound.value.0.look(bound.value.1)
        }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        let why = trouble ?? "closed by the backend"
        for exchange in exchanges.values { exchange.fail(.lost(why)) }
        exchanges.removeAll()
        link.closed(self, why)
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // A fault of one stream leaves the others alone; NIO has reset it.
        if let fault = error as? NIOHTTP2Errors.StreamError {
            if let exchange = exchanges[fault.streamID] {
                exchange.fail(.malformed("\(fault.baseError)"))
                forget(exchange, isReset: false)
            }
            return
        }
        close(context, "\(ConnectionTrouble(error))")
    }

    private func close(_ context: ChannelHandlerContext, _ why: String) {
        trouble = trouble ?? why
        context.close(promise: nil)
    }

    private func look(_ context: ChannelHandlerContext) {
        switch watch.look(.now(), isBusy: !exchanges.isEmpty, isReady: isReady) {
        case .fine: break
        case .ask: ping(context)
        case .silent(let why): close(context, why)
        case .idle: leave(context)
        }
    }

    private func ping(_ context: ChannelHandlerContext) {
        guard watch.asks(.now()) else { return }
        write(.ping(HTTP2PingData(withInteger: 0x7765_6972), ack: false), on: .rootStream, context)
        context.flush()
    }

    /// Takes no more calls, and goes once those under way are answered.
    private func leave(_ context: ChannelHandlerContext) {
        guard !isLeaving else { return }
        isLeaving = true
        link.leaving(self)
        closeIfDone(context)
    }

    private func closeIfDone(_ context: ChannelHandlerContext) {
        if isLeaving, exchanges.isEmpty { context.close(promise: nil) }
    }

    // MARK: - Frames

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
        watch.heard(.now())
        switch frame.payload {
        case .settings(.settings): becomeReady()
        case .headers(let headers):
            take(frame.streamID, isLast: headers.endStream) {
                $0.take(headers.headers, isLast: headers.endStream, limit: target.maxAnswerBytes)
            }
        case .data(let data): take(data, frame.streamID, context)
        case .goAway(let last, let code, _): takeGoAway(last, code, context)
        case .rstStream(let code): takeReset(frame.streamID, code)
        default: break
        }
    }

    /// The first SETTINGS frame shows that a backend speaks HTTP/2 at the other end; before it, a connection is not one.
    private func becomeReady() {
        guard !isReady else { return }
        isReady = true
        link.ready(self)
    }

    private func take(_ data: HTTP2Frame.FramePayload.Data, _ stream: HTTP2StreamID, _ context: ChannelHandlerContext) {
        guard case .byteBuffer(let part) = data.data else { return }
        unacknowledged += part.readableBytes + (data.paddingBytes.map { $0 + 1 } ?? 0)
        if unacknowledged >= target.maxAnswerBytes {
            write(.windowUpdate(windowSizeIncrement: unacknowledged), on: .rootStream, context)
            context.flush()
            unacknowledged = 0
        }
        take(stream, isLast: data.endStream) { $0.take(part, isLast: data.endStream, limit: target.maxAnswerBytes) }
    }

    /// A finished answer ends the call. What the backend has not ended, or what it did not want to read, is reset.
    private func take(_ stream: HTTP2StreamID, isLast: Bool, _ body: (GRPCExchange) -> Void) {
        guard let exchange = exchanges[stream] else { return }
        body(exchange)
        if exchange.isFinished { forget(exchange, isReset: !isLast || !exchange.isSent) }
    }

    /// Streams after the last one that the backend names were not begun there; the others are still answered.
    private func takeGoAway(_ last: HTTP2StreamID, _ code: HTTP2ErrorCode, _ context: ChannelHandlerContext) {
        let refused = exchanges.filter { $0.key > last }
        for (stream, exchange) in refused {
            exchanges[stream] = nil
            exchange.fail(.notProcessed)
        }
        if code != .noError { trouble = trouble ?? "GOAWAY with \(code)" }
        leave(context)
        closeIfDone(context)
    }

    private func takeReset(_ stream: HTTP2StreamID, _ code: HTTP2ErrorCode) {
        guard let exchange = exchanges[stream] else { return }
        exchange.fail(code == .refusedStream ? .notProcessed : .reset("\(code)"))
        forget(exchange, isReset: false)
    }

    private func write(_ payload: HTTP2Frame.FramePayload, on stream: HTTP2StreamID, _ context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(HTTP2Frame(streamID: stream, payload: payload)), promise: nil)
    }
}
