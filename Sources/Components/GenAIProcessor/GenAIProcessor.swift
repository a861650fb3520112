import GenAI
import Logging
import OTLP
import Pipeline

/// Adds meaning to GenAI spans and log records: roles, canonical attributes, cost, conversation, error class (`[processors.genai]`).
struct GenAIProcessor: Processor {
    static let kind = "genai"
    static let summary = "says of GenAI spans what they are, cost and belong to, in the words of the semantic conventions"
    static let signals: Set<Signal> = [.traces, .logs]

    /// How often the price files are looked at.
    private static let lookInterval = Duration.seconds(2)

    let hold: Duration
    private let interpreter: Interpreter
    private let prices: PriceShelf
    private let watches: Bool
    private let clock: Clock
    private let log: Logger

    init(_ settings: GenAISettings, _ context: Context) throws {
        let clock = context.clock
        let interpreter = context.keys.register { keys in
            Interpreter(keys: &keys, options: settings.options, clock: clock.monotonicNanoseconds)
        }
        let prices = settings.prices
        let book = try prices.open()
        let slots = Dictionary(uniqueKeysWithValues: (book?.attributeKeys ?? []).map { ($0, context.keys.slot($0)) })
        let use = { @Sendable (book: PriceBook) in interpreter.use(book, attributes: book.attributeKeys.compactMap { slots[$0] }) }
        if let book { use(book) }
        let isFirst = prices.subscribe(use)
        if isFirst {
            let name = String(context.name.drop { $0 != "." }.dropFirst())
            context.meters.source { prices.samples(processor: name, now: clock.unixNanoseconds()) }
            context.board.publish(context.name) { prices.facts }
            context.board.offer(PriceSource(book: { prices.status.book }, edits: prices.editing))
            if prices.hasFiles { context.onReload { if case .kept(let fault) = prices.reread() { throw fault } } }
        }
        context.meters.source { Self.samples(interpreter.counters) }
        hold = settings.hold
        self.interpreter = interpreter
        self.prices = prices
        self.clock = clock
        watches = isFirst && prices.hasFiles
        log = context.log
    }

    func process(_ batch: inout Batch) { interpreter.process(&batch) }

    /// Looks whether price files have changed.
    func run() async throws {
        guard watches else { return }
        while true {
            try await clock.sleep(Self.lookInterval)
            look()
        }
    }

    /// One look at the price files. What it finds is said once.
    func look() {
        switch prices.look() {
        case .same: break
        case .renewed(let book): log.notice("prices: read again, \(book.modelCount) models, \(book.basis)")
        case .kept(let fault):
            let others = fault.mistakes.count - 1
            log.error("prices: the table stays as it was: \(fault.mistakes[0].inOneLine)\(others > 0 ? " (and \(others) more)" : "")")
        }
    }

    private static func samples(_ counters: Counters) -> [Sample] {
        var samples = counters.spans.map {
            Sample(
                name: "weir_genai_spans_total", labels: [("dialect", "\($0.dialect)"), ("role", "\($0.role.word)")],
                value: Double($0.count), kind: .counter, help: "GenAI spans by the dialect they spoke and what they are.")
        }
        for (kind, count) in [("span", counters.rememberedSpans), ("conversation", counters.rememberedConversations)] {
            samples.append(
                Sample(
                    name: "weir_genai_remembered", labels: [("kind", kind)], value: Double(count), kind: .gauge,
                    help: "Spans and conversations remembered to relate later ones to them."))
        }
        samples.append(
            Sample(
                name: "weir_genai_memory_bytes", value: Double(counters.memoryBytes), kind: .gauge,
                help: "Bytes that these memories take."))
        samples.append(
            Sample(
                name: "weir_genai_evictions_total", value: Double(counters.evictions), kind: .counter,
                help: "Spans and conversations forgotten before their time, for want of room."))
        return samples + compared(counters.compared)
    }

    /// How far SDKs' own figures are from the table's.
    private static func compared(_ costs: ComparedCosts) -> [Sample] {
        [("reported", costs.reported), ("computed", costs.computed)].map { source, dollars in
            Sample(
                name: "weir_genai_compared_cost_usd_total", labels: [("source", source)], value: dollars, kind: .counter,
                help: "Cost of the calls for which there are both an SDK's own figure and one by the price table.")
        }
            + [
                Sample(
                    name: "weir_genai_compared_calls_total", value: Double(costs.calls), kind: .counter,
                    help: "Calls for which there are both an SDK's own figure and one by the price table.")
            ]
    }
}
