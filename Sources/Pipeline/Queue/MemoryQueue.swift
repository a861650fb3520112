import Synchronization

/// A queue in memory.
final class MemoryQueue: SendQueue {
    private struct State: ~Copyable {
        var queue: MemoryQueueState
        var waiters: [Waiter] = []
    }

    private struct Waiter {
        let limitBytes: Int
        let continuation: CheckedContinuation<[Payload]?, Never>
    }

    let isDurable = false

    private let state: Mutex<State>
    let capacityBytes: Int
    private let books: Books

    init(capacityBytes: Int, whenFull: WhenFull, books: Books) {
        self.capacityBytes = capacityBytes
        self.books = books
        state = Mutex(State(queue: MemoryQueueState(capacityBytes: capacityBytes, whenFull: whenFull)))
    }

    var bytes: Int { state.withLock { $0.queue.bytes } }

    func open() {}

    func serve() async {}

    func reserve(_ count: Int, beside: Int) -> Bool {
        var dropped: [Payload] = []
        let reserved = state.withLock { $0.queue.reserve(count, beside: beside, dropped: &dropped) }
        for payload in dropped { books.dropped(payload, .queueFull) }
        return reserved
    }

    func cancel(_ count: Int) { state.withLock { $0.queue.cancel(count) } }

    func commit(_ payload: Payload, _ receipt: Receipt? = nil) {
        books.accepted(payload)
        let next: (Waiter, [Payload])? = state.withLock { state in
            state.queue.commit(payload)
            guard let waiter = state.waiters.popLast() else { return nil }
            return (waiter, state.queue.take(upTo: waiter.limitBytes))
        }
        if let (waiter, payloads) = next { waiter.continuation.resume(returning: payloads) }
    }

    func take(upTo limitBytes: Int) async -> Taken? {
        let payloads: [Payload]? = await withCheckedContinuation { continuation in
            let now: [Payload]?? = state.withLock { state in
                let payloads = state.queue.take(upTo: limitBytes)
                if !payloads.isEmpty { return .some(payloads) }
                if state.queue.isClosed { return .some(nil) }
                state.waiters.append(Waiter(limitBytes: limitBytes, continuation: continuation))
                return nil
            }
            if let now { continuation.resume(returning: now) }
        }
        return payloads.flatMap(Payload.joined).map { Taken(payload: $0, positions: 0..<0) }
    }

    func release(_ taken: Taken, isDone: Bool) { state.withLock { $0.queue.leave(taken.payload.bytes.count) } }

    func close() {
        let waiters = state.withLock { state in
            state.queue.close()
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.continuation.resume(returning: nil) }
    }

    /// Throws away what still waits, and counts it.
    func end() {
        while case let left = state.withLock({ $0.queue.take(upTo: 0) }), !left.isEmpty {
            for payload in left {
                books.dropped(payload, .shutdown)
                state.withLock { $0.queue.leave(payload.bytes.count) }
            }
        }
    }
}
