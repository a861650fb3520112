import OTLP
import Settings

/// The keys of `[exporters.otlp]`.
struct OTLPExporterSettings: Configurable {
    enum Compression: String, CaseIterable, Sendable { case gzip, none }
    enum Speech: String, CaseIterable, Sendable { case http }

    let endpoint: Endpoint
    let headers: [(String, Secret)]
    let compression: Compression
    let timeout: Duration
    let connections: Int
    let maxBatchBytes: Int

    init(from keys: inout KeyReader) {
        endpoint = keys.url("endpoint", help: "the backend; /v1/traces, /v1/metrics and /v1/logs are put behind it")
        _ = keys.choice("protocol", default: Speech.http, help: "OTLP over HTTP as protobuf")
        // A header whose variable is empty is no header.
        headers = keys.secretPairs("headers", help: "sent with every request").compactMap { pair in
            pair.value.revealed.isEmpty ? nil : (pair.name, pair.value)
        }
        compression = keys.choice("compression", default: .gzip, help: "of request bodies")
        timeout = keys.duration(
            "timeout", default: .seconds(10), in: .milliseconds(10) ... .seconds(600), help: "for one request, answer included")
        connections = keys.int("connections", default: 2, in: 1...64, help: "requests under way at once")
        maxBatchBytes = keys.size(
            "max_batch", default: 4 << 20, in: 0...1 << 30, help: "waiting requests are joined up to this size before compression")
    }

    func url(_ signal: Signal) -> String { "\(endpoint)/v1/\(signal.name)" }
}
