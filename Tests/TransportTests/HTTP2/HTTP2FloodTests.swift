import NIOCore
import Testing

@testable import Transport

/// Senders that mean harm: each is told so (ENHANCE_YOUR_CALM where it floods), counted by its reason, and costs nobody else anything.
@Suite(.serialized) struct HTTP2FloodTests {
    private static let enhanceYourCalm: UInt32 = 11

    /// Floods, hears how the connection ends, and makes sure that the next one is served.
    private func flood(
        limits: TransportLimits = TransportLimits(), _ reason: TransportRefusal, code: UInt32 = enhanceYourCalm,
        _ body: @escaping @Sendable (FrameClient) -> Void
    ) async throws {
        try await withListener(limits: limits) { port, counts in
            let client = try FrameClient(port: port)
            body(client)
            let end = client.end()
            #expect(end.goAway?.code == code)
            #expect(counts.refusals == [reason: 1])
            client.close()
            let next = try FrameClient(port: port)
            next.post(stream: 1, [1])
            #expect(next.answer(on: 1).status == "200")
            next.close()
        }
    }

    @Test func `pings without requests`() async throws {
        try await flood(.controlFlood) { client in
            for _ in 0..<300 { client.send(.ping, [UInt8](repeating: 0, count: 8)) }
        }
    }

    @Test func `settings`() async throws {
        try await flood(.controlFlood) { client in
            for _ in 0..<300 { client.send(.settings) }
        }
    }

    @Test func `pings all at once`() async throws {
        try await flood(.controlFlood) { client in
            client.send(Array(repeating: FrameClient.frame(.ping, [UInt8](repeating: 0, count: 8)), count: 3000).flatMap { $0 })
        }
    }

    @Test func `streams that are reset as soon as they are opened`() async throws {
        try await flood(.rapidReset) { client in
            for number in UInt32(0)..<300 {
                client.head(stream: number * 2 + 1)
                client.send(.reset, stream: number * 2 + 1, FrameClient.bytes(8))
            }
        }
    }

    @Test func `empty frames`() async throws {
        try await flood(.emptyFrames) { client in
            client.head(stream: 1)
            for _ in 0..<10 { client.send(.data, stream: 1) }
        }
    }

    @Test func `a head that goes on and on`() async throws {
        try await flood(.continuationFlood) { client in
            client.send(.headers, stream: 1, FrameClient.block([(":method", "POST")]))
            for number in 0..<20 { client.send(.continuation, stream: 1, FrameClient.block([("x-\(number)", "y")])) }
        }
    }

    @Test func `a head that is too long`() async throws {
        try await withListener { port, counts in
            let client = try FrameClient(port: port)
            client.head("/v1", [("x", String(repeating: "y", count: 100_000))], stream: 1)
            #expect(client.end().goAway != nil)
            #expect(counts.refusals.values.reduce(0, +) == 1)
            client.close()
        }
    }

    @Test func `more streams than are allowed`() async throws {
        var limits = TransportLimits()
        limits.maxStreams = 3
        try await withListener(limits: limits) { port, counts in
            let client = try FrameClient(port: port)
            // A limit holds from when the client has acknowledged it.
            client.post(stream: 1, [])
            #expect(client.answer(on: 1).status == "200")
            for number in UInt32(1)..<6 { client.head(stream: number * 2 + 1) }
            let end = client.end()
            #expect(end.goAway.map { $0.code != 0 } == true)
            #expect(counts.refusals == [.tooManyStreams: 1])
            client.close()
        }
    }

    @Test func `requests whose answers may not be sent`() async throws {
        try await flood(.tooManyStreams, code: 1) { client in
            client.send(.settings, [0, 4, 0, 0, 0, 0])
            for number in UInt32(0)..<150 { client.post(stream: number * 2 + 1, [1]) }
        }
    }

    @Test func `a client that pings once for each answer is none of them`() async throws {
        try await withListener { port, counts in
            let client = try FrameClient(port: port)
            for number in UInt32(0)..<600 {
                client.post(stream: number * 2 + 1, [1])
                #expect(client.answer(on: number * 2 + 1).status == "200")
                client.send(.ping, [UInt8](repeating: 0, count: 8))
            }
            #expect(counts.refusals.isEmpty)
            client.close()
        }
    }

    @Test(arguments: [
        FrameClient.frame(.data, stream: 0, [1]), FrameClient.frame(.headers, flags: 4, stream: 2, [0]),
        FrameClient.frame(.windowUpdate, [0, 0, 0, 0]), FrameClient.frame(.settings, [1, 2, 3]), [0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0, 1],
    ])
    func `what breaks the rules of frames`(bytes: [UInt8]) async throws {
        try await withListener { port, counts in
            let client = try FrameClient(port: port)
            client.send(bytes)
            #expect(client.end().goAway.map { $0.code != 0 } == true)
            #expect(counts.refusals == [.malformed: 1])
            client.close()
        }
    }

    @Test func `a client may ping for each answer, and for ever at intervals`() {
        var watch = ControlFrameGuard(limit: 3)
        var now = NIODeadline.uptimeNanoseconds(0)
        let busy = (0..<100).map { _ in
            defer { watch.requestWasAnswered() }
            return watch.admit(now: now)
        }
        let patient = (0..<100).map { _ in
            now = now + .seconds(10)
            return watch.admit(now: now)
        }
        let hasty = (0..<3).map { _ in watch.admit(now: now) }
        #expect(!busy.contains(false))
        #expect(!patient.contains(false))
        #expect(hasty == [true, true, false])
    }
}
