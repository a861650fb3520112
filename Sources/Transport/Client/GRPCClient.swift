import NIOCore
import NIOPosix
import Synchronization
import Wire

/// Makes unary gRPC calls to one backend over a few HTTP/2 connections. Decides nothing about the meaning of a status.
///
/// Source: grpc/doc/PROTOCOL-HTTP2.md, grpc/doc/connection-backoff.md.
package final class GRPCClient: Sendable {
    /// A link, and the calls that are under way on it.
    private final class Way: Sendable {
        let loop: any EventLoop
        let link: NIOLoopBoundBox<GRPCLink>
        let calls = Atomic<Int>(0)

        init(_ target: GRPCTarget, _ loop: any EventLoop) {
            self.loop = loop
            link = NIOLoopBoundBox.makeBoxSendingValue(GRPCLink(target, loop), eventLoop: loop)
        }
    }

    /// How often a call is sent again that a backend says it did not begin with.
    private static let resends = 2
    private let ways: [Way]

    package init(_ target: GRPCTarget, connections: Int, group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton) {
        ways = (0..<max(connections, 1)).map { _ in Way(target, group.next()) }
    }

    /// Calls `/package.Service/Method` at `path`. Ends by itself after `timeout`, and at once when its task is cancelled.
    package func call(
        _ path: String, _ message: Bytes, gzip: Bool, metadata: [(String, String)], timeout: Duration
    ) async throws(GRPCFailure) -> GRPCReply {
        let draft = GRPCCallDraft(
            path: path, message: message, gzip: gzip, metadata: metadata, deadline: .now() + .nanoseconds(timeout.wholeNanoseconds))
        var sends = 0
        while true {
            let outcome = await send(draft)
            if case .failure(.notProcessed) = outcome, sends < Self.resends {
                sends += 1
                continue
            }
            return try outcome.get()
        }
    }

    /// Sends on the connection with the fewest calls.
    private func send(_ draft: GRPCCallDraft) async -> GRPCExchange.Outcome {
        guard let way = ways.min(by: { $0.calls.load(ordering: .relaxed) < $1.calls.load(ordering: .relaxed) }) else {
            return .failure(.cancelled)
        }
        way.calls.add(1, ordering: .relaxed)
        defer { way.calls.subtract(1, ordering: .relaxed) }
        let ticket = Ticket(way.loop)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { caller in
                way.loop.execute { ticket.start(GRPCExchange(draft, caller: caller), way.link.value) }
            }
        } onCancel: {
            way.loop.execute { ticket.cancel(way.link.value) }
        }
    }

    package func close() async {
        for way in ways { try? await way.loop.flatSubmit { way.link.value.close() }.get() }
    }
}

/// Joins a call with its cancellation, whichever comes first.
private final class Ticket: Sendable {
    private enum State {
        case new, cancelled
        case under(GRPCExchange)
    }
    private let state: NIOLoopBoundBox<State>

    init(_ loop: any EventLoop) { state = NIOLoopBoundBox.makeBoxSendingValue(.new, eventLoop: loop) }

    func start(_ exchange: GRPCExchange, _ link: GRPCLink) {
        if case .cancelled = state.value { return exchange.fail(.cancelled) }
        state.value = .under(exchange)
        link.start(exchange)
    }

    func cancel(_ link: GRPCLink) {
        if case .under(let exchange) = state.value { link.abandon(exchange, .cancelled) }
        state.value = .cancelled
    }
}
