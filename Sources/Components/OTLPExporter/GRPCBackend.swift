import NIOCore
import NIOSSL
import OTLP
import Transport
import Wire

/// OTLP over gRPC.
///
/// Source: OTLP specification, "OTLP/gRPC", https://opentelemetry.io/docs/specs/otlp/#otlpgrpc
struct GRPCBackend: OTLPBackend {
    private let settings: OTLPExporterSettings
    private let metadata: [(String, String)]
    private let client: GRPCClient

    init(_ settings: OTLPExporterSettings, notice: @escaping @Sendable (ReloadNotice) -> Void) throws {
        self.settings = settings
        metadata = settings.headers.map { ($0.0, $0.1.revealed) }
        let endpoint = settings.endpoint
        var target = GRPCTarget(host: endpoint.host, port: endpoint.port, authority: endpoint.authority)
        if endpoint.isSecure {
            let tls = settings.tls ?? ClientTLS()
            target.tls = try tls.reloading(protocols: ["h2"], notice: notice)
            target.serverName = tls.serverName
        }
        client = GRPCClient(target, connections: settings.connections)
    }

    func close() async { await client.close() }

    func send(_ request: Bytes, _ signal: Signal) async throws(SendFailure) -> PartialSuccess {
        let reply: GRPCReply
        do throws(GRPCFailure) {
            reply = try await client.call(
                Self.path(signal), request, gzip: settings.compression == .gzip, metadata: metadata, timeout: settings.timeout)
        } catch {
            throw Self.failure(error)
        }
        guard reply.status.code == 0 else { throw Self.failure(reply.status) }
        return reply.message.withUnsafeBytes { try? PartialSuccess(response: $0) } ?? PartialSuccess()
    }

    static func path(_ signal: Signal) -> String {
        let (package, service) =
            switch signal {
            case .traces: ("trace", "TraceService")
            case .metrics: ("metrics", "MetricsService")
            case .logs: ("logs", "LogsService")
            }
        return "/opentelemetry.proto.collector.\(package).v1.\(service)/Export"
    }

    /// No answer: a trouble of the way, which may pass.
    private static func failure(_ failure: GRPCFailure) -> SendFailure {
        switch failure {
        case .unreachable(_, let retryAfter): .retry(after: retryAfter, failure)
        case .tooLarge: .refused(failure)
        case .lost, .reset, .notProcessed, .deadlineExceeded, .malformed, .cancelled: .retry(after: nil, failure)
        }
    }

    /// Which statuses are worth another try is the specification's ("Failures").
    static func failure(_ status: GRPCStatus) -> SendFailure {
        let refusal = BackendRefusal("gRPC \(status.code)", status.message)
        let delay = status.details.withUnsafeBytes { try? OTLP.Status($0) }?.retryDelay.map(RetryAfter.bounded)
        if delay == nil, isAboutSize(status) { return .tooLarge(refusal) }
        switch status.code {
        case 1, 4, 10, 11, 14, 15: return .retry(after: delay, refusal)
        case 8: return delay == nil ? .refused(refusal) : .retry(after: delay, refusal)
        default: return .refused(refusal)
        }
    }

    /// RESOURCE_EXHAUSTED means too much of anything; the gRPC libraries say in words that it was the message. Rust's says OUT_OF_RANGE.
    private static func isAboutSize(_ status: GRPCStatus) -> Bool {
        guard status.code == 8 || status.code == 11 else { return false }
        let message = status.message.lowercased()
        return ["larger than", "too large", "exceeds"].contains { message.contains($0) }
    }
}
