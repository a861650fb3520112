import Testing

@testable import Transport

@Suite(.serialized) struct HTTP2Tests {
    /// Runs a client of frames against a listener.
    private func withClient(
        limits: TransportLimits = TransportLimits(), room: Int = .max,
        _ body: @escaping @Sendable (FrameClient, TransportCounts) throws -> Void
    ) async throws {
        try await withListener(limits: limits, room: room) { port, counts in
            let client = try FrameClient(port: port)
            try body(client, counts)
            client.close()
        }
    }

    @Test func `a body comes back whole, as over HTTP1`() async throws {
        try await withClient { client, _ in
            client.post(stream: 1, Array("hello".utf8))
            let heard = client.answer(on: 1)
            #expect(heard.status == "200")
            #expect(heard.field("content-length") == "7")
            #expect(heard.text == "3:hello")
        }
    }

    @Test func `the preface may come byte by byte`() async throws {
        try await withListener { port, _ in
            let client = try RawClient(port: port)
            for byte in FrameClient.preface { client.send([byte]) }
            client.send(FrameClient.frame(.settings))
            #expect(client.receive().dropFirst(3).first == FrameClient.Kind.settings.rawValue)
            client.close()
        }
    }

    @Test func `streams are answered beside one another`() async throws {
        try await withClient { client, _ in
            client.head(stream: 1)
            client.post("/longer", stream: 3, Array("second".utf8))
            #expect(client.answer(on: 3).text == "7:second")
            client.send(.data, flags: FrameClient.endStream, stream: 1, Array("first".utf8))
            #expect(client.answer(on: 1).text == "3:first")
        }
    }

    @Test func `gzip is inflated`() async throws {
        try await withClient { client, _ in
            client.post("/v1", [("content-encoding", "gzip")], stream: 1, Array("hello".utf8).withUnsafeBytes { Deflate.gzip($0) })
            #expect(client.answer(on: 1).text == "3:hello")
        }
    }

    @Test func `a refusal tells a sender that is still sending to stop`() async throws {
        var limits = TransportLimits()
        limits.maxBodyBytes = 1024
        try await withClient(limits: limits) { client, counts in
            client.head("/v1", [("content-length", "99999")], stream: 1)
            let refused = client.answer(on: 1)
            #expect(refused.status == "413")
            client.post(stream: 3, Array("fits".utf8))
            #expect(client.answer(on: 3).text == "3:fits")
            #expect(counts.refusals == [.bodyTooLarge: 1])
        }
    }

    @Test(arguments: [
        ("content-encoding", "br", "415", TransportRefusal.unsupportedEncoding), ("content-encoding", "gzip", "400", .badCompression),
    ])
    func `what HTTP1 refuses, HTTP2 refuses with the same status`(name: String, value: String, status: String, refusal: TransportRefusal)
        async throws
    {
        try await withClient { client, counts in
            client.post("/v1", [(name, value)], stream: 1, Array("hello".utf8))
            #expect(client.answer(on: 1).status == status)
            #expect(counts.refusals == [refusal: 1])
        }
    }

    @Test func `too many headers are refused, and the connection lives`() async throws {
        var limits = TransportLimits()
        limits.maxHeaders = 20
        try await withClient(limits: limits) { client, counts in
            client.post("/v1", (0..<30).map { ("x-\($0)", "y") }, stream: 1, [])
            #expect(client.answer(on: 1).status == "431")
            client.post(stream: 3, [1])
            #expect(client.answer(on: 3).status == "200")
            #expect(counts.refusals == [.headersTooLarge: 1])
        }
    }

    @Test func `a connection without requests is told to go`() async throws {
        var limits = TransportLimits()
        limits.idleTimeout = .milliseconds(50)
        try await withClient(limits: limits) { client, _ in
            let heard = client.end()
            #expect(heard.goAway?.code == 0)
            #expect(heard.isClosed)
        }
    }

    @Test func `a body that does not end is refused in time`() async throws {
        var limits = TransportLimits()
        limits.bodyTimeout = .milliseconds(50)
        try await withClient(limits: limits) { client, counts in
            client.head(stream: 1)
            client.send(.data, stream: 1, [1, 2, 3])
            #expect(client.answer(on: 1).status == "408")
            #expect(counts.refusals == [.timeout: 1])
        }
    }

    @Test func `a large body moves the windows`() async throws {
        try await withClient { client, _ in
            // The large windows hold from when the client has acknowledged them.
            client.post(stream: 1, [])
            #expect(client.answer(on: 1).status == "200")
            client.head(stream: 3)
            for _ in 0..<5 {
                for _ in 0..<128 { client.send(.data, stream: 3, [UInt8](repeating: 7, count: 16 << 10)) }
                client.awaitWindow(2 << 20, on: 3)
            }
            client.send(.data, flags: FrameClient.endStream, stream: 3)
            #expect(client.answer(on: 3).status == "200")
        }
    }

    @Test func `a listener that closes says good-bye`() async throws {
        let kept = Kept()
        try await withListener { port, _ in
            let client = try FrameClient(port: port)
            client.post(stream: 1, [1])
            #expect(client.answer(on: 1).status == "200")
            kept.client = client
        }
        let end = try #require(kept.client).end()
        #expect(end.goAway?.code == 0)
        #expect(end.isClosed)
        kept.client?.close()
    }
}

/// A client that outlives the listener.
private final class Kept: @unchecked Sendable {
    var client: FrameClient?
}
