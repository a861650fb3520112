import Synchronization

/// How the store does just now: its version, who waits for the next, and what came in the last minute.
final class Pulse: Sendable {
    private struct State: ~Copyable {
        var version: UInt64 = 1
        var ledger = Ledger()
        var listeners: [Int: AsyncStream<UInt64>.Continuation] = [:]
        var nextListener = 0
        /// Counts by second, at its place modulo 60.
        var seconds = Array(repeating: (second: Int64(0), spans: Int64(0), genAI: Int64(0)), count: 60)
    }

    private let state = Mutex(State())

    var version: UInt64 { state.withLock { $0.version } }

    /// As of the last commit.
    var ledger: Ledger { state.withLock { $0.ledger } }

    func open(with ledger: Ledger) { state.withLock { $0.ledger = ledger } }

    func beat(now: Int64, spans: [SpanRecord], _ ledger: Ledger) {
        let second = now / 1_000_000_000
        let genAI = spans.count(where: \.series.isLLM)
        let (version, listeners) = state.withLock { state in
            let place = Int(second % 60)
            if state.seconds[place].second != second { state.seconds[place] = (second, 0, 0) }
            state.seconds[place].spans += Int64(spans.count)
            state.seconds[place].genAI += Int64(genAI)
            state.version += 1
            state.ledger = ledger
            return (state.version, Array(state.listeners.values))
        }
        for listener in listeners { listener.yield(version) }
    }

    func lastMinute(now: Int64) -> (spans: Int64, genAI: Int64) {
        let second = now / 1_000_000_000
        return state.withLock { state in
            state.seconds.filter { $0.second > second - 60 && $0.second <= second }.reduce((0, 0)) { ($0.0 + $1.spans, $0.1 + $1.genAI) }
        }
    }

    func versions() -> AsyncStream<UInt64> {
        let (stream, continuation) = AsyncStream.makeStream(of: UInt64.self, bufferingPolicy: .bufferingNewest(1))
        let number = state.withLock { state in
            state.nextListener += 1
            state.listeners[state.nextListener] = continuation
            return state.nextListener
        }
        continuation.onTermination = { [weak self] _ in self?.state.withLock { $0.listeners[number] = nil } }
        return stream
    }

    func end() {
        let listeners = state.withLock { Array($0.listeners.values) }
        for listener in listeners { listener.finish() }
    }
}
