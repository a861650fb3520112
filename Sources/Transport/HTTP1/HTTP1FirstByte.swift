import NIOCore

/// Tells a connection's handler that bytes came before they are parsed, so that a head that trickles in is not mistaken for silence.
final class HTTP1FirstByte: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let handler: HTTP1Handler

    init(_ handler: HTTP1Handler) { self.handler = handler }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        handler.bytesCame()
        context.fireChannelRead(data)
    }
}
