import OTLP
import Wire

/// Whom the exporter sends to, in one of OTLP's two protocols.
protocol OTLPBackend: Sendable {
    /// Sends one request, once. Returns what the backend did not take of it.
    func send(_ request: Bytes, _ signal: Signal) async throws(SendFailure) -> PartialSuccess
    func close() async
}

/// Why a request was not taken.
///
/// Source: OTLP specification, "Failures", "OTLP/gRPC Throttling", "OTLP/HTTP Throttling".
enum SendFailure: Error {
    /// Worth sending again, at the backend's word not before `after`.
    case retry(after: Duration?, any Error)
    /// It would fail the same way again.
    case refused(any Error)
    /// Less of it might be taken.
    case tooLarge(any Error)
}

/// A backend's failure in its own words.
struct BackendRefusal: Error, CustomStringConvertible {
    /// `HTTP 503` or `gRPC 14`.
    let status: String
    let message: String

    init(_ status: String, _ message: String) {
        self.status = status
        self.message = String(message.prefix(300))
    }

    var description: String { message.isEmpty ? status : "\(status): \(message)" }
}
