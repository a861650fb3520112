import NIOCore
import NIOHPACK
import NIOHTTP2
import Wire

/// One call under way, on its connection's event loop: gathers the answer and gives it to the caller exactly once.
final class GRPCExchange {
    typealias Outcome = Result<GRPCReply, GRPCFailure>

    let draft: GRPCCallDraft
    /// The connection that it was sent on, and its stream there.
    private(set) weak var connection: GRPCClientHandler?
    private(set) var stream = HTTP2StreamID.rootStream
    /// Whether all of the request left NIO's buffers.
    var isSent = false
    private var caller: CheckedContinuation<Outcome, Never>?
    private var timer: Scheduled<Void>?
    private var answer = GRPCIncoming()

    init(_ draft: GRPCCallDraft, caller: CheckedContinuation<Outcome, Never>) {
        self.draft = draft
        self.caller = caller
    }

    var isFinished: Bool { caller == nil }

    func begin(on connection: GRPCClientHandler, stream: HTTP2StreamID) {
        self.connection = connection
        self.stream = stream
    }

    /// Calls `expired` at the deadline, unless it is finished before.
    func arm(_ loop: any EventLoop, _ expired: @escaping () -> Void) {
        timer = loop.assumeIsolated().scheduleTask(deadline: draft.deadline, expired)
    }

    func take(_ headers: HPACKHeaders, isLast: Bool, limit: Int) {
        if let outcome = answer.take(headers, isLast: isLast, limit: limit) { finish(outcome) }
    }

    func take(_ data: ByteBuffer, isLast: Bool, limit: Int) {
        if let outcome = answer.take(data, isLast: isLast, limit: limit) { finish(outcome) }
    }

    func fail(_ failure: GRPCFailure) { finish(.failure(failure)) }

    private func finish(_ outcome: Outcome) {
        timer?.cancel()
        caller?.resume(returning: outcome)
        caller = nil
    }
}
