import Pipeline
import Synchronization
import Transport

/// What a receiver refused: how much, lately, and the last of it in the words that the sender was told. Who sets up an app sees on
/// Get started why nothing arrives.
final class RefusedRequests: Sendable {
    struct Last: Sendable, Equatable {
        var unixNanoseconds: UInt64
        var status: Int
        var message: String
    }

    /// So many minutes are told apart.
    static let minutes: UInt64 = 15
    /// What is kept of a message: some hold text of the sender's.
    private static let messageBytes = 300

    private struct State {
        var total = 0
        var last: Last?
        var byMinute: [UInt64: Int] = [:]
    }
    private let clock: Clock
    private let state = Mutex(State())
    /// All requests, refused ones included.
    let counts: TransportCounts

    init(_ counts: TransportCounts, clock: Clock) {
        self.counts = counts
        self.clock = clock
    }

    /// Notes an answer that took nothing; others are none of its business.
    func note(_ answer: Answer) {
        guard answer.status >= 400 else { return }
        let now = clock.unixNanoseconds()
        let message = String(decoding: (answer.grpc?.message ?? "").utf8.prefix(Self.messageBytes), as: UTF8.self)
        state.withLock { state in
            state.total += 1
            state.last = Last(unixNanoseconds: now, status: answer.status, message: message)
            let minute = now / 60_000_000_000
            if state.byMinute[minute] == nil { state.byMinute = state.byMinute.filter { Self.isRecent($0.key, now) } }
            state.byMinute[minute, default: 0] += 1
        }
    }

    /// Refused in all, in the last `minutes`, and the last one.
    var summary: (total: Int, lately: Int, last: Last?) {
        let now = clock.unixNanoseconds()
        return state.withLock { state in
            (state.total, state.byMinute.filter { Self.isRecent($0.key, now) }.values.reduce(0, +), state.last)
        }
    }

    private static func isRecent(_ minute: UInt64, _ now: UInt64) -> Bool { minute + minutes > now / 60_000_000_000 }
}
