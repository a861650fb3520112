import OTLP

/// What a request asks for.
enum Target: Sendable {
    case export(Signal)
    case health

    /// The target of a gRPC method. Sources: opentelemetry/proto/collector/*/v1, grpc/health/v1.
    init?(method path: String) {
        switch path {
        case "/opentelemetry.proto.collector.trace.v1.TraceService/Export": self = .export(.traces)
        case "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export": self = .export(.metrics)
        case "/opentelemetry.proto.collector.logs.v1.LogsService/Export": self = .export(.logs)
        case "/grpc.health.v1.Health/Check": self = .health
        default: return nil
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
