import OTLP

/// What a request asks for.
enum Target: Sendable {
    case export(Signal)
    case health

    /// The target of a gRPC method. Sources: opentelemetry/proto/collector/*/v1, grpc/health/v1.
    init?(method path: String) {
        if path == "/grpc.health.v1.Health/Check" {
            self = .health
            return
        }
        guard let signal = Signal.allCases.first(where: { path == "/\($0.collectorService)/Export" }) else { return nil }
        self = .export(signal)
    }
}

extension Signal {
    /// Its collector service. Source: opentelemetry/proto/collector/*/v1.
    var collectorService: String {
        switch self {
        case .traces: "opentelemetry.proto.collector.trace.v1.TraceService"
        case .metrics: "opentelemetry.proto.collector.metrics.v1.MetricsService"
        case .logs: "opentelemetry.proto.collector.logs.v1.LogsService"
        }
    }
}

/// A request's target and encoding, as one number on its way through the transport.
struct Route {
    let target: Target
    let tongue: Tongue

    private static let tongues: [Tongue] = [.protobuf, .json, .grpc]
    private static let healthNumber = 3

    init(_ target: Target, _ tongue: Tongue) {
        self.target = target
        self.tongue = tongue
    }

    var number: Int {
        let place = Self.tongues.firstIndex(of: tongue) ?? 0
        return switch target {
        case .export(let signal): Int(signal.rawValue) << 2 | place
        case .health: Self.healthNumber << 2 | place
        }
    }

    init(number: Int) {
        tongue = Self.tongues[min(number & 3, 2)]
        target = Signal(rawValue: UInt8(truncatingIfNeeded: number >> 2)).map { .export($0) } ?? .health
    }
}
