import Logging

/// One exporter at work: takes from its queue, delivers, tries again, counts. Every payload ends delivered or counted, never both, never neither.
final class Delivery: Sendable {
    let name: String
    let queue: any SendQueue
    let books: Books
    private let exporter: any Exporter
    private let deadLetters: DeadLetters?
    private let policy: RetryPolicy
    private let clock: Clock
    private let troubles: Troubles

    init(
        name: String, exporter: any Exporter, queue: any SendQueue, books: Books, deadLetters: DeadLetters? = nil, policy: RetryPolicy,
        clock: Clock, log: Logger
    ) {
        self.name = name
        self.exporter = exporter
        self.queue = queue
        self.books = books
        self.deadLetters = deadLetters
        self.policy = policy
        self.clock = clock
        troubles = Troubles(log: log, clock: clock)
    }

    /// Works until the queue is closed and empty, or the task is cancelled (what is left is then counted as lost, or stays on disk).
    func run() async {
        async let service: Void = queue.serve()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<max(exporter.deliveries, 1) { group.addTask { await self.work() } }
        }
        queue.end()
        await service
    }

    private func work() async {
        while !Task.isCancelled, let taken = await queue.take(upTo: limitBytes) {
            let started = clock.monotonicNanoseconds()
            let ending = await deliver(taken.payload)
            books.seconds.add(Int(clamping: clock.monotonicNanoseconds() &- started))
            settle(taken, ending)
        }
    }

    /// All deliveries together take at most half the queue, so that something is left that can be dropped for what is newer.
    private var limitBytes: Int { min(exporter.batchBytes, queue.capacityBytes / (2 * max(exporter.deliveries, 1))) }

    private enum Ending {
        case delivered
        case failed(Books.Reason)
        /// The process ends first.
        case interrupted
    }

    private func settle(_ taken: Taken, _ ending: Ending) {
        switch ending {
        case .delivered: books.delivered(taken.payload)
        case .failed(let reason): giveUp(taken.payload, reason)
        case .interrupted:
            if queue.isDurable { return queue.release(taken, isDone: false) }
            books.dropped(taken.payload, .shutdown)
        }
        queue.release(taken, isDone: true)
    }

    private func giveUp(_ payload: Payload, _ reason: Books.Reason) {
        if let deadLetters, deadLetters.keep(payload) { books.deadLettered(payload) } else { books.dropped(payload, reason) }
    }

    private func deliver(_ payload: Payload) async -> Ending {
        let started = clock.monotonicNanoseconds()
        var attempts = 0
        while true {
            switch await attempt(payload) {
            case .none: return .delivered
            case .refused(let error):
                troubles.report("\(name): \(payload.items) \(payload.signal.name) were refused: \(error)")
                return .failed(.refused)
            case .retry(let after, let error):
                attempts += 1
                let delay = policy.delay(attempt: attempts, asked: after, random: clock.random())
                let waited = Duration.nanoseconds(Int64(clamping: clock.monotonicNanoseconds() &- started)) + delay
                guard policy.allows(waited: waited) else {
                    troubles.report("\(name): gave up \(payload.items) \(payload.signal.name) after \(attempts) tries: \(error)")
                    return .failed(.gaveUp)
                }
                troubles.report("\(name): will try again: \(error)")
                books.retries.add()
                guard (try? await clock.sleep(delay)) != nil else { return .interrupted }
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
