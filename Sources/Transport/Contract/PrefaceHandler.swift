import NIOCore
import NIOHTTP1
import NIOHTTP2
import NIOSSL

/// Hears the first bytes of a connection and gives way to the version of HTTP they are of.
///
/// With TLS the same bytes decide: whoever agreed on h2 by ALPN begins with the preface too (RFC 9113 section 3.4).
final class PrefaceHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)

    private let listener: ListenerState
    private var heard = ByteBuffer()
    private var timer: Scheduled<Void>?

    init(_ listener: ListenerState) { self.listener = listener }

    func channelActive(context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        timer = context.eventLoop.scheduleTask(in: .nanoseconds(listener.limits.headerTimeout.wholeNanoseconds)) {
            bound.value.0.listener.counts.refuse(.timeout)
            bound.value.1.close(promise: nil)
        }
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        timer?.cancel()
        context.fireChannelInactive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        heard.writeImmutableBuffer(unwrapInboundIn(data))
        let count = min(heard.readableBytes, Self.preface.count)
        let isHTTP2 = heard.readableBytesView.prefix(count).elementsEqual(Self.preface[..<count])
        // So far it may be either.
        if isHTTP2, count < Self.preface.count { return }
        timer?.cancel()
        do {
            try isHTTP2 ? addHTTP2(context.pipeline.syncOperations) : addHTTP1(context.pipeline.syncOperations)
            context.fireChannelRead(wrapInboundOut(heard))
            context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
        } catch {
            context.close(promise: nil)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // Who only looks whether the port is open goes without a word, and has not been refused.
        if case NIOSSLError.handshakeFailed(let why) = error, why != .sslError([.eofDuringHandshake]) {
            listener.counts.refuse(.tlsHandshake)
        }
        context.close(promise: nil)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is ListenerClosing { context.close(promise: nil) }
        context.fireUserInboundEventTriggered(event)
    }

    private func addHTTP1(_ pipeline: ChannelPipeline.SynchronousOperations) throws {
        let handler = HTTP1Handler(listener)
        try pipeline.addHandler(HTTP1FirstByte(handler))
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = listener.limits.maxHeaderBytes
        limits.maxHeaderListSize = listener.limits.maxHeaderBytes
        limits.maxHeaderFieldCount = listener.limits.maxHeaders
        try pipeline.configureHTTPServerPipeline(
            withErrorHandling: false, withEncoderConfiguration: .init(), withDecoderLimitConfiguration: limits)
        try pipeline.addHandler(handler)
    }

    private func addHTTP2(_ pipeline: ChannelPipeline.SynchronousOperations) throws {
        try pipeline.addHandlers(HTTP2Handler.protocolHandler(listener.limits), HTTP2Handler(listener))
    }
}
