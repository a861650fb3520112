import OTLP
import Wire

/// A request without what was said: attributes of spans, their events and log records that hold content are dropped, or replaced by a
/// short hash that tells equal from different. The hash is no secret: what is short can be guessed.
struct ContentFilter {
    let signal: Signal
    let isHashing: Bool

    private static let resourceTag: UInt64 = 1 << 3 | WireType.bytes
    private static let childTag: UInt64 = 2 << 3 | WireType.bytes

    func filtered(_ request: UnsafeRawBufferPointer) throws(WireError) -> [UInt8] {
        var writer = WireWriter(reserving: request.count)
        try copy(WireReader(request), to: &writer) { tag in tag == Self.resourceTag ? .scopes : .asItIs }
        return writer.bytes
    }

    /// What to do with a field.
    private enum Treatment {
        case asItIs, scopes, items, item, event, attribute, body
    }

    private func copy(
        _ content: WireReader, to writer: inout WireWriter, _ treatment: (UInt64) -> Treatment
    ) throws(WireError) {
        var reader = content
        while !reader.isAtEnd {
            let before = reader.rest
            let tag = try reader.tag()
            let treatment = treatment(tag)
            guard treatment != .asItIs else {
                try reader.skip(tag)
                writer.append(before.prefix(before.count - reader.rest.count))
                continue
            }
            try write(tag, try reader.message(), treatment, &writer)
        }
    }

    private func write(_ tag: UInt64, _ message: WireReader, _ treatment: Treatment, _ writer: inout WireWriter) throws(WireError) {
        var inner = WireWriter(reserving: message.rest.count)
        switch treatment {
        case .asItIs: inner.append(message.rest)
        case .scopes: try copy(message, to: &inner) { $0 == Self.childTag ? .items : .asItIs }
        case .items: try copy(message, to: &inner) { $0 == Self.childTag ? .item : .asItIs }
        case .item: try copy(message, to: &inner, treatmentInItem)
        case .event: try copy(message, to: &inner) { $0 == 3 << 3 | WireType.bytes ? .attribute : .asItIs }
        case .body:
            guard isHashing else { return }
            inner.field(1, string: hash(message.rest))
        case .attribute:
            guard try !writeAttribute(message, &inner) else { return }
        }
        writer.varint(tag)
        writer.varint(UInt64(inner.count))
        writer.append(inner.bytes)
    }

    private func treatmentInItem(_ tag: UInt64) -> Treatment {
        switch (signal, tag) {
        case (.logs, 6 << 3 | WireType.bytes), (.traces, 9 << 3 | WireType.bytes): .attribute
        case (.logs, 5 << 3 | WireType.bytes): .body
        case (.traces, 11 << 3 | WireType.bytes): .event
        default: .asItIs
        }
    }

    /// True where the attribute is to be left out.
    private func writeAttribute(_ pair: WireReader, _ inner: inout WireWriter) throws(WireError) -> Bool {
        var reader = pair
        var key = Text.empty
        while !reader.isAtEnd {
            let tag = try reader.tag()
            if tag == 1 << 3 | WireType.bytes { key = try reader.text() } else { try reader.skip(tag) }
        }
        guard ContentKeys.holds(key) else {
            inner.append(pair.rest)
            return false
        }
        guard isHashing else { return true }
        inner.field(1, text: key)
        inner.field(2) { $0.field(1, string: hash(pair.rest)) }
        return false
    }

    private func hash(_ text: Text) -> String {
        let digits = String(StableHash.of(text), radix: 16)
        return "hash:" + String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}

/// Attributes that hold what was said, under the names that SDKs use.
enum ContentKeys {
    private static let prefixes: [StaticString] = [
        "gen_ai.input.messages", "gen_ai.output.messages", "gen_ai.system_instructions", "gen_ai.prompt", "gen_ai.completion",
        "gen_ai.tool.call.arguments", "gen_ai.tool.call.result", "gen_ai.tool.definitions", "gen_ai.tool.input", "gen_ai.tool.output",
        "gen_ai.event.content", "gen_ai.task.", "gen_ai.retrieval.", "gen_ai.request.tools", "gen_ai.evaluation.explanation",
        "llm.input_messages", "llm.output_messages", "llm.prompts", "llm.choices", "llm.prompt_template", "llm.tools",
        "llm.request.functions", "input.value", "output.value", "retrieval.documents", "embedding.embeddings", "reranker.",
        "tool.parameters", "tool_arguments", "tool_response", "traceloop.entity.input", "traceloop.entity.output", "ai.prompt",
        "ai.response.text", "ai.response.object", "ai.response.reasoning", "ai.response.toolCalls", "ai.toolCall.args",
        "ai.toolCall.result", "ai.value", "ai.values", "langfuse.observation.input", "langfuse.observation.output",
        "langfuse.trace.input", "langfuse.trace.output", "mlflow.spanInputs", "mlflow.spanOutputs", "gcp.vertex.agent.llm_re",
        "gcp.vertex.agent.tool_", "gcp.vertex.agent.data", "raw_input", "request_data", "response_data", "lmnr.span.input",
        "lmnr.span.output", "genkit:input", "genkit:output", "all_messages", "pydantic_ai.all_messages", "final_result", "events",
        "exception.message", "exception.stacktrace", "crewai.",
    ]
    private static let originals: StaticString = "weir.original."
    private static let exact: [StaticString] = ["response", "body", "content", "message", "prompt", "completion", "input", "output"]

    static func holds(_ key: Text) -> Bool {
        let key = key.hasPrefix(originals) ? key.dropFirst(originals.utf8CodeUnitCount) : key
        return prefixes.contains { key.hasPrefix($0) } || exact.contains { key == $0 }
    }
}
