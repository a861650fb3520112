import HTTPTypes
import HummingbirdCore
import Logging
import Metrics
import NIOCore
import NIOPosix

/// The one HTTP listener for people and scrapers: health, readiness, metrics, status, and the pages that other rooms mount.
///
/// It reads no bodies, answers no name that is not its own, and bounds connections, headers and time.
package struct AdminServer: Sendable {
    private let host: String
    private let port: Int
    private let limits: AdminLimits
    private let loops: (any EventLoopGroup)?
    private let desk: AdminDesk
    private let onListening: @Sendable (any Channel) -> Void

    /// `loops` nil: one thread of its own. `onListening` may put handlers of its own into the listener's pipeline.
    package init(
        host: String, port: Int, sources: Sources, pages: [AdminPage] = [], gate: AdminGate? = nil,
        limits: AdminLimits = AdminLimits(), loops: (any EventLoopGroup)? = nil,
        onListening: @escaping @Sendable (any Channel) -> Void = { _ in }
    ) {
        self.host = host
        self.port = port
        self.limits = limits
        self.loops = loops
        self.onListening = onListening
        desk = AdminDesk(
            hosts: HostCheck(listening: host), pages: BuiltinPages.all(sources) + pages, gate: gate,
            coding: sources.gzip.map { AnswerCoding(gzip: $0, pieces: sources.gzipPieces) })
    }

    /// Serves until cancelled; `listening` is told the port. Throws where it cannot listen.
    package func run(listening: @escaping @Sendable (Int) -> Void) async throws {
        guard let loops else {
            let own = MultiThreadedEventLoopGroup(numberOfThreads: 1)
            let result = await outcome(on: own, listening)
            try? await own.shutdownGracefully()
            return try result.get()
        }
        try await outcome(on: loops, listening).get()
    }

    private func outcome(on loops: any EventLoopGroup, _ listening: @escaping @Sendable (Int) -> Void) async -> Result<Void, any Error> {
        let (desk, onListening) = (desk, onListening)
        do {
            // The core alone: what stands above it in Hummingbird brings Foundation's date formatting, 3.4 MB of it.
            let server = try HTTPServerBuilder.http1(configuration: connections).buildServer(
                configuration: ServerConfiguration(
                    address: .hostname(host, port: port),
                    availableConnectionsDelegate: .maximum(limits.connections, logger: Self.quiet)),
                eventLoopGroup: loops, logger: Self.quiet,
                responder: { request, writer, _ in
                    let response = await desk.respond(to: request)
                    try await writer.write(response: response.head, body: response.body)
                },
                onServerRunning: {
                    onListening($0)
                    listening($0.localAddress?.port ?? 0)
                })
            try await server.run()
            return .success(())
        } catch {
            return .failure(error)
        }
    }

    private var connections: HTTP1Channel.Configuration {
        let limits = limits
        return HTTP1Channel.Configuration(
            additionalChannelHandlers: [RequestWatch(timeout: limits.requestTimeout.amount, bodyBytes: limits.unreadBodyBytes)],
            idleTimeout: limits.idleTimeout.amount,
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: limits.headerBytes, maxHeaderListSize: limits.headerBytes, maxHeaderFieldCount: limits.headers))
    }

    private static var quiet: Logger { Logger(label: "weir.admin") { _ in SwiftLogNoOpLogHandler() } }
}

/// Who may see what the admin listener shows.
package struct AdminGate: Sendable {
    /// `WWW-Authenticate` of a refusal (RFC 9110 section 11.6.1).
    let challenge: String
    /// Asked with the value of `Authorization`.
    let admit: @Sendable (String?) -> Bool
    /// Probes show no credentials.
    let open: Set<String> = ["/healthz", "/readyz"]

    package init(challenge: String, admit: @escaping @Sendable (String?) -> Bool) {
        self.challenge = challenge
        self.admit = admit
    }
}

/// What one client of the admin listener may use.
package struct AdminLimits: Sendable {
    package var connections = 128
    package var headers = 64
    package var headerBytes = 32 << 10
    /// From a request's head to the first piece of its answer, and from each piece to the next; most answers are one.
    package var requestTimeout = Duration.seconds(30)
    /// From the connection, or the last answer, to the next request's head.
    package var idleTimeout = Duration.seconds(75)
    /// Bytes of a body that are thrown away before the connection is closed: nothing here takes a body.
    package var unreadBodyBytes = 64 << 10

    package init() {}
}

extension Duration {
    fileprivate var amount: TimeAmount { .nanoseconds(Int64(clamping: Int64(self / .nanoseconds(1)))) }
}
