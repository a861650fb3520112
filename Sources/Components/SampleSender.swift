import AsyncHTTPClient
import NIOCore

/// Sends a sample to this run's own receiver, as an app would: so that what the page shows took the way of all telemetry.
struct SampleSender: Sendable {
    struct Refused: Error, CustomStringConvertible {
        let status: UInt
        var description: String { "the receiver answered \(status)" }
    }

    /// `http://127.0.0.1:4318/v1/traces`
    let url: String

    /// Each request is OTLP/JSON.
    func send(_ requests: [String]) async throws {
        for body in requests {
            var request = HTTPClientRequest(url: url)
            request.method = .POST
            request.headers.add(name: "content-type", value: "application/json")
            request.body = .bytes(ByteBuffer(string: body))
            let response = try await HTTPClient.shared.execute(request, timeout: .seconds(5))
            guard response.status == .ok else { throw Refused(status: response.status.code) }
        }
    }
}
