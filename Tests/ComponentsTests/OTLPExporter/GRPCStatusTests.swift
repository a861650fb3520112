import OTLP
import Testing
import Transport

@testable import Components

@Suite struct GRPCStatusTests {
    private func outcome(_ code: Int, _ message: String = "", delay: Duration? = nil) -> String {
        let details = delay.map { OTLP.Status(code: Int32(code), details: [.retry(after: $0)]).encoded() } ?? []
        switch GRPCBackend.failure(GRPCStatus(code: code, message: message, details: details)) {
        case .retry(let after, _): return "retry \(after.map { "\($0)" } ?? "-")"
        case .refused: return "refused"
        case .tooLarge: return "too large"
        }
    }

    @Test func `the codes that the specification lists are tried again, and no others`() {
        for code in 1...16 { #expect(outcome(code) == ([1, 4, 10, 11, 14, 15].contains(code) ? "retry -" : "refused"), "\(code)") }
        #expect(outcome(99) == "refused")
        #expect(outcome(-1) == "refused")
    }

    @Test func `RESOURCE_EXHAUSTED is tried again where the backend says when`() {
        #expect(outcome(8, "quota", delay: .seconds(3)) == "retry 3.0 seconds")
        #expect(outcome(8, "quota") == "refused")
        #expect(outcome(14, delay: .seconds(2)) == "retry 2.0 seconds")
        #expect(outcome(3, delay: .seconds(2)) == "refused")
        #expect(outcome(14, delay: .seconds(-5)) == "retry 0.0 seconds")
    }

    @Test(arguments: [
        (8, "grpc: received message larger than max (5000000 vs. 4194304)"), (8, "gRPC message exceeds maximum size 4194304: 5000000"),
        (8, "the body is larger than max_body (16777216 bytes)"),
        (11, "Error, decoded message length too large: found 5000000 bytes, the limit is: 4194304 bytes"),
    ])
    func `a message that is too large is known by the words of the gRPC libraries`(code: Int, message: String) {
        #expect(outcome(code, message) == "too large")
        #expect(outcome(3, message) == "refused")
    }

    @Test func `each signal has its service`() {
        #expect(GRPCBackend.path(.traces) == "/opentelemetry.proto.collector.trace.v1.TraceService/Export")
        #expect(GRPCBackend.path(.metrics) == "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export")
        #expect(GRPCBackend.path(.logs) == "/opentelemetry.proto.collector.logs.v1.LogsService/Export")
    }
}
