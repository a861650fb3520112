import OTLP
import Transport
import Wire

/// The `Check` method of the standard health service: whoever can ask is served, since Weir refuses by request and not by service.
///
/// Source: grpc/doc/health-checking.md
enum HealthCheck {
    /// HealthCheckResponse{status: SERVING}.
    private static let serving = Answer(200, body: [0x08, 0x01], grpc: GRPCStatus(code: 0))

    /// - Parameter body: a HealthCheckRequest, which may name a service; without a name the whole server is meant.
    static func answer(_ body: Bytes) -> Answer {
        let service: String
        do throws(WireError) {
            service = try body.withBytes { (bytes) throws(WireError) in try name(in: WireReader(bytes)) }
        } catch {
            return .invalid("\(error)", .grpc)
        }
        let isKnown = service.isEmpty || Signal.allCases.contains { $0.collectorService == service }
        return isKnown ? serving : .failure(404, .notFound, "unknown service", .grpc)
    }

    private static func name(in content: WireReader) throws(WireError) -> String {
        var reader = content
        var name = ""
        while !reader.isAtEnd {
            let tag = try reader.tag()
            if tag == 1 << 3 | WireType.bytes {
                name = String(try reader.text())
            } else {
                try reader.skip(tag)
            }
        }
        return name
    }
}
