import OTLP
import Wire

/// What the SDK or a gateway says a call cost, in US dollars.
struct ReportedCost: BitwiseCopyable {
    var total: Double
    var input: Double?
    var output: Double?

    /// Nil where nothing was reported, or only the zero of a failure: unknown is never 0. A zero is believed of an answer from a cache.
    static func read(_ facts: borrowing Facts) -> ReportedCost? {
        if facts.topics.isDisjoint(with: .money) { return nil }
        let cached = facts[.cacheHit].flag == true
        if let total = facts[.cost].amount, total > 0 || cached {
            return ReportedCost(total: total, input: facts[.inputCost].amount, output: facts[.outputCost].amount)
        }
        if let input = facts[.inputCost].amount, let output = facts[.outputCost].amount, input + output > 0 {
            return ReportedCost(total: input + output, input: input, output: output)
        }
        return facts.has(.costText) ? inText(facts.text(.costText)) : nil
    }

    private static func inText(_ text: Text) -> ReportedCost? {
        guard let costs = JSONView(text), costs.isObject else { return nil }
        let input = (costs["input"] ?? costs["input_cost"])?.number
        let output = (costs["output"] ?? costs["output_cost"])?.number
        let total = (costs["total"] ?? costs["total_cost"])?.number ?? (input ?? 0) + (output ?? 0)
        guard total > 0, total.isFinite else { return nil }
        return ReportedCost(total: total, input: input, output: output)
    }
}
