import Synchronization

/// A queue on disk: what was committed survives the death of the process, and with `sync = "commit"` a power cut.
///
/// Two threads of its own wait for the disk. The writer puts everything that waits into the log and syncs once for all of it; the reader
/// notes what was delivered and brings what is to be delivered next. Between them and everybody else stands one lock around `DiskQueueState`.
final class DiskQueue: SendQueue {
    struct State: ~Copyable {
        var queue: DiskQueueState
        var takers: [Taker] = []
        var hasEnded = false
        /// What the threads begin with. Kept, because it keeps other processes out.
        var opened: OpenedLog?
    }

    struct Taker {
        let limitBytes: Int
        let continuation: CheckedContinuation<Taken?, Never>
    }

    let isDurable = true
    let settings: DiskQueueSettings
    let folder: LogFolder
    let books: Books
    let budget: Budget
    let clock: Clock
    let disk: Disk
    let troubles: DiskTroubles
    let state: Mutex<State>
    /// Of the segment that is being written.
    let salt = Atomic<UInt64>(0)
    let writerBell = Bell()
    let readerBell = Bell()

    init(exporter: String, settings: DiskQueueSettings, books: Books, context: Context, disk: Disk = .system) {
        self.settings = settings
        self.books = books
        self.disk = disk
        budget = context.budget
        clock = context.clock
        folder = LogFolder(below: settings.directory, exporter: exporter)
        troubles = DiskTroubles(exporter: exporter, context: context)
        let queue = DiskQueueState(
            capacityBytes: settings.sizeBytes, segmentBytes: settings.segmentBytes, whenFull: settings.whenFull)
        state = Mutex(State(queue: queue))
    }

    var capacityBytes: Int { settings.sizeBytes }
    var bytes: Int { state.withLock { $0.queue.bytes } }

    func open() throws {
        let opened = try OpenedLog(folder, disk)
        for damage in opened.log.damages { troubles.found(damage) }
        for segment in opened.log.segments { books.recovered(segment.waiting) }
        state.withLock {
            $0.queue.open(opened.log.segments, opened.log.progress)
            $0.opened = opened
        }
    }

    func reserve(_ count: Int, beside: Int) -> Bool {
        var dropped = Tally()
        let now = clock.monotonicNanoseconds()
        let reserved = state.withLock { $0.queue.reserve(count, beside: beside, now: now, dropped: &dropped) }
        if dropped.total > 0 {
            books.dropped(dropped, .queueFull)
            readerBell.ring()
        }
        return reserved
    }

    func cancel(_ count: Int) { state.withLock { $0.queue.cancel(count) } }

    func commit(_ payload: Payload, _ receipt: Receipt?) {
        let seal = Seal(payload, salt: salt.load(ordering: .relaxed))
        if state.withLock({ $0.queue.commit(.init(payload: payload, seal: seal, receipt: receipt)) }) { writerBell.ring() }
    }

    func take(upTo limitBytes: Int) async -> Taken? {
        await withCheckedContinuation { continuation in
            state.withLock { $0.takers.append(Taker(limitBytes: limitBytes, continuation: continuation)) }
            readerBell.ring()
        }
    }

    func release(_ taken: Taken, isDone: Bool) {
        state.withLock { $0.queue.release(taken.positions, isDone: isDone) }
        readerBell.ring()
    }

    func close() {
        state.withLock { $0.queue.close() }
        readerBell.ring()
    }

    func serve() async {
        async let writing: Void = DiskThread.run { self.write() }
        async let reading: Void = DiskThread.run { self.read() }
        _ = await (writing, reading)
        folder.removeSpares()
        state.withLock { $0.opened = nil }
    }

    func end() {
        state.withLock { $0.hasEnded = true }
        writerBell.ring()
        readerBell.ring()
    }
}
