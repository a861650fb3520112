import NIOCore
import NIOPosix
import OTLP
import Pipeline
import Settings
import Synchronization
import Transport

/// Receives OTLP from any SDK or Collector: `[receivers.otlp]`.
///
/// Source: OTLP specification, https://opentelemetry.io/docs/specs/otlp/
struct OTLPReceiver: Receiver {
    static let kind = "otlp"
    static let summary = "receives OTLP over gRPC and over HTTP as protobuf or JSON, gzipped or not"

    private let settings: OTLPReceiverSettings
    private let context: Context
    private let counts = TransportCounts()
    private let refusals: RefusedRequests
    private let certificates: Certificates

    init(_ settings: OTLPReceiverSettings, _ context: Context) {
        self.settings = settings
        self.context = context
        refusals = RefusedRequests(counts, clock: context.clock)
        certificates = Certificates(context)
        context.board.offer(refusals)
        let (counts, name) = (counts, context.name)
        context.meters.source { ReceiverSamples.all(counts, name) }
        context.board.publish(name) {
            [("http", settings.http), ("grpc", settings.grpc)].compactMap { key, address in address.map { (key, "\($0)") } }
        }
    }

    func run(_ outlet: Outlet) async throws {
        let tls = try settings.tls.map { try $0.reloading(protocols: IngestListener.protocols, notice: certificates.note) }
        let group = MultiThreadedEventLoopGroup(numberOfThreads: settings.threads)
        let ports = [("HTTP", settings.http), ("gRPC", settings.grpc)].compactMap { port in port.1.map { (port.0, $0) } }
        let handler = OTLPHandler(outlet: outlet, budget: context.budget, settings: settings, counts: counts, refusals: refusals)
        let waiting = Countdown(ports.count)
        let (troubles, name) = (Troubles(log: context.log, clock: context.clock), context.name)
        do {
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for (speech, address) in ports {
                    warnOfExposure(address)
                    let listener = IngestListener(
                        host: address.host, port: address.port, tls: tls, limits: settings.limits, counts: counts, group: group,
                        handler: handler
                    ) { troubles.report("\(name): connections wait, because none can be accepted: \($0)") }
                    tasks.addTask {
                        try await listener.run { port in
                            let secured = tls == nil ? "" : " with TLS"
                            context.log.info("\(context.name): OTLP/\(speech)\(secured) on \(Address(host: address.host, port: port))")
                            if waiting.isLast { context.ready() }
                        }
                    }
                }
                try await tasks.waitForAll()
            }
            try? await group.shutdownGracefully()
        } catch {
            try? await group.shutdownGracefully()
            throw error
        }
    }

    /// Says once what a port that is open to other machines lacks.
    private func warnOfExposure(_ address: Address) {
        guard !address.isLoopback else { return }
        if settings.credentials == nil, settings.tls?.clientAuthorities == nil {
            context.log.warning("\(context.name): listening on \(address) without authentication: anyone who reaches it can send telemetry")
        } else if settings.tls == nil {
            context.log.warning("\(context.name): listening on \(address) without TLS: credentials can be read on their way")
        }
    }
}

/// Tells the last of several.
private final class Countdown: Sendable {
    private let left: Atomic<Int>

    init(_ count: Int) { left = Atomic(count) }

    /// True for the last one that asks.
    var isLast: Bool { left.subtract(1, ordering: .relaxed).newValue == 0 }
}
