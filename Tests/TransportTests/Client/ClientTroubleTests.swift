import NIOCore
import NIOHTTP2
import Synchronization
import Testing
import Wire

@testable import Transport

/// Servers that misbehave, over real sockets.
@Suite struct ClientTroubleTests {
    @Test func `nobody listening is unreachable, and is not tried again at once`() async throws {
        let port = ReservedPort()
        try await GRPCClient.with(port: port.number) { client in
            for _ in 0..<2 {
                guard case .unreachable(let why, let retryAfter)? = await client.failure() else { throw Unexpected() }
                #expect(!why.isEmpty)
                #expect(retryAfter > .zero && retryAfter <= .seconds(10))
            }
        }
    }

    @Test func `a server that is there again is found`() async throws {
        let port = ReservedPort()
        try await GRPCClient.with(port: port.number) { client in
            guard case .unreachable? = await client.failure() else { throw Unexpected() }
            port.open()
            // The server is silent, so what is connected runs out of time.
            #expect(await client.failureOnceReached(Asking(timeout: .milliseconds(300))) == .deadlineExceeded)
        }
    }

    @Test func `no answer ends at the deadline, which the server is told`() async throws {
        try await FrameServer.run(script: { _, _ in }) { server in
            try await GRPCClient.with(port: server.port) { client in
                #expect(await client.failure(Asking(timeout: .milliseconds(200))) == .deadlineExceeded)
                #expect(await client.failure(Asking(timeout: .milliseconds(200))) == .deadlineExceeded)
            }
            // The server proved with its answer to a ping that it is there, so the connection was kept.
            #expect(server.seen.connections == 1)
            #expect(server.seen.pings >= 1)
            #expect(server.seen.resets >= 1)
        }
    }

    @Test func `a server that does not answer pings is given up`() async throws {
        // It speaks once: an empty SETTINGS frame.
        try await RawServer.run(greeting: [0, 0, 0, 4, 0, 0, 0, 0, 0]) { server in
            let patience: (inout GRPCTarget) -> Void = {
                $0.keepaliveAfter = .milliseconds(50)
                $0.pingTimeout = .milliseconds(50)
            }
            try await GRPCClient.with(port: server.port, patience) { client in
                #expect(await client.failure() == .lost("no answer to a ping"))
            }
        }
    }

    @Test func `a server that never speaks HTTP 2 is unreachable`() async throws {
        try await RawServer.run { server in
            try await GRPCClient.with(port: server.port, { $0.connectTimeout = .milliseconds(100) }) { client in
                guard case .unreachable? = await client.failure() else { throw Unexpected() }
            }
        }
    }

    @Test(arguments: ["HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n", "\u{1}\u{2}\u{3}garbage garbage garbage garbage"])
    func `garbage instead of HTTP 2 is unreachable`(greeting: String) async throws {
        try await RawServer.run(greeting: Array(greeting.utf8)) { server in
            try await GRPCClient.with(port: server.port) { client in
                guard case .unreachable? = await client.failure() else { throw Unexpected() }
            }
        }
    }

    @Test(arguments: 0..<60)
    func `whatever comes behind the settings, a call ends`(seed: UInt64) async throws {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func next() -> UInt8 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 33)
        }
        // Frames of every type for the stream of the first call, with lengths that are right and contents that are not.
        let frames = (0..<8).flatMap { _ -> [UInt8] in
            let length = next() % 40
            return [0, 0, length, next() % 10, next() & 0x2D, 0, 0, 0, next() % 3] + (0..<length).map { _ in next() }
        }
        try await RawServer.run(greeting: [0, 0, 0, 4, 0, 0, 0, 0, 0] + frames) { server in
            try await GRPCClient.with(port: server.port) { client in
                #expect(await client.failure(Asking(timeout: .milliseconds(200))) != nil)
            }
        }
    }

    @Test func `a connection that is closed under a call is lost, and the next call makes a new one`() async throws {
        let script: FrameServer.Script = { connection, frame in
            if connection.number == 1 { return connection.close() }
            if frame.isEnd { connection.answer([4], on: frame.streamID) }
        }
        try await FrameServer.run(script: script) { server in
            try await GRPCClient.with(port: server.port) { client in
                guard case .lost? = await client.failure() else { throw Unexpected() }
                #expect(await client.message() == [4])
            }
            #expect(server.seen.connections == 2)
        }
    }

    @Test func `headers and then nothing but the end are no answer`() async throws {
        let script: FrameServer.Script = { connection, frame in
            guard frame.isEnd else { return }
            connection.sendHeaders([(":status", "200"), ("content-type", "application/grpc")], on: frame.streamID)
            connection.close()
        }
        try await FrameServer.run(script: script) { server in
            try await GRPCClient.with(port: server.port) { client in
                guard case .lost? = await client.failure() else { throw Unexpected() }
            }
        }
    }

    @Test func `a call that GOAWAY does not cover is sent again elsewhere, one that it covers is answered`() async throws {
        let script: FrameServer.Script = { connection, frame in
            guard frame.isEnd else { return }
            if connection.number == 1 {
                let last: HTTP2StreamID = frame.streamID == 1 ? 1 : frame.streamID.advanced(by: -2)
                if frame.streamID == 1 { return connection.answer([1], on: 1) }
                return connection.send(.goAway(lastStreamID: last, errorCode: .noError, opaqueData: nil), on: .rootStream)
            }
            connection.answer([2], on: frame.streamID)
        }
        try await FrameServer.run(script: script) { server in
            try await GRPCClient.with(port: server.port) { client in
                #expect(await client.message() == [1])
                #expect(await client.message() == [2])
                #expect(await client.message() == [2])
            }
            #expect(server.seen.connections == 2)
        }
    }

    @Test func `a call under way is answered after GOAWAY`() async throws {
        let script: FrameServer.Script = { connection, frame in
            guard frame.isEnd else { return }
            connection.send(.goAway(lastStreamID: frame.streamID, errorCode: .noError, opaqueData: nil), on: .rootStream)
            connection.answer([UInt8(connection.number)], on: frame.streamID)
        }
        try await FrameServer.run(script: script) { server in
            try await GRPCClient.with(port: server.port) { client in
                #expect(await client.message() == [1])
                #expect(await client.message() == [2])
            }
        }
    }

    @Test func `a refused stream is sent again, but not for ever`() async throws {
        try await FrameServer.run(script: { if $1.isEnd { $0.send(.rstStream(.refusedStream), on: $1.streamID) } }) { server in
            try await GRPCClient.with(port: server.port) { client in
                #expect(await client.failure() == .notProcessed)
            }
            #expect(server.seen.finished == 3)
        }
    }

    @Test func `any other reset is said`() async throws {
        try await FrameServer.run(script: { if $1.isEnd { $0.send(.rstStream(.internalError), on: $1.streamID) } }) { server in
            try await GRPCClient.with(port: server.port) { client in
                guard case .reset? = await client.failure() else { throw Unexpected() }
            }
        }
    }

    @Test func `an answer before the whole request was read ends the call and the sending`() async throws {
        let script: FrameServer.Script = { connection, frame in
            guard case .headers = frame.payload else { return }
            let fields = [(":status", "200"), ("content-type", "application/grpc"), ("grpc-status", "8")]
            connection.sendHeaders(fields, on: frame.streamID, isLast: true)
        }
        try await FrameServer.run(script: script) { server in
            try await GRPCClient.with(port: server.port) { client in
                let large = Asking(message: [UInt8](repeating: 1, count: 1 << 20))
                #expect(await client.code(large) == 8)
                #expect(await client.code(large) == 8)
            }
            #expect(server.seen.finished == 0)
            #expect(server.seen.resets >= 1)
            #expect(server.seen.connections == 1)
        }
    }

    @Test func `a cancelled call ends at once`() async throws {
        try await FrameServer.run(script: { _, _ in }) { server in
            try await GRPCClient.with(port: server.port) { client in
                let call = Task { await client.failure() }
                call.cancel()
                #expect(await call.value == .cancelled)
            }
        }
    }

    @Test func `a closed client takes no calls`() async throws {
        try await FrameServer.run(script: { if $1.isEnd { $0.answer([], on: $1.streamID) } }) { server in
            let client = GRPCClient(GRPCTarget(host: "127.0.0.1", port: server.port, authority: "x"), connections: 1)
            #expect(await client.code() == 0)
            await client.close()
            #expect(await client.failure() == .cancelled)
        }
    }
}

struct Unexpected: Error {}
