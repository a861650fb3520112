import NIOCore

/// Lets a listener rest where it can accept nobody because file descriptors or memory ran out (EMFILE, ENFILE, ENOBUFS, ENOMEM).
///
/// NIO's `AcceptBackoffHandler` delays the next read, but a failed accept leaves the one before pending: the listener stays registered
/// for readable events, epoll reports the waiting connection again at once, and the event loop spins (measured: a whole core, 28,000
/// accepts a second). Without `autoRead` it is not registered.
package final class AcceptPause: ChannelInboundHandler {
    package typealias InboundIn = any Channel

    private static let pause = TimeAmount.milliseconds(250)

    /// Told of each failure: at most four times a second.
    private let notice: @Sendable (any Error) -> Void
    private var isPaused = false

    init(_ notice: @escaping @Sendable (any Error) -> Void) { self.notice = notice }

    /// Guards a listener that somebody else has made.
    package static func guarding(_ listener: any Channel, _ notice: @escaping @Sendable (any Error) -> Void = { _ in }) {
        listener.eventLoop.execute { try? listener.pipeline.syncOperations.addHandler(AcceptPause(notice), position: .first) }
    }

    package func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard error is IOError else { return context.fireErrorCaught(error) }
        guard !isPaused else { return }
        isPaused = true
        notice(error)
        try? context.channel.syncOptions?.setOption(.autoRead, value: false)
        let bound = NIOLoopBound((self, context.channel), eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: Self.pause) { bound.value.0.goOn(bound.value.1) }
    }

    private func goOn(_ listener: any Channel) {
        isPaused = false
        try? listener.syncOptions?.setOption(.autoRead, value: true)
    }
}
