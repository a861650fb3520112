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

    init(_ settings: OTLPReceiverSettings, _ context: Context) {
        self.settings = settings
        self.context = context
        let (counts, name) = (counts, context.name)
        context.meters.source { Self.samples(counts, name) }
    }

    func run(_ outlet: Outlet) async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: settings.threads)
        let ports = [(IngestListener.Speech.http, settings.http), (.grpc, settings.grpc)].compactMap { port in port.1.map { (port.0, $0) } }
        let waiting = Countdown(ports.count)
        do {
            try await withThrowingTaskGroup(of: Void.self) { tasks in
                for (speech, address) in ports {
                    tasks.addTask {
                        try await listen(speech, address, outlet, group) { if waiting.isLast { context.ready() } }
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

    private func listen(
        _ speech: IngestListener.Speech, _ address: Address, _ outlet: Outlet, _ group: any EventLoopGroup, _ ready: () -> Void
    ) async throws {
        if !Self.isLoopback(address.host) {
            context.log.warning("\(context.name): listening on \(address) without authentication: anyone who reaches it can send telemetry")
        }
        let listener = IngestListener(
            speech, host: address.host, port: address.port, limits: settings.limits, counts: counts, group: group,
            handler: OTLPHandler(outlet: outlet, budget: context.budget, settings: settings))
        try await listener.run { port in
            context.log.info("\(context.name): OTLP/\(speech == .grpc ? "gRPC" : "HTTP") on \(Address(host: address.host, port: port))")
            ready()
        }
    }

    /// Whether only programs of this machine reach it.
    private static func isLoopback(_ host: String) -> Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }

    private static func samples(_ counts: TransportCounts, _ name: String) -> [Sample] {
        let receiver = ("receiver", String(name.drop { $0 != "." }.dropFirst()))
        var samples = [
            Sample(
                name: "weir_receiver_open_connections", labels: [receiver], value: Double(counts.openConnections), kind: .gauge,
                help: "Connections that are open."),
            Sample(
                name: "weir_receiver_connections_total", labels: [receiver], value: Double(counts.openedConnections), kind: .counter,
                help: "Connections that were accepted."),
            Sample(
                name: "weir_receiver_requests_total", labels: [receiver], value: Double(counts.requests), kind: .counter,
                help: "Requests that were answered, whatever the answer."),
        ]
        let refusals = counts.refusals
        for reason in TransportRefusal.allCases {
            samples.append(
                Sample(
                    name: "weir_receiver_transport_refusals_total", labels: [receiver, ("reason", reason.rawValue)],
                    value: Double(refusals[reason] ?? 0), kind: .counter,
                    help: "Requests and connections that were refused before a body was read as telemetry."))
        }
        return samples
    }
}

/// Tells the last of several.
private final class Countdown: Sendable {
    private let left: Atomic<Int>

    init(_ count: Int) { left = Atomic(count) }

    /// True for the last one that asks.
    var isLast: Bool { left.subtract(1, ordering: .relaxed).newValue == 0 }
}
