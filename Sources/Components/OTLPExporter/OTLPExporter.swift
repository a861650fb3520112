import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import OTLP
import Pipeline
import Settings
import Transport
import Wire

/// Sends OTLP to a backend over HTTP as protobuf: `[exporters.otlp]`.
///
/// Source: OTLP specification, "OTLP/HTTP", https://opentelemetry.io/docs/specs/otlp/
struct OTLPExporter: Exporter {
    static let kind = "otlp"
    static let summary = "sends OTLP to a backend over HTTP"

    private let settings: OTLPExporterSettings
    private let client: HTTPClient
    private let refusedItems: [Counter]
    private let troubles: Troubles
    private let name: String

    init(_ settings: OTLPExporterSettings, _ context: Context) {
        self.settings = settings
        name = context.name
        var configuration = HTTPClient.Configuration()
        configuration.timeout = .init(connect: .seconds(10))
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = settings.connections
        client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        troubles = Troubles(log: context.log, clock: context.clock)
        let label = ("exporter", String(context.name.drop { $0 != "." }.dropFirst()))
        refusedItems = Signal.allCases.map {
            context.meters.counter(
                "weir_exporter_rejected_items_total", [label, ("signal", $0.name)],
                help: "Items of delivered requests that the backend did not take (OTLP partial success).")
        }
    }

    var batchBytes: Int { settings.maxBatchBytes }
    var deliveries: Int { settings.connections }

    /// Keeps the client until the queue is drained.
    func run() async throws {
        try? await Task.sleep(for: .seconds(Int64.max >> 32))
        try? await client.shutdown()
    }

    func export(_ payload: Payload) async throws(ExportError) {
        let response: HTTPClientResponse
        let answer: [UInt8]
        do {
            response = try await client.execute(request(payload), timeout: .nanoseconds(Int64(settings.timeout / .nanoseconds(1))))
            answer = Array(try await response.body.collect(upTo: 64 << 10).readableBytesView)
        } catch {
            throw .retry(after: nil, error)
        }
        try judge(response, answer, payload)
    }

    private func request(_ payload: Payload) -> HTTPClientRequest {
        var request = HTTPClientRequest(url: settings.url(payload.signal))
        request.method = .POST
        request.headers.add(name: "content-type", value: "application/x-protobuf")
        request.headers.add(name: "user-agent", value: "weir")
        for (name, value) in settings.headers { request.headers.add(name: name, value: value.revealed) }
        switch settings.compression {
        case .none: request.body = .bytes(ByteBuffer(bytes: payload.bytes.array))
        case .gzip:
            request.headers.add(name: "content-encoding", value: "gzip")
            request.body = .bytes(ByteBuffer(bytes: payload.bytes.withBytes { Deflate.gzip($0) }))
        }
        return request
    }

    /// Which answers are worth another try is the specification's ("Retryable Response Codes").
    private func judge(_ response: HTTPClientResponse, _ answer: [UInt8], _ payload: Payload) throws(ExportError) {
        let code = Int(response.status.code)
        switch code {
        case 200..<300: notePartialSuccess(answer, payload)
        case 429, 502, 503, 504:
            throw .retry(after: RetryAfter.duration(response.headers.first(name: "retry-after")), refusal(code, answer))
        default: throw .refused(refusal(code, answer))
        }
    }

    private func refusal(_ code: Int, _ answer: [UInt8]) -> BackendRefusal {
        let status = answer.withUnsafeBytes { try? OTLP.Status($0) }
        return BackendRefusal(status: code, message: status.map { String($0.message.prefix(300)) } ?? "")
    }

    /// What a backend did not take of a request is never sent again: it is counted, and said.
    private func notePartialSuccess(_ answer: [UInt8], _ payload: Payload) {
        guard let partial = answer.withUnsafeBytes({ try? PartialSuccess(response: $0) }), !partial.isEmpty else { return }
        refusedItems[Int(payload.signal.rawValue)].add(Int(clamping: partial.rejected))
        troubles.report("\(name): the backend did not take \(partial.rejected) \(payload.signal.name): \(partial.message.prefix(300))")
    }
}

/// A backend's failure in its own words.
struct BackendRefusal: Error, CustomStringConvertible {
    let status: Int
    let message: String
    var description: String { message.isEmpty ? "HTTP \(status)" : "HTTP \(status): \(message)" }
}

/// `Retry-After` in seconds (RFC 9110 section 10.2.3); dates are not waited for.
enum RetryAfter {
    static func duration(_ header: String?) -> Duration? {
        header.flatMap { Int64($0) }.flatMap { $0 >= 0 && $0 <= 86_400 ? .seconds($0) : nil }
    }
}
