import Store
import Synchronization

/// Where the running store is found: closed, open, or shut for good. Pages are mounted before the store is open.
package final class StoreDoor: Sendable {
    private enum State {
        case closed(waiting: [CheckedContinuation<Store?, Never>])
        case open(Store)
        case shut
    }

    private let state = Mutex(State.closed(waiting: []))

    package init() {}

    /// The store, as soon as it is open; nil where it will not be.
    package func store() async -> Store? {
        await withCheckedContinuation { waiter in
            let answer: Store?? = state.withLock { state in
                switch state {
                case .closed(let waiting):
                    state = .closed(waiting: waiting + [waiter])
                    return nil
                case .open(let store): return .some(store)
                case .shut: return .some(nil)
                }
            }
            if let answer { waiter.resume(returning: answer) }
        }
    }

    /// The store if it is open now.
    package var openStore: Store? {
        state.withLock { if case .open(let store) = $0 { store } else { nil } }
    }

    func open(_ store: Store) { move(to: .open(store), answer: store) }

    func shut() { move(to: .shut, answer: nil) }

    private func move(to next: State, answer: Store?) {
        let waiting: [CheckedContinuation<Store?, Never>] = state.withLock { state in
            defer { state = next }
            if case .closed(let waiting) = state { return waiting }
            return []
        }
        for waiter in waiting { waiter.resume(returning: answer) }
    }

    /// For `/api/v1/status`.
    var facts: [(String, String)] {
        switch state.withLock({ $0 }) {
        case .closed: [("store", "opening")]
        case .open(let store): [("store", "open"), ("version", "\(store.version)")] + store.health.facts
        case .shut: [("store", "shut")]
        }
    }
}

extension StoreStatus {
    /// Counts of the store's whole life, and what it holds now. Times are Unix nanoseconds.
    fileprivate var facts: [(String, String)] {
        let counts = [
            ("spans", spans), ("records", records), ("traces", traces), ("conversations", conversations), ("redelivered", redelivered),
            ("too_old", tooOld), ("bad_timestamps", badTimestamps), ("spans_last_minute", spansLastMinute), ("bytes", bytes),
        ]
        let moments = [("last_commit", lastCommit), ("newest_span", newest)]
        return counts.map { ($0, "\($1)") } + moments.compactMap { name, time in time.map { (name, "\($0)") } }
            + files.map { ("bytes_of_" + $0.name, "\($0.bytes)") }
    }
}
