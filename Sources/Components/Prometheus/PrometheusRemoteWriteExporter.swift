import AsyncHTTPClient
import Metrics
import OTLP
import Pipeline
import Settings
import Synchronization
import Wire

/// Writes metrics to Prometheus and its kin: `[exporters.prometheus_remote_write]`.
///
/// Remote write 1.0, https://prometheus.io/docs/specs/prw/remote_write_spec/. One delivery at a time, because samples of a series must
/// arrive in order.
struct PrometheusRemoteWriteExporter: Exporter {
    static let kind = "prometheus_remote_write"
    static let summary = "writes metrics to Prometheus, Mimir, Thanos, VictoriaMetrics (remote write 1.0)"
    static let signals: Set<Signal> = [.metrics]

    /// What is left to write of the payload that failed last, so that a retry neither counts delta points twice nor writes twice.
    private struct Unfinished {
        let payload: Payload
        var requests: [[UInt8]]
    }

    private let settings: RemoteWriteSettings
    private let buffer: RemoteWriteBuffer
    private let clock: Clock
    private let client: HTTPClient
    private let unfinished = Held()

    private final class Held: Sendable {
        let state = Mutex<Unfinished?>(nil)
    }

    init(_ settings: RemoteWriteSettings, _ context: Context) throws {
        self.settings = settings
        var limits = PrometheusStore.Limits()
        limits.series = settings.seriesLimit
        limits.expireAfter = UInt64(settings.expireAfter / .nanoseconds(1))
        let buffer = RemoteWriteBuffer(
            limits: limits, external: settings.externalLabels.map { ($0.name, $0.value) }, samplesPerRequest: settings.samplesPerRequest,
            began: context.clock.unixNanoseconds())
        self.buffer = buffer
        clock = context.clock
        client = .shared
        let name = String(context.name.drop { $0 != "." }.dropFirst())
        context.meters.source { buffer.refusals.samples(exporter: name, series: buffer.seriesCount) }
    }

    func export(_ payload: Payload) async throws(ExportError) {
        var requests = try requests(for: payload)
        while let request = requests.first {
            do throws(ExportError) {
                try await post(request)
            } catch {
                if case .retry = error { hold(payload, requests) }
                throw error
            }
            requests.removeFirst()
        }
    }

    /// The requests of a payload: what is left, where it was begun before.
    private func requests(for payload: Payload) throws(ExportError) -> [[UInt8]] {
        let left = unfinished.state.withLock { unfinished -> [[UInt8]]? in
            defer { unfinished = nil }
            return unfinished?.payload === payload ? unfinished?.requests : nil
        }
        if let left { return left }
        let (now, time) = (clock.monotonicNanoseconds(), clock.unixNanoseconds())
        let made = payload.bytes.withBytes { bytes in
            Result { () throws(WireError) in try buffer.requests(for: Text(bytes), now: now, time: time) }
        }
        switch made {
        case .success(let requests): return requests
        case .failure(let error): throw .refused(error)
        }
    }

    private func hold(_ payload: Payload, _ requests: [[UInt8]]) {
        unfinished.state.withLock { $0 = Unfinished(payload: payload, requests: requests) }
    }

    private func post(_ message: [UInt8]) async throws(ExportError) {
        var request = HTTPClientRequest(url: settings.endpoint.description)
        request.method = .POST
        request.headers.add(name: "Content-Encoding", value: "snappy")
        request.headers.add(name: "Content-Type", value: "application/x-protobuf")
        request.headers.add(name: "X-Prometheus-Remote-Write-Version", value: "0.1.0")
        request.headers.add(name: "User-Agent", value: "weir")
        for header in settings.headers { request.headers.replaceOrAdd(name: header.name, value: header.value.revealed) }
        request.body = .bytes(Snappy.compress(message))
        let response: HTTPClientResponse
        do {
            response = try await client.execute(request, timeout: .nanoseconds(Int64(settings.timeout / .nanoseconds(1))))
        } catch {
            throw .retry(after: nil, error)
        }
        try await judge(response)
    }

    /// 2xx is written; 429 and 5xx may be tried again; everything else would fail the same way.
    private func judge(_ response: HTTPClientResponse) async throws(ExportError) {
        let status = Int(response.status.code)
        let text = try? await response.body.collect(upTo: 4096)
        guard !(200..<300).contains(status) else { return }
        let refusal = RemoteWriteRefusal(status: status, message: text.map { String(decoding: $0.readableBytesView, as: UTF8.self) } ?? "")
        guard status == 429 || status >= 500 else { throw .refused(refusal) }
        let seconds = response.headers.first(name: "Retry-After").flatMap { Int64($0) }
        throw .retry(after: seconds.map { .seconds(min(max($0, 0), 3600)) }, refusal)
    }
}

/// A server did not take what was written.
struct RemoteWriteRefusal: Error, CustomStringConvertible {
    let status: Int
    let message: String

    var description: String { "HTTP \(status)\(message.isEmpty ? "" : ": " + message.prefix(200).filter { !$0.isNewline })" }
}
