import NIOCore
import NIOPosix
import NIOSSL
import Testing
import Wire

@testable import Transport

/// A handler that answers with what it got.
struct Echo: IngestHandler, RefusalAnswering {
    struct Grant: BodyGrant {
        let limit: Int
        func cover(_ bytes: Int) -> Bool { bytes <= limit }
    }

    var room = Int.max

    private final class Anybody: IngestConnection {}

    func greet() -> any IngestConnection { Anybody() }

    func admit(_ head: RequestHead, from connection: any IngestConnection) -> Admission {
        head.path == "/busy"
            ? .refuse(Answer(503, headers: [("retry-after", "1")])) : .read(route: head.path.count, grant: Grant(limit: room))
    }

    func handle(_ request: IngestRequest, reply: @escaping @Sendable (Answer) -> Void) {
        reply(Answer(200, body: Array("\(request.route):".utf8) + request.body.array.prefix(64), grpc: GRPCStatus(code: 0)))
    }

    func answer(to refusal: TransportRefusal, _ head: RequestHead?) -> Answer {
        let status =
            switch refusal {
            case .bodyTooLarge, .decompressedTooLarge: 413
            case .unsupportedEncoding: 415
            case .noRoom: 503
            case .headersTooLarge: 431
            case .timeout: 408
            default: 400
            }
        return Answer(status, body: Array(refusal.rawValue.utf8), grpc: GRPCStatus(code: 3, message: refusal.rawValue))
    }
}

/// Runs a listener for the time of a test.
func withListener(
    limits: TransportLimits = TransportLimits(), room: Int = .max, tls: Reloading<NIOSSLContext>? = nil,
    _ body: @escaping @Sendable (Int, TransportCounts) async throws -> Void
) async throws {
    let counts = TransportCounts()
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let listener = IngestListener(
        host: "127.0.0.1", port: 0, tls: tls, limits: limits, counts: counts, group: group, handler: Echo(room: room))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        tasks.addTask { try await listener.run { port.yield($0) } }
        for await number in ports {
            try await body(number, counts)
            break
        }
        tasks.cancelAll()
    }
    try await group.shutdownGracefully()
}
