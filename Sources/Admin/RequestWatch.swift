import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Watches one connection: a request must be over in time, or its answer go on, whoever dawdles, and its body is thrown away unread.
final class RequestWatch: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let timeout: TimeAmount
    private let bodyLimit: Int
    private var bodyBytes = 0
    private var deadline: Scheduled<Void>?
    /// Requests whose answer is not written yet.
    private var unanswered = 0

    init(timeout: TimeAmount, bodyBytes: Int) {
        self.timeout = timeout
        bodyLimit = bodyBytes
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            bodyBytes = 0
            unanswered += 1
            if deadline == nil { begin(context) }
        case .body(let part):
            // Not passed on: a body that trickles does not count as activity.
            bodyBytes += part.readableBytes
            if bodyBytes > bodyLimit { context.close(promise: nil) }
            return
        case .end: break
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let part = unwrapOutboundIn(data)
        if case .head = part { return context.write(data, promise: promise) }
        let done = promise ?? context.eventLoop.makePromise()
        let bound = NIOLoopBound((watch: self, context: context), eventLoop: context.eventLoop)
        done.futureResult.whenComplete { _ in
            if case .end = part { bound.value.watch.answered(bound.value.context) } else { bound.value.watch.wentOn(bound.value.context) }
        }
        context.write(data, promise: done)
    }

    /// A piece of a long answer was taken: an export goes on for as long as somebody reads it.
    private func wentOn(_ context: ChannelHandlerContext) {
        guard deadline != nil, context.channel.isActive else { return }
        finish()
        begin(context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        finish()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { finish() }

    /// A pipelined request's time begins when the one before it is answered.
    private func answered(_ context: ChannelHandlerContext) {
        finish()
        unanswered -= 1
        if unanswered > 0, context.channel.isActive { begin(context) }
    }

    private func begin(_ context: ChannelHandlerContext) {
        let channel = context.channel
        deadline = context.eventLoop.scheduleTask(in: timeout) { channel.close(promise: nil) }
    }

    private func finish() {
        deadline?.cancel()
        deadline = nil
    }
}
