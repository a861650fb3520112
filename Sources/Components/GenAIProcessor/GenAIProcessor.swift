import GenAI
import OTLP
import Pipeline

/// Adds meaning to GenAI spans and log records: roles, canonical attributes, cost, conversation, error class (`[processors.genai]`).
struct GenAIProcessor: Processor {
    static let kind = "genai"
    static let summary = "says of GenAI spans what they are, cost and belong to, in the words of the semantic conventions"
    static let signals: Set<Signal> = [.traces, .logs]

    private let interpreter: Interpreter

    init(_ settings: GenAISettings, _ context: Context) throws {
        let clock = context.clock
        let interpreter = context.keys.register { keys in
            Interpreter(keys: &keys, options: settings.options, clock: clock.monotonicNanoseconds)
        }
        if let book = settings.prices.book {
            interpreter.use(book, attributes: book.attributeKeys.map(context.keys.slot))
        }
        context.meters.source { Self.samples(interpreter.counters) }
        self.interpreter = interpreter
    }

    func process(_ batch: inout Batch) { interpreter.process(&batch) }

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
        return samples
    }
}
