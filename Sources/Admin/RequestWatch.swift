import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Watches one connection: a request must be over in time, whoever dawdles, and its body is thrown away unread.
final class RequestWatch: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let timeout: TimeAmount
    private let bodyLimit: Int
    private var bodyBytes = 0
    private var deadline: Scheduled<Void>?

    init(timeout: TimeAmount, bodyBytes: Int) {
        self.timeout = timeout
        bodyLimit = bodyBytes
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            bodyBytes = 0
            begin(context)
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
        guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
        let done = promise ?? context.eventLoop.makePromise()
        let watch = NIOLoopBound(self, eventLoop: context.eventLoop)
        done.futureResult.whenComplete { _ in watch.value.finish() }
        context.write(data, promise: done)
    }

    func channelInactive(context: ChannelHandlerContext) {
        finish()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { finish() }

    private func begin(_ context: ChannelHandlerContext) {
        // A pipelined request has the time of the one before it.
        guard deadline == nil else { return }
        let channel = context.channel
        deadline = context.eventLoop.scheduleTask(in: timeout) { channel.close(promise: nil) }
    }

    private func finish() {
        deadline?.cancel()
        deadline = nil
    }
}
