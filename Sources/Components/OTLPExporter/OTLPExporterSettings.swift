import OTLP
import Settings
import Transport
import Wire

/// The keys of `[exporters.otlp]`.
struct OTLPExporterSettings: Configurable {
    enum Compression: String, CaseIterable, Sendable { case gzip, none }
    enum Speech: String, CaseIterable, Sendable { case http, grpc }

    let endpoint: Endpoint
    let speech: Speech
    let tls: ClientTLS?
    let headers: [(String, Secret)]
    let compression: Compression
    let timeout: Duration
    let connections: Int
    let maxBatchBytes: Int

    init(from keys: inout KeyReader) {
        endpoint = keys.url("endpoint", help: "the backend; over HTTP, /v1/traces, /v1/metrics and /v1/logs are put behind it")
        speech = keys.choice("protocol", default: .http, help: "OTLP over HTTP as protobuf, or over gRPC")
        let tls: ClientTLSSettings? = keys.table(optional: "tls", help: "how the backend is believed, and who we are; of https:// only")
        self.tls = tls?.client
        headers = Self.readHeaders(&keys)
        compression = keys.choice("compression", default: .gzip, help: "of request bodies")
        timeout = keys.duration(
            "timeout", default: .seconds(10), in: .milliseconds(10) ... .seconds(600), help: "for one request, answer included")
        connections = keys.int("connections", default: 2, in: 1...64, help: "requests under way at once, each on a connection of its own")
        maxBatchBytes = keys.size(
            "max_batch", default: 4 << 20, in: 0...1 << 30,
            help: "waiting requests are joined up to this size before compression, and larger ones are cut; 0 = as they come")
        if speech == .grpc, !endpoint.path.isEmpty {
            keys.mistake(at: "endpoint", "gRPC has no path", hint: "write \"\(endpoint.scheme.rawValue)://\(endpoint.authority)\"")
        }
        if tls != nil, !endpoint.isSecure {
            keys.mistake(at: "tls", "the endpoint is not https://", hint: "write \"https://\(endpoint.authority)\(endpoint.path)\"")
        }
    }

    /// A header whose variable is empty is no header. One that cannot be sent would fail with every request.
    private static func readHeaders(_ keys: inout KeyReader) -> [(String, Secret)] {
        let headers = keys.secretPairs("headers", help: "sent with every request").filter { !$0.value.revealed.isEmpty }
        for header in headers where !isToken(header.name) || !isFieldValue(header.value.revealed) {
            let hint = "a name has letters, digits and -, a value visible ASCII and blanks; is there a line end in it?"
            keys.mistake(at: "headers", "the header '\(header.name)' cannot be sent", hint: hint)
        }
        return headers.map { ($0.name, $0.value) }
    }

    /// RFC 9110 section 5.6.2.
    private static func isToken(_ name: String) -> Bool {
        let marks = "!#$%&'*+-.^_`|~".utf8
        return !name.isEmpty && name.utf8.allSatisfy { Text.lower($0) &- 97 < 26 || $0 &- 48 < 10 || marks.contains($0) }
    }

    /// RFC 9110 section 5.5, without obsolete text.
    private static func isFieldValue(_ value: String) -> Bool { value.utf8.allSatisfy { $0 == 9 || (32...126).contains($0) } }
}
