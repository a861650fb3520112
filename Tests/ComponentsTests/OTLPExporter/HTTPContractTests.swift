import NIOCore
import OTLP
import Testing
import Transport
import Wire

@testable import Components
@testable import Pipeline

/// The exporter over HTTP, against a backend that misbehaves: every batch is delivered, to be tried again, or refused.
@Suite struct HTTPContractTests {
    private static let noon: UInt64 = 784_111_777_000_000_000  // Sun, 06 Nov 1994 08:49:37 GMT

    private func outcome(_ deed: ScriptedBackend.Deed, _ more: String = "") async throws -> Outcome {
        nonisolated(unsafe) var outcome = Outcome.delivered
        try await ScriptedBackend.run([deed]) { backend in
            let test = try ExporterUnderTest("http://127.0.0.1:\(backend.port)", more, now: Self.noon)
            try await test.run { outcome = await test.send(Numbered.traces(0..<1)) }
        }
        return outcome
    }

    @Test(arguments: [
        ("200 OK", Outcome.delivered), ("202 Accepted", .delivered), ("204 No Content", .delivered), ("429 Slow Down", .retry(nil)),
        ("502 Bad Gateway", .retry(nil)), ("503 Busy", .retry(nil)), ("504 Gateway Timeout", .retry(nil)),
        ("429 Slow Down\r\nRetry-After: 7", .retry(.seconds(7))), ("503 Busy\r\nRetry-After: 0", .retry(.zero)),
        ("503 Busy\r\nRetry-After: Sun, 06 Nov 1994 08:50:07 GMT", .retry(.seconds(30))),
        ("503 Busy\r\nRetry-After: Sun, 06 Nov 1994 08:40:00 GMT", .retry(.zero)),
        ("503 Busy\r\nRetry-After: Fri, 31 Dec 9999 23:59:59 GMT", .retry(.seconds(86_400))),
        ("503 Busy\r\nRetry-After: soon", .retry(nil)), ("400 Bad Request", .refused), ("401 Unauthorized", .refused),
        ("403 Forbidden", .refused), ("404 Not Found", .refused), ("408 Request Timeout", .refused), ("413 Too Large", .refused),
        ("500 Internal Server Error", .refused), ("501 Not Implemented", .refused),
        ("302 Found\r\nLocation: http://127.0.0.1:1/", .refused),
    ])
    func `a status is what the specification says`(status: String, wanted: Outcome) async throws {
        // One span, so that nothing can be halved.
        #expect(try await outcome(.answer(status)) == wanted)
    }

    @Test func `the delay in a Status body counts where there is no Retry-After`() async throws {
        let status = OTLP.Status(code: 14, message: "busy", details: [.retry(after: .milliseconds(2500))])
        #expect(try await outcome(.answer("503 Busy", status.encoded())) == .retry(.milliseconds(2500)))
        #expect(try await outcome(.answer("503 Busy\r\nRetry-After: 1", status.encoded())) == .retry(.seconds(1)))
    }

    @Test(arguments: [
        ScriptedBackend.Deed.reset, .say(""), .say("\u{1}\u{2}garbage\r\n\r\n"), .say("HTTP/1.1 200 OK\r\nContent-Le"), .silence,
    ])
    func `no answer is tried again`(deed: ScriptedBackend.Deed) async throws {
        #expect(try await outcome(deed, "timeout = \"300ms\"") == .retry(nil))
    }

    @Test func `a status decides, though the body behind it never comes`() async throws {
        let head = "Content-Length: 100\r\n\r\nshort"
        #expect(try await outcome(.say("HTTP/1.1 200 OK\r\n\(head)"), "timeout = \"300ms\"") == .delivered)
        #expect(try await outcome(.say("HTTP/1.1 503 Busy\r\nRetry-After: 3\r\n\(head)"), "timeout = \"300ms\"") == .retry(.seconds(3)))
        #expect(try await outcome(.say("HTTP/1.1 400 Bad\r\n\(head)"), "timeout = \"300ms\"") == .refused)
    }

    @Test func `a slow answer is waited for, up to the timeout`() async throws {
        #expect(try await outcome(.drip("200 OK")) == .delivered)
        #expect(try await outcome(.drip("200 OK\r\nX: \(String(repeating: "x", count: 2000))"), "timeout = \"100ms\"") == .retry(nil))
    }

    @Test func `nobody listening is tried again, at once`() async throws {
        let test = try ExporterUnderTest("http://127.0.0.1:1", "timeout = \"60s\"")
        try await test.run { #expect(await test.send(Numbered.traces(0..<1)) == .retry(nil)) }
    }

    @Test func `what is sent has the headers of OTLP and of the user`() async throws {
        try await ScriptedBackend.run([.answer("200 OK")]) { backend in
            let more = "headers = { Authorization = \"Bearer t\", Content-Type = \"text/plain\", Empty = \"\" }"
            let test = try ExporterUnderTest("http://127.0.0.1:\(backend.port)/base", more)
            try await test.run {
                #expect(await test.send(Numbered.traces(0..<2)) == .delivered)
                #expect(await test.send(Numbered.metrics(2)) == .delivered)
            }
            let request = try #require(backend.requests.first)
            #expect(request.head.hasPrefix("post /base/v1/traces http/1.1\r\n"))
            let lines = request.head.split(separator: "\r\n")
            for line in ["content-type: application/x-protobuf", "content-encoding: gzip", "authorization: bearer t", "user-agent: weir"] {
                #expect(lines.filter { $0.prefix { $0 != ":" } == line.prefix { $0 != ":" } } == [Substring(line)])
            }
            #expect(!request.head.contains("empty"))
            #expect(request.body.prefix(2) == [0x1f, 0x8b])
            #expect(backend.requests.last?.head.hasPrefix("post /base/v1/metrics http/1.1\r\n") == true)
        }
    }

    @Test func `without compression the bytes go as they are`() async throws {
        try await ScriptedBackend.run([.answer("200 OK")]) { backend in
            let test = try ExporterUnderTest("http://127.0.0.1:\(backend.port)", "compression = \"none\"")
            let payload = Numbered.traces(0..<5)
            try await test.run { #expect(await test.send(payload) == .delivered) }
            let request = try #require(backend.requests.first)
            #expect(request.body == payload.bytes.array)
            #expect(!request.head.contains("content-encoding"))
        }
    }

    @Test func `partial success is delivered, and counted`() async throws {
        let partial = PartialSuccess(rejected: 2, message: "too old").response()
        try await ScriptedBackend.run([.answer("200 OK", partial), .answer("200 OK", [0xff, 0xff])]) { backend in
            let test = try ExporterUnderTest("http://127.0.0.1:\(backend.port)")
            try await test.run {
                #expect(await test.send(Numbered.traces(0..<3)) == .delivered)
                #expect(await test.send(Numbered.traces(0..<3)) == .delivered)
            }
            #expect(test.total("weir_exporter_rejected_items_total") == 2)
            #expect(backend.requests.count == 2)
        }
    }
}
