import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOSSL
import OTLP
import Pipeline
import Settings
import Transport
import Wire

/// OTLP over HTTP as protobuf.
///
/// Source: OTLP specification, "OTLP/HTTP", https://opentelemetry.io/docs/specs/otlp/#otlphttp
struct HTTPBackend: OTLPBackend {
    private static let maxAnswerBytes = 64 << 10

    private let settings: OTLPExporterSettings
    private let client: ClientOnDemand
    private let tls: Reloading<TLSConfiguration>?
    private let clock: Clock
    /// What URLs begin with; its host is the name that certificates must carry.
    private let base: String

    init(_ settings: OTLPExporterSettings, _ clock: Clock, notice: @escaping @Sendable (ReloadNotice) -> Void) throws {
        self.settings = settings
        self.clock = clock
        let endpoint = settings.endpoint
        var configuration = HTTPClient.Configuration()
        configuration.timeout = .init(connect: .seconds(10))
        // A POST that is redirected would become a GET, and its answer would pass for success.
        configuration.redirectConfiguration = .disallow
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = settings.connections
        // Trying again is the pipeline's business.
        configuration.connectionPool.retryConnectionEstablishment = false
        if let name = settings.tls?.serverName {
            configuration.dnsOverride = [name: endpoint.host]
            base = Endpoint(scheme: endpoint.scheme, host: name, port: endpoint.port, path: endpoint.path).description
        } else {
            base = endpoint.description
        }
        client = ClientOnDemand(configuration)
        if endpoint.isSecure {
            let tls = settings.tls ?? ClientTLS()
            self.tls = try Reloading(files: tls.files, notice: notice) { () throws(TLSFault) in try tls.configuration() }
        } else {
            tls = nil
        }
    }

    func close() async { await client.shutdown() }

    func send(_ bytes: Bytes, _ signal: Signal) async throws(SendFailure) -> PartialSuccess {
        let response: HTTPClientResponse
        do {
            response = try await client.made.execute(
                request(bytes, signal), timeout: .nanoseconds(Int64(settings.timeout / .nanoseconds(1))))
        } catch {
            throw .retry(after: nil, ConnectionTrouble(error))
        }
        // The status has decided; a body that does not arrive changes nothing.
        let body = (try? await response.body.collect(upTo: Self.maxAnswerBytes)).map { Array($0.readableBytesView) } ?? []
        try judge(response, body)
        return body.withUnsafeBytes { try? PartialSuccess(response: $0) } ?? PartialSuccess()
    }

    private func request(_ bytes: Bytes, _ signal: Signal) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: "\(base)/v1/\(signal.name)")
        request.method = .POST
        request.tlsConfiguration = tls?.current
        request.headers.add(name: "user-agent", value: "weir")
        for (name, value) in settings.headers { request.headers.replaceOrAdd(name: name, value: value.revealed) }
        request.headers.replaceOrAdd(name: "content-type", value: "application/x-protobuf")
        switch settings.compression {
        case .none: request.body = .bytes(bytes.withBytes { ByteBuffer(bytes: $0) })
        case .gzip:
            request.headers.replaceOrAdd(name: "content-encoding", value: "gzip")
            request.body = .bytes(ByteBuffer(bytes: bytes.withBytes { Deflate.gzip($0) }))
        }
        return request
    }

    /// Which answers are worth another try is the specification's ("Retryable Response Codes").
    private func judge(_ response: HTTPClientResponse, _ body: [UInt8]) throws(SendFailure) {
        let code = Int(response.status.code)
        guard !(200..<300).contains(code) else { return }
        let status = body.withUnsafeBytes { try? OTLP.Status($0) }
        let refusal = BackendRefusal("HTTP \(code)", status?.message ?? "")
        switch code {
        case 429, 502, 503, 504:
            let header = RetryAfter.duration(response.headers.first(name: "retry-after"), unixNanoseconds: clock.unixNanoseconds())
            throw .retry(after: header ?? status?.retryDelay.map(RetryAfter.bounded), refusal)
        case 413: throw .tooLarge(refusal)
        default: throw .refused(refusal)
        }
    }
}
