import NIOPosix
import Synchronization
import Transport
import Wire

/// Weir's own listener, which answers one gRPC call after another as a test says.
final class ScriptedCollector: IngestHandler, RefusalAnswering {
    struct Call: Sendable {
        let path: String
        let headers: @Sendable (String) -> String?
        let body: [UInt8]
    }

    private struct Room: BodyGrant {
        func cover(_ bytes: Int) -> Bool { true }
    }

    private let answers: Mutex<[Answer]>
    private let seen = Mutex<[Call]>([])

    /// The last answer is repeated.
    private init(_ answers: [Answer]) { self.answers = Mutex(answers) }

    var calls: [Call] { seen.withLock { $0 } }

    static func run(
        _ answers: [Answer], limits: TransportLimits = TransportLimits(), _ body: @Sendable (Int, ScriptedCollector) async throws -> Void
    ) async throws {
        let collector = ScriptedCollector(answers)
        let listener = IngestListener(
            host: "127.0.0.1", port: 0, limits: limits, counts: TransportCounts(), group: MultiThreadedEventLoopGroup.singleton,
            handler: collector)
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask { try await listener.run { port.yield($0) } }
            for await number in ports {
                try await body(number, collector)
                break
            }
            tasks.cancelAll()
        }
    }

    private final class Anybody: IngestConnection {}

    func greet() -> any IngestConnection { Anybody() }

    func admit(_ head: RequestHead, from connection: any IngestConnection) -> Admission { .read(route: 0, grant: Room()) }

    func handle(_ request: IngestRequest, reply: @escaping @Sendable (Answer) -> Void) {
        seen.withLock { $0.append(Call(path: request.head.path, headers: request.head.header, body: request.body.array)) }
        reply(answers.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] })
    }

    func answer(to refusal: TransportRefusal, _ head: RequestHead?) -> Answer {
        Answer(413, grpc: GRPCStatus(code: 8, message: "the body is larger than max_body"))
    }
}
