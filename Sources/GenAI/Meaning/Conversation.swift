import OTLP
import Wire

/// Which values are conversations, and which only look like one.
enum Conversation {
    /// Ids longer than this are no ids.
    static let longest = 1024

    /// Whether a value can be an id at all: numbers and texts, but not what a scrubber left, nor a response's id.
    static func isPlausible(_ value: Value) -> Bool {
        switch value.kind {
        case .int: return true
        case .string:
            let id = value.bareText
            return !id.isEmpty && id.count <= longest && !isScrubbed(id) && !id.hasPrefix("resp_") && !isNothing(id)
        default: return false
        }
    }

    /// The span's own conversation; absent where it has none. JSON texts are looked into last.
    static func own(_ facts: inout Facts, _ batch: borrowing Batch) -> Value {
        if facts.has(.conversation), !isOfOneRun(facts, batch) { return facts[.conversation] }
        facts.forget(.conversation)
        for fact in [Fact.metadata, .invocation, .requestText] where facts.has(fact) {
            guard let found = inside(facts.text(fact), fact) else { continue }
            facts.put(.conversation, Value(found), from: facts.slot(fact))
            return Value(found)
        }
        return .absent
    }

    /// OpenInference's `metadata` as LangChain fills it; of a request's parameters the Responses API's `conversation`, or `metadata`.
    private static func inside(_ text: Text, _ fact: Fact) -> Text? {
        guard let object = JSONView(text), object.isObject else { return nil }
        if fact == .metadata { return named(in: object) }
        var found: Text?
        object.forEachMember { key, value in
            if key == "conversation" {
                found = plain(value.isObject ? value["id"] ?? value : value)
            } else if key == "metadata", value.isObject {
                found = named(in: value)
            }
            return found == nil
        }
        return found
    }

    private static func named(in metadata: JSONView) -> Text? {
        (metadata["session_id"] ?? metadata["thread_id"] ?? metadata["conversation_id"]).flatMap(plain)
    }

    private static func plain(_ id: JSONView) -> Text? {
        guard !id.isObject, !id.isArray else { return nil }
        // One with escapes keeps its quotes: they say that it is still to be read.
        let text = id.isString && id.text.unescaped == nil ? id.string : id.text
        return isPlausible(Value(text)) ? text : nil
    }

    /// Ids that were made for one run or one answer.
    private static func isOfOneRun(_ facts: borrowing Facts, _ batch: borrowing Batch) -> Bool {
        let id = facts[.conversation].bareText
        if id.isEmpty { return false }
        if id == facts.text(.responseID) || isTraceID(id, batch) { return true }
        return facts.has(.agentCallID) && wasMadeWith(id, facts.text(.agentCallID))
    }

    /// Pydantic AI makes up a conversation where it was given none: a UUID of version 7 from the same instant as the run's own.
    private static func wasMadeWith(_ id: Text, _ run: Text) -> Bool {
        guard id.count == 36, run.count == 36, id[14] == UInt8(ascii: "7"), run[14] == UInt8(ascii: "7") else { return false }
        return id.prefix(11) == run.prefix(11)
    }

    private static func isTraceID(_ id: Text, _ batch: borrowing Batch) -> Bool {
        let trace = batch.traceID
        guard id.count == 32, trace.count == 16 else { return false }
        for i in 0..<16 where hex(trace[i] >> 4) != Text.lower(id[2 * i]) || hex(trace[i] & 15) != Text.lower(id[2 * i + 1]) {
            return false
        }
        return true
    }

    private static func hex(_ digit: UInt8) -> UInt8 { digit < 10 ? 48 + digit : 87 + digit }

    /// Logfire replaces what it takes for a secret.
    private static func isScrubbed(_ id: Text) -> Bool { id.hasPrefix("[Scrubbed due to") || id == "[REDACTED]" || id == "[redacted]" }

    private static func isNothing(_ id: Text) -> Bool {
        id == "null" || id == "None" || id == "undefined" || id == "nil"
    }
}

extension Value {
    /// The id as text: numbers in decimal, JSON texts without their quotes.
    func withIdentifier<R>(_ body: (Text) -> R) -> R {
        guard let int else {
            guard let plain = text?.unescaped else { return body(bareText) }
            return plain.withUnsafeBytes { body(Text($0)) }
        }
        var digits = String(int)
        return digits.withUTF8 { body(Text(UnsafeRawBufferPointer($0))) }
    }
}

extension Batch {
    /// The id as text that lives as long as the request.
    mutating func identifier(_ id: Value) -> Text {
        if let int = id.int { return keep(Array(String(int).utf8)) }
        return id.text?.unescaped.map { keep($0) } ?? id.bareText
    }
}
