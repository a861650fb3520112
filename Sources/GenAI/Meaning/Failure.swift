import OTLP
import Wire

/// Whether a span failed, and what says so.
struct Failure {
    /// The keys of an exception event.
    struct Keys: Sendable {
        let type: Slot
        let message: Slot
        let escaped: Slot

        init(_ keys: inout KeyRegistry) {
            type = keys.slot("exception.type")
            message = keys.slot("exception.message")
            escaped = keys.slot("exception.escaped")
        }
    }

    /// What earlier attempts left on somebody else's span is no failure of the answer that is noted there too.
    static func isLeftover(_ facts: borrowing Facts, _ batch: borrowing Batch, _ standing: Standing) -> Bool {
        standing == .wrapper && facts.has(.gatewayMark) && batch.status != 2 && (facts[.output].count ?? 0) > 0
    }

    /// Not from the status alone: some SDKs never set one, and unset is not a failure.
    static func happened(_ facts: borrowing Facts, _ batch: borrowing Batch, _ keys: Keys, isCall: Bool = false) -> Bool {
        if batch.status == 2 { return true }
        if isQuiet(facts), batch.eventCount == 0 { return false }
        // Some say that all is well whatever was raised.
        if isCall, !hasAnswer(facts), hasException(batch) { return true }
        if facts.text(.level) == "ERROR" { return true }
        if let status = facts[.httpStatus].count, status >= 400, status < 600 { return true }
        if batch.status == 1 { return false }
        if facts.has(.errorType) { return true }
        return hasEscapedException(batch, keys)
    }

    private static func isQuiet(_ facts: borrowing Facts) -> Bool {
        facts.topics.isDisjoint(with: .failure) || !facts.has(.errorType) && !facts.has(.level) && !facts.has(.httpStatus)
    }

    private static func hasAnswer(_ facts: borrowing Facts) -> Bool {
        facts.has(.input) || facts.has(.output) || facts.has(.usageText) || facts.has(.responseID) || facts.has(.responseModel)
            || facts.has(.finishReason)
    }

    private static func hasException(_ batch: borrowing Batch) -> Bool {
        for n in 0..<batch.eventCount where batch.eventName(n) == "exception" { return true }
        return false
    }

    private static func hasEscapedException(_ batch: borrowing Batch, _ keys: Keys) -> Bool {
        for n in 0..<batch.eventCount where batch.eventName(n) == "exception" {
            if batch.eventValue(n, keys.escaped).flag == true { return true }
        }
        return false
    }

    /// The class of a failure (dialects.md 3.2): the status gives the family; codes, class names and messages refine it.
    static func classify(_ facts: borrowing Facts, _ batch: borrowing Batch, _ keys: Keys) -> ErrorClass {
        var evidence = ErrorEvidence()
        for fact in [Fact.httpStatus, .errorCode] where facts.has(fact) { evidence.readStatus(facts[fact]) }
        evidence.readName(facts[.errorType])
        evidence.readMessage(facts.text(.errorMessage))
        evidence.readMessage(batch.note)
        for n in 0..<batch.eventCount where batch.eventName(n) == "exception" {
            evidence.readName(batch.eventValue(n, keys.type))
            evidence.readMessage(batch.eventValue(n, keys.message).text ?? .empty)
        }
        if case .contentFilter? = FinishReason.named(facts[.finishReason].firstText) { evidence.note(.contentFiltered) }
        return evidence.verdict
    }
}
