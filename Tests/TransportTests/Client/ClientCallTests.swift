import NIOCore
import NIOHPACK
import NIOHTTP2
import Testing
import Wire

@testable import Transport

@Suite struct ClientCallTests {
    @Test func `a call is answered, and the next one uses the same connection`() async throws {
        try await FrameServer.run(script: { if $1.isEnd { $0.answer([7, 8, 9], on: $1.streamID) } }) { server in
            try await GRPCClient.with(port: server.port) { client in
                for _ in 0..<3 {
                    let reply = try await client.ask(Asking(metadata: [("Authorization", "secret"), ("te", "evil")]))
                    #expect(reply.status.code == 0)
                    #expect(reply.message == [7, 8, 9])
                }
            }
            #expect(server.seen.connections == 1)
            #expect(server.seen.bytes == 3 * 8)
            let request = try #require(server.seen.requests.first)
            #expect(request.first(name: ":path") == "/test.Service/Method")
            #expect(request.first(name: "authorization") == "secret")
            #expect(request["te"] == ["trailers"])
            #expect(GRPCTimeout.nanoseconds(request.first(name: "grpc-timeout")).map { $0 <= 60_000_000_000 } == true)
        }
    }

    @Test func `calls at once go over as many connections as there are`() async throws {
        try await FrameServer.run(script: { if $1.isEnd { $0.answer([1], on: $1.streamID) } }) { server in
            try await GRPCClient.with(port: server.port, connections: 3) { client in
                await withTaskGroup(of: Int?.self) { calls in
                    for _ in 0..<30 { calls.addTask { await client.code() } }
                    for await code in calls { #expect(code == 0) }
                }
            }
            #expect((1...3).contains(server.seen.connections))
            #expect(server.seen.finished == 30)
        }
    }

    @Test func `a large message passes small windows, and is gzipped where that is wanted`() async throws {
        let script: FrameServer.Script = { connection, frame in
            if case .data(let data) = frame.payload, data.data.readableBytes > 0 {
                connection.send(.windowUpdate(windowSizeIncrement: data.data.readableBytes), on: .rootStream)
                if !data.endStream { connection.send(.windowUpdate(windowSizeIncrement: data.data.readableBytes), on: frame.streamID) }
            }
            if frame.isEnd { connection.answer([], on: frame.streamID) }
        }
        let settings = [HTTP2Setting(parameter: .initialWindowSize, value: 1000)]
        try await FrameServer.run(settings: settings, script: script) { server in
            try await GRPCClient.with(port: server.port) { client in
                let large = [UInt8](repeating: 5, count: 300_000)
                #expect(await client.code(Asking(message: large)) == 0)
                #expect(server.seen.bytes == 300_005)
                #expect(await client.code(Asking(message: large, gzip: true)) == 0)
                #expect(server.seen.bytes < 310_000)
                #expect(server.seen.requests.map { $0.first(name: "grpc-encoding") } == [nil, "gzip"])
            }
        }
    }

    @Test func `no more streams are opened at once than the server takes`() async throws {
        // One stream at a time: a second one before the first is answered would be a protocol error, which ends the connection.
        let settings = [HTTP2Setting(parameter: .maxConcurrentStreams, value: 1)]
        try await FrameServer.run(settings: settings, script: { if $1.isEnd { $0.answer([1], on: $1.streamID) } }) { server in
            try await GRPCClient.with(port: server.port) { client in
                #expect(await client.code() == 0)
                await withTaskGroup(of: Int?.self) { calls in
                    for _ in 0..<20 { calls.addTask { await client.code() } }
                    for await code in calls { #expect(code == 0) }
                }
            }
            #expect(server.seen.connections == 1)
        }
    }

    @Test func `a status in trailers only has its message and its details`() async throws {
        let script: FrameServer.Script = { connection, frame in
            guard frame.isEnd else { return }
            let fields = [
                (":status", "200"), ("content-type", "application/grpc"), ("grpc-status", "14"), ("grpc-message", "zu gro%C3%9F 100%25"),
                ("grpc-status-details-bin", "CAE"),
            ]
            connection.sendHeaders(fields, on: frame.streamID, isLast: true)
        }
        try await FrameServer.run(script: script) { server in
            let reply = try await GRPCClient.with(port: server.port) { try await $0.ask() }
            #expect(reply.status.code == 14)
            #expect(reply.status.message == "zu groß 100%")
            #expect(reply.status.details == [8, 1])
        }
    }

    @Test(arguments: [(401, 16), (403, 7), (404, 12), (429, 14), (503, 14), (500, 2), (400, 13)])
    func `an answer of a plain HTTP server stands for a status`(http: Int, code: Int) async throws {
        let script: FrameServer.Script = { connection, frame in
            guard frame.isEnd else { return }
            connection.sendHeaders([(":status", "\(http)"), ("content-type", "text/html")], on: frame.streamID)
            connection.send(.data(.init(data: .byteBuffer(ByteBuffer(string: "<html>")), endStream: true)), on: frame.streamID)
        }
        try await FrameServer.run(script: script) { server in
            let status = try await GRPCClient.with(port: server.port) { try await $0.ask().status }
            #expect(status.code == code)
            #expect(status.message == "HTTP \(http)")
        }
    }

    @Test func `a gzipped answer is inflated`() async throws {
        let script: FrameServer.Script = { connection, frame in
            guard frame.isEnd else { return }
            let fields = [(":status", "200"), ("content-type", "application/grpc+proto"), ("grpc-encoding", "gzip")]
            connection.sendHeaders(fields, on: frame.streamID)
            connection.sendMessage([UInt8](repeating: 3, count: 500).withUnsafeBytes { Deflate.gzip($0) }, on: frame.streamID, flag: 1)
            connection.sendHeaders([("grpc-status", "0")], on: frame.streamID, isLast: true)
        }
        try await FrameServer.run(script: script) { server in
            let reply = try await GRPCClient.with(port: server.port) { try await $0.ask() }
            #expect(reply.message == [UInt8](repeating: 3, count: 500))
        }
    }

    @Test func `an answer over the limit is not taken`() async throws {
        try await FrameServer.run(script: { if $1.isEnd { $0.answer([UInt8](repeating: 0, count: 5000), on: $1.streamID) } }) { server in
            try await GRPCClient.with(port: server.port, { $0.maxAnswerBytes = 1000 }) { client in
                #expect(await client.failure() == .tooLarge(limitBytes: 1000))
            }
        }
    }
}
