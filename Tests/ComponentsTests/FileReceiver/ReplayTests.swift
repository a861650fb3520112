import Admin
import NIOCore
import NIOHTTP1
import NIOPosix
import OTLP
import Settings
import Synchronization
import Testing
import Wire

@testable import Components
@testable import Pipeline

@Suite struct ReplayTests {
    private let folder = Folder()

    @Test func `bodies go as they are to the path of their signal, and a later is waited for`() async throws {
        let line = try RecordFormat.line(Captured.payload(Captured.traces()))
        folder.write("a.jsonl", line + line)
        folder.write("b.pb", Captured.logs("hello"))
        let backend = try await Backend(answers: [503, 200, 400, 200])
        let complaints = Mutex<[String]>([])
        let replay = Replay(.init(to: Endpoint(scheme: .http, host: "127.0.0.1", port: backend.port, path: "/in"))) { line in
            complaints.withLock { $0.append(line) }
        }
        let outcome = try await replay.run([folder.file("a.jsonl"), folder.file("b.pb")])
        try await backend.stop()
        let json = Array(line.dropLast())
        #expect(
            backend.requests == [
                .init(path: "/in/v1/traces", type: "application/json", body: json),
                .init(path: "/in/v1/traces", type: "application/json", body: json),
                .init(path: "/in/v1/traces", type: "application/json", body: json),
                .init(path: "/in/v1/logs", type: "application/x-protobuf", body: Captured.logs("hello")),
            ])
        #expect(outcome.requests == 3 && outcome.refused == 1 && outcome.malformed == 0)
        #expect(complaints.withLock { $0.count } == 1)
    }

    @Test func `a rate spaces the requests out`() async throws {
        folder.write("a.pb", Captured.traces())
        let backend = try await Backend(answers: [200])
        let slept = Mutex<[Duration]>([])
        let clock = Clock(
            unixNanoseconds: { 0 }, monotonicNanoseconds: { 0 }, sleep: { wait in slept.withLock { $0.append(wait) } }, random: { 0 })
        var options = Replay.Options(to: Endpoint(scheme: .http, host: "127.0.0.1", port: backend.port))
        options.rate = 4
        let outcome = try await Replay(options, clock: clock) { _ in }.run([String](repeating: folder.file("a.pb"), count: 3))
        try await backend.stop()
        #expect(outcome.requests == 3)
        #expect(slept.withLock { $0 } == [.milliseconds(250), .milliseconds(500)])
    }
}

/// An HTTP server on a loopback port that notes what it gets and answers as told, the last answer again and again.
private final class Backend: Sendable {
    struct Request: Equatable, Sendable {
        let path: String
        let type: String
        let body: [UInt8]
    }

    let port: Int
    private let channel: any Channel
    private let log: Log

    final class Log: Sendable {
        let state: Mutex<(answers: [Int], requests: [Request])>
        init(_ answers: [Int]) { state = Mutex((answers, [])) }

        func note(_ request: Request) -> Int {
            state.withLock { state in
                state.requests.append(request)
                return state.answers.count > 1 ? state.answers.removeFirst() : state.answers.first ?? 200
            }
        }
    }

    init(answers: [Int]) async throws {
        let log = Log(answers)
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Noting(log))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
        self.log = log
    }

    var requests: [Request] { log.state.withLock { $0.requests } }

    func stop() async throws { try await channel.close() }

    private final class Noting: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        private let log: Log
        private var head: HTTPRequestHead?
        private var body: [UInt8] = []

        init(_ log: Log) { self.log = log }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head):
                self.head = head
                body = []
            case .body(let part): body.append(contentsOf: part.readableBytesView)
            case .end:
                let status = log.note(Request(path: head?.uri ?? "", type: head?.headers.first(name: "content-type") ?? "", body: body))
                let headers: HTTPHeaders = ["content-length": "0", "retry-after": "0"]
                context.write(
                    wrapOutboundOut(.head(.init(version: .http1_1, status: .init(statusCode: status), headers: headers))), promise: nil)
                context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            }
        }
    }
}
