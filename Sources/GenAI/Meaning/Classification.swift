import OTLP
import Wire

/// What a span says it is, in the order of evidence of dialects.md 1.3.
enum Classification {
    static func sense(_ facts: borrowing Facts, _ batch: borrowing Batch, _ dialect: Dialect) -> Sense {
        // A placeholder for a span that is still running; the span itself follows.
        if facts.text(.logfireType) == "pending_span" { return .other }
        if let sense = dialect.sense?(facts, batch) { return sense }
        return marked(facts) ?? named(facts) ?? implied(facts, batch) ?? spanNamed(batch.name) ?? .other
    }

    /// By a key whose only use is to say it.
    private static func marked(_ facts: borrowing Facts) -> Sense? {
        if facts.has(.aiOperation), facts.text(.aiOperation).hasSuffix(".doEmbed") { return .call(.embeddings) }
        guard facts.has(.traceloopKind) else { return nil }
        return Sense.named(facts.text(.traceloopKind)) ?? .other
    }

    /// By the operation, or what older dialects have in its place.
    private static func named(_ facts: borrowing Facts) -> Sense? {
        if let sense = Sense.named(facts.text(.operation)) { return sense }
        return Sense.named(facts.text(.requestType)) ?? Sense.named(facts[.spanKind].bareText)
    }

    /// By what else it knows.
    private static func implied(_ facts: borrowing Facts, _ batch: borrowing Batch) -> Sense? {
        let counts = facts.has(.input) || facts.has(.output) || facts.has(.usageText)
        if facts.has(.toolName) || facts.has(.toolCallID), !counts { return .tool }
        // An operation that nobody knows is none of the billable ones, whatever sums it repeats.
        if facts.has(.operation), facts.text(.operation).containsIgnoringCase("unknown") { return .other }
        if counts, facts.has(.requestModel) || facts.has(.responseModel) || facts.has(.modelName) { return .call(.chat) }
        if facts.has(.mcpMethod) { return .tool }
        // A failed request of a client that had no time to say more.
        let provider = facts.has(.provider) || facts.has(.system) || facts.has(.servedBy)
        return batch.kind == 3 && provider && facts.has(.requestModel) && !facts.has(.operation) ? .call(.chat) : nil
    }

    /// By a name such as `chat gpt-4o`: all that some failed spans have.
    private static func spanNamed(_ name: Text) -> Sense? {
        let word = name.beforeFirst(UInt8(ascii: " "))
        guard word.count < name.count, let sense = Sense.named(word) else { return nil }
        if case .call = sense { return isConvention(word) ? sense : nil }
        return isConvention(word) ? sense : nil
    }

    private static func isConvention(_ word: Text) -> Bool {
        word == "chat" || word == "text_completion" || word == "generate_content" || word == "embeddings" || word == "execute_tool"
            || word == "invoke_agent" || word == "create_agent" || word == "invoke_workflow"
    }

    /// The model in a name such as `chat gpt-4o`.
    static func modelInName(_ name: Text) -> Text {
        let word = name.beforeFirst(UInt8(ascii: " "))
        guard word.count < name.count, case .call? = Sense.named(word), isConvention(word) else { return .empty }
        let model = name.dropFirst(word.count + 1)
        return model.firstIndex(of: UInt8(ascii: " ")) == nil ? model : .empty
    }
}
