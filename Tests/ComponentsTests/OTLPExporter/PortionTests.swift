import OTLP
import Testing
import Wire

@testable import Components
@testable import Pipeline

/// Batches over a limit: Weir's own, or the backend's.
@Suite struct PortionTests {
    private func plain(_ backend: ScriptedBackend, _ more: String = "") throws -> ExporterUnderTest {
        try ExporterUnderTest("http://127.0.0.1:\(backend.port)", "compression = \"none\"\n\(more)")
    }

    @Test func `a batch over max_batch goes in parts`() async throws {
        try await ScriptedBackend.run([.answer("200 OK")]) { backend in
            let test = try plain(backend, "max_batch = \"200B\"")
            try await test.run { #expect(await test.send(Numbered.traces(0..<50)) == .delivered) }
            #expect(backend.requests.count > 3)
            #expect(backend.requests.allSatisfy { $0.body.count <= 200 })
            #expect(backend.requests.flatMap { Numbered.numbers($0.body) } == Array(0..<50))
        }
    }

    @Test func `a retry sends what is left, and nothing twice`() async throws {
        try await ScriptedBackend.run([.answer("200 OK"), .answer("503 Busy\r\nRetry-After: 2"), .answer("200 OK")]) { backend in
            let test = try plain(backend, "max_batch = \"200B\"")
            let payload = Numbered.traces(0..<30)
            try await test.run {
                #expect(await test.send(payload) == .retry(.seconds(2)))
                #expect(await test.send(payload) == .delivered)
            }
            var bodies = backend.requests.map(\.body)
            #expect(bodies[1] == bodies[2])
            bodies.remove(at: 1)
            #expect(bodies.flatMap { Numbered.numbers($0) } == Array(0..<30))
        }
    }

    @Test func `what the backend finds too large goes in halves`() async throws {
        try await ScriptedBackend.run([.answer("413 Too Large"), .answer("413 Too Large"), .answer("200 OK")]) { backend in
            let test = try plain(backend)
            try await test.run { #expect(await test.send(Numbered.traces(0..<8)) == .delivered) }
            let sent = backend.requests.map { Numbered.numbers($0.body) }
            #expect(sent == [Array(0..<8), Array(0..<4), [0, 1], [2, 3], [4, 5, 6, 7]])
            #expect(test.total("weir_exporter_halved_requests_total") == 2)
            #expect(test.total("weir_exporter_rejected_items_total") == 0)
        }
    }

    @Test func `halving ends, and a batch of which nothing was taken is refused`() async throws {
        try await ScriptedBackend.run([.answer("413 Too Large")]) { backend in
            let test = try plain(backend)
            try await test.run { #expect(await test.send(Numbered.traces(0..<64)) == .refused) }
            #expect(backend.requests.count == 15)
            #expect(test.total("weir_exporter_rejected_items_total") == 0)
        }
    }

    @Test func `one item alone is not halved`() async throws {
        try await ScriptedBackend.run([.answer("413 Too Large")]) { backend in
            let test = try plain(backend)
            try await test.run { #expect(await test.send(Numbered.traces(0..<1)) == .refused) }
            #expect(backend.requests.count == 1)
        }
    }

    @Test func `a part that is refused is counted, and the others are delivered`() async throws {
        try await ScriptedBackend.run([.answer("413 Too Large"), .answer("400 Bad"), .answer("200 OK")]) { backend in
            let test = try plain(backend)
            try await test.run { #expect(await test.send(Numbered.metrics(6)) == .delivered) }
            #expect(backend.requests.count == 3)
            // Three metrics of two points.
            #expect(test.total("weir_exporter_rejected_items_total") == 6)
        }
    }

    @Test func `what the pipeline gave up is forgotten`() {
        let unfinished = UnfinishedParts(limit: 2)
        let payloads = (0..<3).map { _ in Numbered.traces(0..<2) }
        for payload in payloads { unfinished.hold(Portions(payload, limitBytes: 0)) }
        #expect(unfinished.take(payloads[0]) == nil)
        #expect(unfinished.take(payloads[2])?.payload === payloads[2])
        #expect(unfinished.take(payloads[2]) == nil)
    }
}
