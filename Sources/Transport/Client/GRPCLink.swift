import NIOCore
import NIOHTTP2
import NIOPosix
import NIOSSL

/// The way to a backend on one event loop: a connection that is made when it is needed, and made anew once it is gone.
///
/// Everything here runs on that loop.
final class GRPCLink {
    private let target: GRPCTarget
    private let loop: any EventLoop
    /// The connection that takes new calls.
    private var current: GRPCClientHandler?
    private var isConnecting = false
    private var waiting: [GRPCExchange] = []
    private var pause = ReconnectPause()
    private var channels: [ObjectIdentifier: any Channel] = [:]
    private var isClosed = false

    init(_ target: GRPCTarget, _ loop: any EventLoop) {
        self.target = target
        self.loop = loop
    }

    // MARK: - Calls

    func start(_ exchange: GRPCExchange) {
        guard !isClosed else { return exchange.fail(.cancelled) }
        exchange.arm(loop) { self.abandon(exchange, .deadlineExceeded) }
        send(exchange)
    }

    private func send(_ exchange: GRPCExchange) {
        if let current, current.start(exchange) { return }
        if !isConnecting, let refusal = pause.refusal(.now()) { return exchange.fail(refusal) }
        waiting.append(exchange)
        connect()
    }

    func abandon(_ exchange: GRPCExchange, _ failure: GRPCFailure) {
        waiting.removeAll { $0 === exchange }
        if let connection = exchange.connection { connection.abandon(exchange, failure) }
        exchange.fail(failure)
    }

    // MARK: - Connections

    private func connect() {
        guard !isConnecting else { return }
        isConnecting = true
        let bound = NIOLoopBound(self, eventLoop: loop)
        ClientBootstrap(group: loop)
            .connectTimeout(target.connectTimeout)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in channel.eventLoop.makeCompletedFuture { try bound.value.install(channel) } }
            .connect(host: target.host, port: target.port)
            .assumeIsolated()
            .whenComplete { result in
                switch result {
                case .success(let channel): self.connected(channel)
                case .failure(let error): self.failed("\(ConnectionTrouble(error))")
                }
            }
    }

    private func install(_ channel: any Channel) throws {
        if let tls = target.tls {
            let handler = try NIOSSLClientHandler(context: tls.current, serverHostname: target.sniName)
            try channel.pipeline.syncOperations.addHandler(handler)
        }
        let http2 = NIOHTTP2Handler(mode: .client, initialSettings: GRPCClientHandler.settings(target))
        try channel.pipeline.syncOperations.addHandlers(http2, GRPCClientHandler(self, target))
    }

    private func connected(_ channel: any Channel) {
        channels[ObjectIdentifier(channel)] = channel
        channel.closeFuture.assumeIsolated().whenComplete { _ in self.channels[ObjectIdentifier(channel)] = nil }
        if isClosed { channel.close(promise: nil) }
    }

    private func failed(_ why: String) {
        isConnecting = false
        pause.fail(why, now: .now(), random: .random(in: 0..<1))
        let failed = waiting
        waiting = []
        for exchange in failed { exchange.fail(pause.refusal(.now()) ?? .unreachable(why, retryAfter: .zero)) }
    }

    // MARK: - What a connection tells

    func ready(_ connection: GRPCClientHandler) {
        isConnecting = false
        pause.succeed()
        current = connection
        let ready = waiting
        waiting = []
        for exchange in ready where !exchange.isFinished { send(exchange) }
    }

    func leaving(_ connection: GRPCClientHandler) {
        if current === connection { current = nil }
    }

    func closed(_ connection: GRPCClientHandler, _ why: String) {
        leaving(connection)
        if !connection.isReady { failed(why) }
    }

    // MARK: - The end

    /// Takes no more calls, and closes all connections.
    func close() -> EventLoopFuture<Void> {
        isClosed = true
        for exchange in waiting { exchange.fail(.cancelled) }
        waiting = []
        let closed = channels.values.map { channel in
            channel.close(promise: nil)
            return channel.closeFuture
        }
        return EventLoopFuture.andAllComplete(closed, on: loop)
    }
}
