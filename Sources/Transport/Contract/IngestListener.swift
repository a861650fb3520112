import NIOCore
import NIOPosix
import NIOSSL

/// Listens and hands whole requests to a handler. A port speaks HTTP/1.1 and HTTP/2, OTLP/HTTP and gRPC: what comes is told by its
/// first bytes and by its content type, so that a sender with the wrong one of two ports is served all the same.
package struct IngestListener: Sendable {
    /// What is offered by ALPN, the preferred first.
    package static let protocols = ["h2", "http/1.1"]

    private let host: String
    private let port: Int
    private let state: ListenerState
    private let group: any EventLoopGroup
    private let notice: @Sendable (any Error) -> Void

    /// `notice` is told why connections cannot be accepted for a while.
    package init(
        host: String, port: Int, tls: Reloading<NIOSSLContext>? = nil, limits: TransportLimits, counts: TransportCounts,
        group: any EventLoopGroup, handler: any IngestHandler & RefusalAnswering, notice: @escaping @Sendable (any Error) -> Void = { _ in }
    ) {
        self.host = host
        self.port = port
        self.group = group
        self.notice = notice
        state = ListenerState(handler: handler, limits: limits, counts: counts, tls: tls)
    }

    /// Serves until cancelled; then lets requests under way finish, for at most `grace`.
    ///
    /// `listening` is told the port once it can be reached. Throws where it cannot listen, or no longer can: a port that nobody hears
    /// must not go unnoticed.
    package func run(grace: Duration = .seconds(5), listening: (Int) -> Void) async throws {
        let channel = try await bind()
        listening(channel.localAddress?.port ?? port)
        await withTaskCancellationHandler {
            try? await channel.closeFuture.get()
        } onCancel: {
            channel.close(promise: nil)
        }
        await closeConnections(within: grace)
        if !Task.isCancelled { throw ListenError.lost(address: address) }
    }

    private var address: String { "\(host.contains(":") ? "[\(host)]" : host):\(port)" }

    private func bind() async throws -> any Channel {
        let (state, notice) = (state, notice)
        do {
            return try await ServerBootstrap(group: group)
                .serverChannelOption(.backlog, value: 1024)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .serverChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(
                            AcceptPause { error in
                                state.counts.failToAccept()
                                notice(error)
                            })
                    }
                }
                .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
                .childChannelOption(
                    .recvAllocator, value: AdaptiveRecvByteBufferAllocator(minimum: 4096, initial: 16384, maximum: 512 << 10)
                )
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture { try Self.begin(channel, state) }
                }
                .bind(host: host, port: port).get()
        } catch {
            throw ListenError.cannotListen(address: address, reason: error)
        }
    }

    private static func begin(_ channel: any Channel, _ state: ListenerState) throws {
        guard state.open(channel) else { throw ListenError.tooManyConnections }
        if let tls = state.tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls.current)) }
        // Who does not read its answers is not read from.
        try channel.pipeline.syncOperations.addHandlers(BackPressureHandler(), PrefaceHandler(state))
    }

    private func closeConnections(within grace: Duration) async {
        let channels = state.close()
        for channel in channels {
            channel.pipeline.fireUserInboundEventTriggered(ListenerClosing())
        }
        let futures = channels.map(\.closeFuture)
        let deadline = channels.first?.eventLoop.scheduleTask(in: .nanoseconds(grace.wholeNanoseconds)) {
            for channel in channels { channel.close(promise: nil) }
        }
        for future in futures { try? await future.get() }
        // A channel tells its handlers of the close in a task of its own: let it run before the loops may go.
        for channel in channels { try? await channel.eventLoop.submit {}.get() }
        deadline?.cancel()
    }
}

/// Told to every connection when its listener closes.
struct ListenerClosing: Sendable {}

/// Why a listener is not there.
package enum ListenError: Error, CustomStringConvertible {
    case cannotListen(address: String, reason: any Error)
    /// The system took the port away.
    case lost(address: String)
    case tooManyConnections

    package var description: String {
        switch self {
        case .cannotListen(let address, let reason): "cannot listen on \(address): \(reason)"
        case .lost(let address): "no longer listening on \(address)"
        case .tooManyConnections: "too many connections"
        }
    }
}
