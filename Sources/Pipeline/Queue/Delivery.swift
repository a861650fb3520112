import Logging

/// One exporter at work: takes from its queue, delivers, tries again, counts. Every payload ends delivered or counted, never both, never neither.
final class Delivery: Sendable {
    let name: String
    let queue: SendQueue
    let books: Books
    private let exporter: any Exporter
    private let policy: RetryPolicy
    private let clock: Clock
    private let troubles: Troubles

    init(name: String, exporter: any Exporter, queue: SendQueue, books: Books, policy: RetryPolicy, clock: Clock, log: Logger) {
        self.name = name
        self.exporter = exporter
        self.queue = queue
        self.books = books
        self.policy = policy
        self.clock = clock
        troubles = Troubles(log: log, clock: clock)
    }

    /// Works until the queue is closed and empty, or the task is cancelled (what is left is then counted as lost).
    func run() async {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<max(exporter.deliveries, 1) { group.addTask { await self.work() } }
        }
        queue.abandon()
    }

    private func work() async {
        while !Task.isCancelled, let payloads = await queue.take(upTo: exporter.batchBytes) {
            if let payload = Payload.joined(payloads) { await deliver(payload) }
            queue.leave(payloads)
        }
    }

    private func deliver(_ payload: Payload) async {
        let started = clock.monotonicNanoseconds()
        defer { books.seconds.add(Int(clamping: clock.monotonicNanoseconds() &- started)) }
        var attempts = 0
        while true {
            switch await attempt(payload) {
            case .none: return books.delivered(payload)
            case .refused(let error):
                troubles.report("\(name): refused, \(payload.items) \(payload.signal.name) dropped: \(error)")
                return books.dropped(payload, .refused)
            case .retry(let after, let error):
                attempts += 1
                let delay = policy.delay(attempt: attempts, asked: after, random: clock.random())
                let waited = Duration.nanoseconds(Int64(clamping: clock.monotonicNanoseconds() &- started)) + delay
                guard policy.allows(waited: waited) else {
                    troubles.report("\(name): gave up after \(attempts) tries, \(payload.items) \(payload.signal.name) dropped: \(error)")
                    return books.dropped(payload, .gaveUp)
                }
                troubles.report("\(name): will try again: \(error)")
                books.retries.add()
                guard (try? await clock.sleep(delay)) != nil else { return books.dropped(payload, .shutdown) }
            }
        }
    }

    /// One delivery; nil = done.
    private func attempt(_ payload: Payload) async -> ExportError? {
        do throws(ExportError) {
            try await exporter.export(payload)
            return nil
        } catch {
            return error
        }
    }
}
