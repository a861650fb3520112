import NIOCore
import NIOHTTP1
import NIOHTTP2
import NIOPosix

/// Listens and hands whole requests to a handler.
package struct IngestListener: Sendable {
    /// What is spoken on a port.
    package enum Speech: Sendable { case http, grpc }

    private let speech: Speech
    private let host: String
    private let port: Int
    private let state: ListenerState
    private let group: any EventLoopGroup

    package init(
        _ speech: Speech, host: String, port: Int, limits: TransportLimits, counts: TransportCounts, group: any EventLoopGroup,
        handler: any IngestHandler & RefusalAnswering
    ) {
        self.speech = speech
        self.host = host
        self.port = port
        self.group = group
        state = ListenerState(handler: handler, limits: limits, counts: counts)
    }

    /// Serves until cancelled; then lets requests under way finish, for at most `grace`.
    ///
    /// `listening` is told the port once it can be reached.
    package func run(grace: Duration = .seconds(5), listening: (Int) -> Void) async throws {
        let channel = try await bind()
        listening(channel.localAddress?.port ?? port)
        try? await Task.sleep(for: .seconds(Int64.max >> 32))
        try? await channel.close()
        await closeConnections(within: grace)
    }

    private func bind() async throws -> any Channel {
        let (state, speech) = (state, speech)
        do {
            return try await ServerBootstrap(group: group)
                .serverChannelOption(.backlog, value: 1024)
                .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
                .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
                .childChannelOption(
                    .recvAllocator, value: AdaptiveRecvByteBufferAllocator(minimum: 4096, initial: 16384, maximum: 512 << 10)
                )
                .childChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        guard state.open(channel) else { throw ListenError.tooManyConnections }
                        switch speech {
                        case .http:
                            try channel.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: true)
                            try channel.pipeline.syncOperations.addHandler(HTTP1Handler(state))
                        case .grpc:
                            let http2 = NIOHTTP2Handler(mode: .server, initialSettings: GRPCHandler.settings)
                            try channel.pipeline.syncOperations.addHandlers(http2, GRPCHandler(state))
                        }
                    }
                }
                .bind(host: host, port: port).get()
        } catch {
            throw ListenError.cannotListen(address: "\(host.contains(":") ? "[\(host)]" : host):\(port)", reason: error)
        }
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

/// Why a listener is not there.
package enum ListenError: Error, CustomStringConvertible {
    case cannotListen(address: String, reason: any Error)
    case tooManyConnections

    package var description: String {
        switch self {
        case .cannotListen(let address, let reason): "cannot listen on \(address): \(reason)"
        case .tooManyConnections: "too many connections"
        }
    }
}
