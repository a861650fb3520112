import GenAI
import Settings

/// What `[processors.genai]` may say.
struct GenAISettings: Configurable {
    var options = InterpreterOptions()
    var hold = Duration.zero
    var prices = PriceShelf(["builtin"])

    init() {}

    init(from keys: inout KeyReader) {
        let files = keys.strings("prices", default: ["builtin"], help: "price tables, later ones win: \"builtin\" and .prices files")
        let edits = keys.string(optional: "edits", help: "the .prices file that the page Models writes, above all others")
        options.preference = keys.choice(
            "prefer", default: options.preference, help: "which cost wins where a price table and the SDK both give one")
        options.normalization = keys.choice(
            "normalize", default: options.normalization,
            help: "canonical values replace others, or only fill gaps, or are not written at all")
        options.semconv = keys.choice("semconv", default: options.semconv, help: "whose names are written")
        let conversation = keys.table("conversation", as: ConversationSettings.self, help: "how calls find their conversation")
        options.conversationKeys = conversation.keys
        options.stitches = conversation.stitch
        hold = keys.duration(
            "hold", default: .zero, in: .zero ... .seconds(30),
            help: "how long requests wait for others, so that a trace's spans are judged together; senders wait too")
        let memory = keys.table("memory", as: MemorySettings.self, help: "what is remembered of traces between requests")
        options.memoryTraces = memory.traces
        options.memorySeconds = memory.seconds
        prices = PriceShelf(files, edits: edits)
        if prices.hasFiles { Self.check(prices, &keys) }
    }

    /// A mistake in a price file is shown with all those of the pipeline file. The table is kept for whoever runs it.
    private static func check(_ prices: PriceShelf, _ keys: inout KeyReader) {
        do { _ = try prices.open() } catch {
            for mistake in error.mistakes where mistake.severity == .error {
                guard mistake.file != prices.edits else {
                    keys.mistake(at: "edits", mistake.inOneLine, hint: mistake.hint)
                    continue
                }
                keys.mistake(
                    at: "prices", element: prices.files.lastIndex(of: mistake.file) ?? prices.files.count - 1, mistake.inOneLine,
                    hint: mistake.hint)
            }
        }
    }
}

/// `conversation = { keys = ["app.thread"], stitch = true }`
struct ConversationSettings: Configurable {
    let keys: [String]
    let stitch: Bool

    init(from reader: inout KeyReader) {
        keys = reader.strings("keys", default: [], help: "attributes that hold conversations, believed before the known ones")
        stitch = reader.bool(
            "stitch", default: false, help: "join calls without an id whose input continues an earlier one's; keeps hashes only")
        for (place, key) in keys.enumerated() where key.isEmpty {
            reader.mistake(at: "keys", element: place, "an attribute key cannot be empty")
        }
    }
}

/// `memory = { traces = 100000, time = "10m" }`
struct MemorySettings: Configurable {
    let traces: Int
    let seconds: Int

    init(from keys: inout KeyReader) {
        traces = keys.int(
            "traces", default: 100_000, in: 100...10_000_000, help: "about how many traces are remembered, some 600 bytes each")
        let time = keys.duration(
            "time", default: .seconds(600), in: .seconds(1)...Duration.seconds(86_400), help: "how long spans of a trace may come apart")
        seconds = max(Int(time / .seconds(1)), 1)
    }
}
