import Synchronization

/// What a listener met: connections, requests, and what it refused, by reason.
package final class TransportCounts: Sendable {
    private let open = Atomic<Int>(0)
    private let opened = Atomic<Int>(0)
    private let unaccepted = Atomic<Int>(0)
    private let answered = Atomic<Int>(0)
    private let refused = Mutex<[TransportRefusal: Int]>([:])

    package init() {}

    package var openConnections: Int { open.load(ordering: .relaxed) }
    package var openedConnections: Int { opened.load(ordering: .relaxed) }
    /// Times that connections were left waiting because descriptors or memory ran out.
    package var acceptFailures: Int { unaccepted.load(ordering: .relaxed) }
    package var requests: Int { answered.load(ordering: .relaxed) }
    package var refusals: [TransportRefusal: Int] { refused.withLock { $0 } }

    /// Counts a new connection; false where there are too many.
    func connect(limit: Int) -> Bool {
        opened.add(1, ordering: .relaxed)
        guard open.add(1, ordering: .relaxed).newValue <= limit else {
            refuse(.tooManyConnections)
            return false
        }
        return true
    }

    func disconnect() { open.subtract(1, ordering: .relaxed) }

    func failToAccept() { unaccepted.add(1, ordering: .relaxed) }

    func answer() { answered.add(1, ordering: .relaxed) }

    package func refuse(_ reason: TransportRefusal) { refused.withLock { $0[reason, default: 0] += 1 } }
}
