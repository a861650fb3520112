import OTLP
import Wire

/// Token counts, made inclusive (dialects.md 1.5). Nothing is invented: what no key says stays nil.
enum Tokens {
    /// Into a usage that is empty.
    static func read(_ facts: borrowing Facts, _ dialect: Dialect, _ vendor: Vendor?, into usage: inout Usage) {
        if facts.topics.isDisjoint(with: [.usage, .parts, .texts]) {
            readPlain(facts, &usage)
        } else {
            usage = readAll(facts, dialect, vendor)
        }
    }

    /// Where nothing else is said.
    @inline(__always)
    private static func readPlain(_ facts: borrowing Facts, _ usage: inout Usage) {
        let (input, output) = (facts[.input].count, facts[.output].count)
        // Zeros of a failed call, or of a stream that told nothing, were never measured: no answer costs none.
        if input ?? 0 == 0, output ?? 0 == 0 { return }
        usage.input = input
        usage.output = output
    }

    private static func readAll(_ facts: borrowing Facts, _ dialect: Dialect, _ vendor: Vendor?) -> Usage {
        var text = UsageText()
        text.counts.input = facts[.input].count
        text.counts.output = facts[.output].count
        text.counts.total = facts[.total].count
        text.counts.cacheRead = facts[.cacheRead].count
        text.counts.cacheWrite = facts[.cacheWrite].count
        text.counts.reasoning = facts[.reasoning].count
        lookDeeper(facts, &text)
        let counts = text.counts
        // As above.
        if counts.input ?? 0 == 0, counts.output ?? 0 == 0 { return Usage() }
        var usage = inclusive(counts, Doubt(text, facts, dialect, vendor))
        readParts(facts, &usage.parts)
        return usage
    }

    private static func readParts(_ facts: borrowing Facts, _ parts: inout Usage.Parts) {
        if facts.has(.inputAudio) { parts.inputAudio = facts[.inputAudio].count ?? 0 }
        if facts.has(.cacheReadAudio) { parts.cacheReadAudio = facts[.cacheReadAudio].count ?? 0 }
        if facts.has(.inputImage) { parts.inputImage = facts[.inputImage].count ?? 0 }
        if facts.has(.outputAudio) { parts.outputAudio = facts[.outputAudio].count ?? 0 }
        if facts.has(.outputImage) { parts.outputImage = facts[.outputImage].count ?? 0 }
    }

    /// Into JSON, for what no key of its own says.
    private static func lookDeeper(_ facts: borrowing Facts, _ text: inout UsageText) {
        if facts.has(.usageText) { merge(UsageText(facts.text(.usageText)), into: &text) }
        if facts.has(.usageDetails) { merge(UsageText(facts.text(.usageDetails)), into: &text) }
        if facts.has(.outputDetails) { merge(UsageText(facts.text(.outputDetails)), into: &text) }
        // Sums of one's own making leave parts out that the answer has.
        guard facts.has(.outputText), text.counts.lacksMuch || facts.has(.usageText) && text.counts.reasoning == nil else { return }
        merge(UsageText(answer: facts.text(.outputText)), into: &text)
    }

    private static func merge(_ other: UsageText, into text: inout UsageText) {
        // Only where the counts themselves come from there do its names say what they include.
        if text.counts.input == nil { text.excludesCached = other.excludesCached }
        if text.counts.output == nil { text.excludesReasoning = other.excludesReasoning }
        text.counts.input = text.counts.input ?? other.counts.input
        text.counts.output = text.counts.output ?? other.counts.output
        text.counts.total = text.counts.total ?? other.counts.total
        text.counts.cacheRead = text.counts.cacheRead ?? other.counts.cacheRead
        text.counts.cacheWrite = text.counts.cacheWrite ?? other.counts.cacheWrite
        text.counts.cacheWrite1h = text.counts.cacheWrite1h ?? other.counts.cacheWrite1h
        text.counts.reasoning = text.counts.reasoning ?? other.counts.reasoning
    }

    /// What decides where the numbers themselves do not.
    struct Doubt {
        let uncached: Int64?
        let trustsTotal: Bool
        let excludesCached: Bool
        let excludesReasoning: Bool

        init(_ text: UsageText, _ facts: borrowing Facts, _ dialect: Dialect, _ vendor: Vendor?) {
            uncached = facts[.uncachedInput].count
            trustsTotal = !dialect.addsTotalItself
            excludesCached = text.excludesCached || dialect.exclusiveInput.contains(vendor)
            excludesReasoning = text.excludesReasoning || dialect.exclusiveOutput.contains(vendor)
        }
    }

    static func inclusive(_ counts: UsageText.Counts, _ doubt: Doubt) -> Usage {
        var usage = Usage()
        usage.cacheRead = counts.cacheRead
        usage.cacheWrite = counts.cacheWrite
        usage.cacheWrite1h = counts.cacheWrite1h
        usage.reasoning = counts.reasoning
        usage.input = counts.input
        usage.output = counts.output
        let cached = (counts.cacheRead ?? 0) &+ (counts.cacheWrite ?? 0)
        if let input = counts.input, cached > 0, isExclusive(input, cached, counts, doubt) {
            usage.input = input &+ cached
        }
        if let output = counts.output { addReasoning(output, cached, counts, doubt, &usage) }
        return usage
    }

    /// Whether the input count leaves cached tokens out.
    private static func isExclusive(_ input: Int64, _ cached: Int64, _ counts: UsageText.Counts, _ doubt: Doubt) -> Bool {
        if cached > input { return true }
        if let total = counts.total, let output = counts.output, doubt.trustsTotal {
            let sum = input &+ output
            let thoughts = counts.reasoning ?? 0
            if total == sum &+ cached || total == sum &+ cached &+ thoughts { return true }
            // An honest total of exclusive counts would have the cached ones in it.
            if total == sum || total == sum &+ thoughts || total < sum &+ cached { return false }
        }
        if let uncached = doubt.uncached {
            if uncached == input { return true }
            if uncached == input &- cached { return false }
        }
        return doubt.excludesCached
    }

    /// Output counts that leave reasoning out: the total tells, or the dialect does.
    private static func addReasoning(
        _ output: Int64, _ cached: Int64, _ counts: UsageText.Counts, _ doubt: Doubt, _ usage: inout Usage
    ) {
        let rest = counts.total.flatMap { total in counts.input.map { total &- $0 &- output } } ?? 0
        if let reasoning = counts.reasoning, reasoning > 0 {
            let told = doubt.trustsTotal && (rest == reasoning || rest == reasoning &+ cached)
            let denied = doubt.trustsTotal && counts.total != nil && (rest == 0 || rest == cached)
            if told || (doubt.excludesReasoning && !denied) { usage.output = output &+ reasoning }
        } else if doubt.excludesReasoning, counts.reasoning == nil, rest > 0, rest != cached {
            usage.output = output &+ rest
            usage.reasoning = rest
        }
    }
}
