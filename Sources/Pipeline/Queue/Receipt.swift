import Synchronization

/// Answers a request once every disk queue has kept its copy, or said that it cannot.
final class Receipt: Sendable {
    private let awaited: Atomic<Int>
    private let hasFailed = Atomic(false)
    private let answer: @Sendable (_ isKept: Bool) -> Void

    init(copies: Int, answer: @escaping @Sendable (_ isKept: Bool) -> Void) {
        awaited = Atomic(copies)
        self.answer = answer
    }

    /// One copy was kept or was not. Called by each queue's own thread.
    func note(isKept: Bool) {
        if !isKept { hasFailed.store(true, ordering: .relaxed) }
        if awaited.subtract(1, ordering: .acquiringAndReleasing).newValue == 0 { answer(!hasFailed.load(ordering: .relaxed)) }
    }
}
