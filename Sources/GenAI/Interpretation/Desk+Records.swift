import OTLP
import Wire

/// Log records of calls: those whose span exists repeat it, those without stand for it.
extension Desk {
    mutating func readRecord(_ i: Int, _ batch: borrowing Batch, _ interpreter: Interpreter) {
        guard let (kind, index) = Self.kind(batch, interpreter) else { return }
        facts.read(batch, interpreter.lexicons[index])
        if facts.has(.role) { return }
        guard let sense = Self.sense(kind, facts) else { return }
        account(i, index, sense, failed: kind == .failure, batch, interpreter)
    }

    /// By the event's name, wherever it stands: in its own field, in an attribute, or as the body.
    private static func kind(_ batch: borrowing Batch, _ interpreter: Interpreter) -> (kind: RecordKind, dialect: Int)? {
        RecordKind.named(batch.name) ?? RecordKind.named(batch.value(interpreter.eventName).text ?? .empty)
            ?? RecordKind.named(batch.body.text ?? .empty)
    }

    private static func sense(_ kind: RecordKind, _ facts: borrowing Facts) -> Sense? {
        switch kind {
        case .details:
            guard let sense = Sense.named(facts.text(.operation)), sense.role == .call else { return nil }
            return sense
        case .request, .failure: return .call(.chat)
        case .streamEvent: return facts.text(.spanKind) == "response.completed" && facts.has(.input) ? .call(.chat) : nil
        }
    }

    private mutating func account(
        _ i: Int, _ index: Int, _ sense: Sense, failed: Bool, _ batch: borrowing Batch, _ interpreter: Interpreter
    ) {
        let dialect = interpreter.dialects[index]
        let scope = scopes[batch.scope]
        var account = Account(
            item: Int32(truncatingIfNeeded: i), sighting: Int32(truncatingIfNeeded: kinship.sightings.count), dialect: UInt8(index))
        let failed = failed || Failure.happened(facts, batch, interpreter.failureKeys)
        account.conversation = Conversation.own(&facts, batch)
        if !account.conversation.isAbsent {
            account.conversationSlot = Int32(truncatingIfNeeded: facts.slot(.conversation).index)
        }
        var sighting = Sighting(record: batch, number: i, scope, failed: failed)
        if failed { sighting.failure = Failure.classify(facts, batch, interpreter.failureKeys) }
        guard sense.operation != nil else { return }
        let judgement = Judgement(record: sense, isFailed: failed, facts, batch, dialect, interpreter)
        Self.understand(facts, &account, judgement, dialect, batch)
        accounts.append(account)
        if batch.isOfSampledSpan {
            sighting.role = .duplicate
        } else {
            Self.describe(facts, &sighting, judgement, accounts[accounts.count - 1].usage)
            sighting.role = .call
        }
        kinship.sightings.append(sighting)
    }
}

extension Sighting {
    /// A record is a child of the span it was written in, and no relative of others without one.
    init(record batch: borrowing Batch, number: Int, _ scope: Desk.ScopeNote, failed: Bool) {
        let (high, low) = batch.traceNumbers
        marks.insert(.record)
        resource = scope.resource
        self.scope = scope.hash
        end = batch.start == 0 ? batch.end : batch.start
        start = end
        span = Mix.pair(batch.spanNumber ^ end, UInt64(number))
        trace = high | low == 0 ? Mix.pair(span, resource) : Mix.pair(high, low)
        parent = batch.spanNumber
        if failed { marks.insert(.failed) }
    }
}

extension Batch {
    /// Whether a log record was written inside a span that is exported too, as its flags say (logs.proto, `flags`).
    var isOfSampledSpan: Bool {
        guard !spanID.isEmpty else { return false }
        var reader = itemBytes.reader
        while !reader.isAtEnd, let tag = try? reader.varint() {
            if tag == 8 << 3 | WireType.fixed32 { return (try? reader.fixed32()).map { $0 & 1 == 1 } ?? false }
            guard (try? reader.skip(tag)) != nil else { return false }
        }
        return false
    }
}
