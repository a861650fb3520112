import Synchronization

/// The bounded queue in memory before one exporter. Producers never wait: there is room or there is none.
final class SendQueue: Sendable {
    private struct State: ~Copyable {
        var queue: QueueState
        var waiters: [CheckedContinuation<[Payload]?, Never>] = []
        var waiterLimits: [Int] = []
    }

    private let state: Mutex<State>
    let capacityBytes: Int
    private let books: Books

    init(capacityBytes: Int, whenFull: QueueState.WhenFull, books: Books) {
        self.capacityBytes = capacityBytes
        self.books = books
        state = Mutex(State(queue: QueueState(capacityBytes: capacityBytes, whenFull: whenFull)))
    }

    var bytes: Int { state.withLock { $0.queue.bytes } }
    var items: Int { state.withLock { $0.queue.items } }

    /// A place for `count` bytes, to be filled by `commit` or given back by `cancel`.
    func reserve(_ count: Int) -> Bool {
        var dropped: [Payload] = []
        let reserved = state.withLock { $0.queue.reserve(count, dropped: &dropped) }
        for payload in dropped { books.dropped(payload, .queueFull) }
        return reserved
    }

    func cancel(_ count: Int) { state.withLock { $0.queue.cancel(count) } }

    func commit(_ payload: Payload) {
        books.accepted(payload)
        let next: (CheckedContinuation<[Payload]?, Never>, [Payload])? = state.withLock { state in
            state.queue.commit(payload)
            guard let waiter = state.waiters.popLast(), let limit = state.waiterLimits.popLast() else { return nil }
            return (waiter, state.queue.take(upTo: limit))
        }
        if let (waiter, payloads) = next { waiter.resume(returning: payloads) }
    }

    /// The next payloads; waits for them. Nil once the queue is closed and empty.
    func take(upTo limitBytes: Int) async -> [Payload]? {
        await withCheckedContinuation { continuation in
            let now: [Payload]?? = state.withLock { state in
                let payloads = state.queue.take(upTo: limitBytes)
                if !payloads.isEmpty { return .some(payloads) }
                if state.queue.isClosed { return .some(nil) }
                state.waiters.append(continuation)
                state.waiterLimits.append(limitBytes)
                return nil
            }
            if let now { continuation.resume(returning: now) }
        }
    }

    /// Taken payloads are off the queue's books.
    func leave(_ payloads: [Payload]) {
        state.withLock { for payload in payloads { $0.queue.leave(payload) } }
    }

    /// No more enters; what waits can still be taken.
    func close() {
        let waiters = state.withLock { state in
            state.queue.close()
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume(returning: nil) }
    }

    /// Throws away what still waits at the end, and counts it.
    func abandon() {
        while case let left = state.withLock({ $0.queue.take(upTo: 0) }), !left.isEmpty {
            for payload in left { books.dropped(payload, .shutdown) }
            leave(left)
        }
    }
}
