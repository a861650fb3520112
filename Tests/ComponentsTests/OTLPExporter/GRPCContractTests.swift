import OTLP
import Testing
import Transport
import Wire

@testable import Components
@testable import Pipeline

/// The exporter over gRPC, against a real listener. What misbehaves below gRPC is the business of Transport's tests.
@Suite struct GRPCContractTests {
    private static let taken = Answer(200, grpc: GRPCStatus(code: 0))

    private func exporter(_ port: Int, _ more: String = "") throws -> ExporterUnderTest {
        try ExporterUnderTest("http://127.0.0.1:\(port)", "protocol = \"grpc\"\n\(more)")
    }

    @Test func `each signal goes to its service, gzipped, with the user's headers`() async throws {
        try await ScriptedCollector.run([Self.taken]) { port, collector in
            let test = try exporter(port, "headers = { Authorization = \"Bearer t\" }")
            let payload = Numbered.traces(0..<3)
            try await test.run {
                #expect(await test.send(payload) == .delivered)
                #expect(await test.send(Numbered.metrics(2)) == .delivered)
            }
            let call = try #require(collector.calls.first)
            #expect(call.path == "/opentelemetry.proto.collector.trace.v1.TraceService/Export")
            #expect(call.body == payload.bytes.array)
            #expect(call.headers("authorization") == "Bearer t")
            #expect(call.headers("grpc-encoding") == "gzip")
            #expect(collector.calls.last?.path == "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export")
        }
    }

    @Test func `without compression the message goes as it is`() async throws {
        try await ScriptedCollector.run([Self.taken]) { port, collector in
            let test = try exporter(port, "compression = \"none\"")
            try await test.run { #expect(await test.send(Numbered.traces(0..<3)) == .delivered) }
            #expect(try #require(collector.calls.first).headers("grpc-encoding") == nil)
        }
    }

    @Test(
        arguments: [
            (14, "", nil, Outcome.retry(nil)), (14, "", .seconds(4), .retry(.seconds(4))), (8, "quota", nil, .refused),
            (8, "quota", .milliseconds(1500), .retry(.milliseconds(1500))), (3, "bad", nil, .refused), (16, "who?", nil, .refused),
            (12, "", nil, .refused), (4, "", nil, .retry(nil)),
        ] as [(Int, String, Duration?, Outcome)])
    func `a status is what the specification says`(code: Int, message: String, delay: Duration?, wanted: Outcome) async throws {
        let details = delay.map { OTLP.Status(code: Int32(code), details: [.retry(after: $0)]).encoded() } ?? []
        let answer = Answer(503, grpc: GRPCStatus(code: code, message: message, details: details))
        try await ScriptedCollector.run([answer]) { port, _ in
            let test = try exporter(port)
            try await test.run { #expect(await test.send(Numbered.traces(0..<3)) == wanted) }
        }
    }

    @Test func `partial success is delivered, and counted`() async throws {
        let partial = Answer(200, body: PartialSuccess(rejected: 2, message: "too old").response(), grpc: GRPCStatus(code: 0))
        try await ScriptedCollector.run([partial]) { port, _ in
            let test = try exporter(port)
            try await test.run { #expect(await test.send(Numbered.traces(0..<3)) == .delivered) }
            #expect(test.total("weir_exporter_rejected_items_total") == 2)
        }
    }

    @Test func `a batch over the backend's limit arrives in halves`() async throws {
        var limits = TransportLimits()
        limits.maxBodyBytes = 400
        try await ScriptedCollector.run([Self.taken], limits: limits) { port, collector in
            let test = try exporter(port, "compression = \"none\"")
            try await test.run { #expect(await test.send(Numbered.traces(0..<64)) == .delivered) }
            #expect(collector.calls.flatMap { Numbered.numbers($0.body) } == Array(0..<64))
            #expect(collector.calls.count > 2)
            #expect(test.total("weir_exporter_halved_requests_total") > 0)
        }
    }

    @Test func `nobody listening is tried again`() async throws {
        let test = try exporter(1)
        try await test.run {
            guard case .retry(let after?) = await test.send(Numbered.traces(0..<1)) else {
                Issue.record("not tried again, or not after a pause")
                return
            }
            #expect(after > .zero)
        }
    }
}
