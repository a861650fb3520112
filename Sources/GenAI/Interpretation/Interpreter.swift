import OTLP
import Synchronization
import Wire

/// Says of every GenAI span what it is, what it used and cost, where it belongs and why it failed.
///
/// Pure: no I/O, no suspension, never fails. Shared by all lanes; what it remembers between requests is in `TraceMemory`. A request takes
/// three steps: read every span once, decide what stands for what, write.
package final class Interpreter: Sendable {
    let options: InterpreterOptions
    let slots: Slots
    let writing: Writing
    let dialects = Dialect.all
    let recognition = Recognition(Dialect.all)
    let lexicons: [Lexicon]
    let failureKeys: Failure.Keys
    let eventName: Slot
    let streamChunk: Slot
    let serviceName: Slot
    let serviceInstance: Slot
    let memory: TraceMemory
    let tally: Tally
    let stitcher: Stitcher?
    private let clock: @Sendable () -> UInt64
    private let prices = Mutex(PriceList.none)
    private let desks = Mutex<[Parked]>([])

    /// `clock` gives nanoseconds that only go forward.
    package init(
        keys: inout KeyRegistry, options: InterpreterOptions = InterpreterOptions(), clock: @escaping @Sendable () -> UInt64
    ) {
        self.options = options
        self.clock = clock
        slots = Slots(options.semconv, &keys)
        writing = Writing(slots, options)
        let general = Lexicon(Dialect.all, conversationKeys: options.conversationKeys, keys: &keys)
        lexicons = Dialect.all.map { general.speaking($0, keys: &keys) }
        failureKeys = Failure.Keys(&keys)
        eventName = keys.slot("event.name")
        streamChunk = keys.slot("mlflow.chunk.value")
        serviceName = keys.slot("service.name")
        serviceInstance = keys.slot("service.instance.id")
        memory = TraceMemory(TraceMemory.Limits(traces: options.memoryTraces, seconds: options.memorySeconds))
        tally = Tally(dialects: Dialect.all.count)
        stitcher = options.stitches ? Stitcher(lifetime: UInt64(max(options.memorySeconds, 1)) &* 1_000_000_000) : nil
    }

    /// The price table from now on; there is none before. `attributes` are the slots of the book's `attributeKeys`.
    package func use(_ book: PriceBook, attributes: [Slot] = []) {
        prices.withLock { $0 = PriceList(book: book, attributes: attributes) }
    }

    /// Adds meaning to the spans of a request. Other signals pass.
    package func process(_ batch: inout Batch) {
        guard batch.signal != .metrics, batch.itemCount > 0 else { return }
        let parked = desks.withLock { $0.popLast() } ?? Parked()
        let list = prices.withLock { $0 }
        let now = clock()
        parked.work(on: &batch, with: self, list, now)
        desks.withLock { if $0.count < 16 { $0.append(parked) } }
    }

    /// What was done so far.
    package var counters: Counters {
        var counters = tally.counters(memory, dialects)
        counters.compared = writing.compared.withLock { $0 }
        return counters
    }

    /// A desk that lies idle or is worked at by one lane at a time.
    private final class Parked: @unchecked Sendable {
        private var desk = Desk()
        private var additions = Additions()

        func work(on batch: inout Batch, with interpreter: Interpreter, _ prices: PriceList, _ now: UInt64) {
            desk.work(on: &batch, with: interpreter, prices, &additions, now)
        }
    }
}

/// A price table with the slots of the attributes its rules ask for.
struct PriceList: Sendable {
    let book: PriceBook
    let attributes: [Slot]

    /// All calls are unpriced.
    static let none = PriceList(book: PriceBook(PriceTable()), attributes: [])
}
