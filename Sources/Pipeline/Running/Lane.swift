import OTLP
import Wire

/// One pipeline at work: scan → processors → splice → every exporter's queue, and connectors observe what is accepted. Runs on whatever thread the request came on.
final class Lane: Sendable {
    /// What a sender is asked to wait when there is no room.
    static let retryAfter = Duration.seconds(1)

    let name: String
    let signal: Signal
    /// How long requests wait for others, at the wish of a processor.
    let hold: Duration
    private let beginnings: [any Connector]
    private let processors: [any Processor]
    private let connectors: [any Connector]
    private let sinks: [any Sink]
    private let queues: [any SendQueue]
    private let durableQueues: Int
    /// Whether anybody looks at the bytes that leave.
    private let writesBytes: Bool
    private let pool: BatchPool
    private let budget: Budget
    private let clock: Clock
    private let scanSeconds: Counter
    private let processSeconds: Counter
    private let filteredItems: Counter

    init(
        name: String, signal: Signal, beginnings: [any Connector], processors: [any Processor], connectors: [any Connector],
        sinks: [any Sink], queues: [any SendQueue], pool: BatchPool, context: Context
    ) {
        self.name = name
        self.signal = signal
        self.beginnings = beginnings
        self.processors = processors
        self.connectors = connectors
        self.sinks = sinks
        self.queues = queues
        hold = processors.map(\.hold).max() ?? .zero
        writesBytes = !queues.isEmpty || sinks.contains { $0.readsBytes }
        durableQueues = queues.count { $0.isDurable }
        self.pool = pool
        budget = context.budget
        clock = context.clock
        func seconds(_ stage: String) -> Counter {
            context.meters.counter(
                "weir_pipeline_seconds_total", [("pipeline", name), ("stage", stage)], scale: 1e-9,
                help: "CPU-bound time spent in a pipeline.")
        }
        scanSeconds = seconds("scan")
        processSeconds = seconds("process")
        filteredItems = context.meters.counter(
            "weir_pipeline_filtered_items_total", [("pipeline", name), ("signal", signal.name)],
            help: "Items of accepted requests that the pipeline's processors took out.")
    }

    /// A request that went through the processors and waits for room.
    struct Prepared {
        let payload: Payload
        let bench: Workbench
        /// Items that the sender may regard as taken, dropped by a processor or not.
        let receivedItems: Int
        /// Items that cannot be taken, such as spans without ids.
        let refusedItems: Int
        var items: Int { payload.items }
    }

    /// Scans, processes and splices; no queue is touched. The batch stays readable while `then` runs.
    func prepare(_ bytes: Bytes, _ reservation: Reservation?, then: (Prepared) -> Passing) -> Passing {
        guard let held = reservation ?? budget.reserve(bytes.count) else { return .answered(.busy(retryAfter: Self.retryAfter)) }
        return pool.withWorkbench { bench in
            let started = clock.monotonicNanoseconds()
            if let fault = scan(bytes, bench) { return .answered(.invalid("\(fault)")) }
            let scanned = clock.monotonicNanoseconds()
            scanSeconds.add(Int(clamping: scanned &- started))
            let refused = bench.batch.dropInvalidItems()
            let received = bench.batch.weight
            for connector in beginnings { connector.screen(&bench.batch) }
            for processor in processors { processor.process(&bench.batch) }
            guard let output = writesBytes && bench.batch.hasEdits ? bench.splice() : bytes else {
                return .answered(.invalid("the request would grow over 1 GiB"))
            }
            processSeconds.add(Int(clamping: clock.monotonicNanoseconds() &- scanned))
            guard output.count <= held.bytes || held.grow(by: output.count - held.bytes) else {
                return .answered(.busy(retryAfter: Self.retryAfter))
            }
            let payload = Payload(signal: signal, bytes: output, items: bench.batch.weight, reservation: held)
            return then(Prepared(payload: payload, bench: bench, receivedItems: received, refusedItems: refused))
        }
    }

    /// Counts a request's items and takes out those that nobody can take; nil bytes are those that came.
    func inspect(_ bytes: Bytes) -> Result<(bytes: Bytes?, items: Passage.Items), WireError> {
        pool.withWorkbench { bench in
            if let fault = scan(bytes, bench) { return .failure(fault) }
            let refused = bench.batch.dropInvalidItems()
            return .success((bench.splice(), Passage.Items(received: bench.batch.weight, refused: refused)))
        }
    }

    private func scan(_ bytes: Bytes, _ bench: Workbench) -> WireError? {
        bytes.withBytes { bytes in
            do throws(WireError) {
                try bench.batch.scan(bytes, as: signal)
                return nil
            } catch {
                return error
            }
        }
    }

    /// Reserves a place in every queue, or in none.
    func reserve(_ prepared: Prepared) -> Bool {
        let beside = prepared.payload.besideBytes
        for (place, queue) in queues.enumerated() where !queue.reserve(prepared.payload.bytes.count, beside: beside) {
            for reserved in queues[..<place] { reserved.cancel(prepared.payload.bytes.count) }
            return false
        }
        return true
    }

    func cancel(_ prepared: Prepared) { for queue in queues { queue.cancel(prepared.payload.bytes.count) } }

    /// How many queues will tell a receipt that they have kept it.
    func durableCopies(of prepared: Prepared) -> Int { prepared.items > 0 ? durableQueues : 0 }

    /// Accepts: connectors observe, exporters get it. A request that is empty, or became so, is delivered by being nothing.
    ///
    /// Where a disk fails after this the sender is asked to send again, and what needs no disk has then seen it twice.
    func commit(_ prepared: Prepared, _ receipt: Receipt?) {
        for connector in connectors { connector.observe(prepared.bench.batch) }
        filteredItems.add(prepared.receivedItems - prepared.items)
        guard prepared.items > 0 else { return cancel(prepared) }
        for sink in sinks { sink.take(prepared.payload) }
        for queue in queues { queue.commit(prepared.payload, receipt) }
    }
}
