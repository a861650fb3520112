import Testing

@testable import Transport

@Suite(.serialized) struct GRPCCallTests {
    private static func message(_ bytes: [UInt8], flag: UInt8 = 0, length: Int? = nil) -> [UInt8] {
        [flag] + FrameClient.bytes(UInt32(length ?? bytes.count)) + bytes
    }

    private func call(
        _ fields: [(String, String)] = [], te: String? = "trailers", limits: TransportLimits = TransportLimits(), _ body: [UInt8]
    ) async throws -> (status: String?, message: String?, body: [UInt8], refusals: [TransportRefusal: Int]) {
        let (answers, answer) = AsyncStream.makeStream(
            of: (status: String?, message: String?, body: [UInt8], refusals: [TransportRefusal: Int]).self)
        try await withListener(limits: limits) { port, counts in
            let client = try FrameClient(port: port)
            client.call(fields, te: te, stream: 1, body)
            let heard = client.answer(on: 1)
            #expect(heard.status == "200")
            #expect(heard.field("content-type") == "application/grpc")
            answer.yield((heard.field("grpc-status"), heard.field("grpc-message"), heard.body, counts.refusals))
            client.close()
        }
        for await found in answers { return found }
        return (nil, nil, [], [:])
    }

    @Test func `a message comes back in a message`() async throws {
        let answer = try await call([], Self.message(Array("hello".utf8)))
        #expect(answer.status == "0")
        #expect(answer.body == Self.message(Array("13:hello".utf8)))
    }

    @Test func `a gzipped message is inflated`() async throws {
        let packed = Array("hello".utf8).withUnsafeBytes { Deflate.gzip($0) }
        let answer = try await call([("grpc-encoding", "gzip")], Self.message(packed, flag: 1))
        #expect(answer.body == Self.message(Array("13:hello".utf8)))
    }

    @Test func `an encoding may be named for a message that does not use it`() async throws {
        let answer = try await call([("grpc-encoding", "gzip"), ("grpc-timeout", "10S")], Self.message(Array("hello".utf8)))
        #expect(answer.status == "0")
    }

    @Test(arguments: [
        ([("grpc-encoding", "snappy")], message([1]), TransportRefusal.unsupportedEncoding),
        ([("grpc-timeout", "soon")], message([1]), .badTimeout),
        ([], message([1]) + message([2]), .severalMessages), ([], message([1], flag: 1), .flagWithoutEncoding), ([], [], .badFraming),
        ([], message([1], flag: 7), .badFraming), ([], message([1], length: 9), .badFraming),
        ([], message([], length: 1 << 31), .bodyTooLarge),
        ([("grpc-encoding", "gzip")], message([1, 2], flag: 1), .badCompression),
        ([("content-length", "999999999")], message([1]), .bodyTooLarge),
    ])
    func `a call that cannot be read is refused by its reason`(fields: [(String, String)], body: [UInt8], reason: TransportRefusal)
        async throws
    {
        let answer = try await call(fields, body)
        #expect(answer.status == "3")
        #expect(answer.message == reason.rawValue)
        #expect(answer.refusals == [reason: 1])
    }

    @Test func `a call through something that does not speak gRPC is refused`() async throws {
        let answer = try await call(te: nil, Self.message([1]))
        #expect(answer.status == "3")
        #expect(answer.refusals == [.missingTrailers: 1])
    }

    @Test func `a call whose time is over is refused`() async throws {
        var limits = TransportLimits()
        limits.bodyTimeout = .milliseconds(200)
        try await withListener(limits: limits) { port, counts in
            let client = try FrameClient(port: port)
            let fields = [("content-type", "application/grpc"), ("te", "trailers"), ("grpc-timeout", "1m")]
            client.head("/a.Service/Do", fields, stream: 1)
            #expect(client.answer(on: 1).field("grpc-message") == "timeout")
            #expect(counts.refusals == [.timeout: 1])
            client.close()
        }
    }

    @Test func `gRPC-Web and gRPC over HTTP1 are not gRPC`() async throws {
        try await withListener { port, _ in
            let client = try FrameClient(port: port)
            client.post("/v1", [("content-type", "application/grpc-web")], stream: 1, [1])
            #expect(client.answer(on: 1).field("grpc-status") == nil)
            client.close()
        }
    }
}
