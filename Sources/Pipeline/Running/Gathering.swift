import OTLP
import Synchronization
import Wire

/// Requests that wait for each other, so that a processor sees the spans of a trace together (`hold`).
///
/// The first request opens a window; all that come before it closes become one request, and each sender gets its verdict then. A window
/// closes early when it is full.
final class Gathering: Sendable {
    typealias Answer = @Sendable (Verdict, Passage.Items) -> Void

    /// A request in the window.
    struct Waiting: Sendable {
        let bytes: Bytes
        let items: Passage.Items
        /// Holds the request's share of the budget.
        let reservation: Reservation
        let answer: Answer
    }

    private struct Window {
        var waiting: [Waiting] = []
        var bytes = 0
        var isOver = false
    }

    /// What one window may hold.
    private static let mostBytes = 8 << 20
    private static let mostRequests = 4096

    private let hold: Duration
    private let clock: Clock
    private let budget: Budget
    private let lanes: [Lane]
    private let window = Mutex(Window())
    private let openings: AsyncStream<Void>
    private let opening: AsyncStream<Void>.Continuation

    init(_ lanes: [Lane], hold: Duration, context: Context) {
        self.lanes = lanes
        self.hold = hold
        clock = context.clock
        budget = context.budget
        (openings, opening) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Takes a request in; one that cannot be read is answered at once, so that it does not spoil the others.
    func add(_ bytes: Bytes, _ reservation: Reservation?, _ answer: @escaping Answer) {
        guard let lane = lanes.first, let held = reservation ?? budget.reserve(bytes.count) else {
            return answer(.busy(retryAfter: Lane.retryAfter), Passage.Items())
        }
        switch lane.inspect(bytes) {
        case .failure(let fault): answer(.invalid("\(fault)"), Passage.Items())
        case .success(let checked):
            enter(Waiting(bytes: checked.bytes ?? bytes, items: checked.items, reservation: held, answer: answer))
        }
    }

    /// Closes windows when their time is up; cancelled, it closes the last one, and what comes later waits for nobody.
    func run() async {
        for await _ in openings {
            try? await clock.sleep(hold)
            close()
        }
        window.withLock { $0.isOver = true }
        close()
    }

    private func enter(_ request: Waiting) {
        let (isFirst, isFull) = window.withLock { window in
            window.waiting.append(request)
            window.bytes += request.bytes.count
            let isFull = window.isOver || window.bytes >= Self.mostBytes || window.waiting.count >= Self.mostRequests
            return (window.waiting.count == 1, isFull)
        }
        if isFull { close() } else if isFirst { opening.yield() }
    }

    private func close() {
        let waiting = window.withLock { window in
            defer {
                window.waiting = []
                window.bytes = 0
            }
            return window.waiting
        }
        guard !waiting.isEmpty else { return }
        pass(waiting)
    }

    /// OTLP requests joined end to end are one.
    private func pass(_ waiting: [Waiting]) {
        let answer: Answer = { verdict, _ in for request in waiting { request.answer(request.own(verdict), request.items) } }
        let total = waiting.reduce(0) { $0 + $1.bytes.count }
        let joined: Bytes
        if waiting.count == 1 {
            joined = waiting[0].bytes
        } else {
            joined = BytesPool.shared.take(total)
            for request in waiting { request.bytes.withBytes { _ = joined.append($0) } }
        }
        var passage = Passage(lanes: lanes, bytes: joined, reservation: nil, answer: answer)
        if case .answered(let verdict) = passage.proceed() { answer(verdict, passage.items) }
    }
}

extension Gathering.Waiting {
    /// What this sender is told where all together were told `verdict`.
    fileprivate func own(_ verdict: Verdict) -> Verdict {
        guard case .accepted = verdict, items.refused > 0 else { return verdict }
        return Passage.verdict(items)
    }
}
