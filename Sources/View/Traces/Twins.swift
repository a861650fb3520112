import Store

/// Spans that stand for the same call: where two instrumentations saw it, often only one of them wrote down what was said.
enum Twins {
    /// Whether one of them repeats the other: parent and child, or one within the other below the same parent.
    static func are(_ call: SpanRow, _ other: SpanRow) -> Bool {
        guard call.role == "call", other.role == "duplicate", call.address.trace == other.address.trace else { return false }
        if other.parent == call.address.span || call.parent == other.address.span { return true }
        let (callEnd, otherEnd) = (Step(call).end, Step(other).end)
        let isWithin = call.start <= other.start && otherEnd <= callEnd || other.start <= call.start && callEnd <= otherEnd
        return isWithin && call.parent != nil && call.parent == other.parent
    }

    /// Calls without content get that of their twin.
    static func lend(among steps: [Step]) -> [Step] {
        let duplicates = steps.filter { $0.role == .duplicate }
        guard !duplicates.isEmpty else { return steps }
        return steps.map { step in
            guard step.role == .call, !(step.facts.map { CallContent($0).hasContent } ?? false) else { return step }
            let twins = duplicates.filter { are(step.row, $0.row) }
            guard let twin = twins.first(where: { $0.facts.map { CallContent($0).hasContent } ?? false }) else { return step }
            var lent = step
            lent.said = twin.facts
            return lent
        }
    }
}
