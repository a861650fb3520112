import OTLP
import Wire

/// The first step: every span is read once.
extension Desk {
    /// What holds for all spans of a scope is looked up once.
    mutating func readSpans(ofScope number: Int, _ batch: borrowing Batch, _ interpreter: Interpreter) {
        let scope = scopes[number]
        let index = scope.dialect >= 0 ? Int(scope.dialect) : Dialect.general
        let dialect = interpreter.dialects[index]
        let lexicon = interpreter.lexicons[index]
        let isCovered = scope.dialect >= 0 && dialect.coversScope
        for i in batch.items(ofScope: number) {
            batch.select(i)
            facts.read(batch, lexicon)
            if !isCovered {
                guard facts.isTelling else {
                    mentionOnly(batch)
                    continue
                }
                if facts.probes != 0, scope.dialect < 0 {
                    readAgain(i, facts.probes.trailingZeroBitCount, scope, batch, interpreter)
                    continue
                }
            }
            take(i, index, dialect, scope, batch, interpreter)
        }
    }

    /// A span that gives another dialect away than its scope does.
    private mutating func readAgain(_ i: Int, _ index: Int, _ scope: ScopeNote, _ batch: borrowing Batch, _ interpreter: Interpreter) {
        facts.read(batch, interpreter.lexicons[index])
        take(i, index, interpreter.dialects[index], scope, batch, interpreter)
    }

    private mutating func take(
        _ i: Int, _ index: Int, _ dialect: Dialect, _ scope: ScopeNote, _ batch: borrowing Batch, _ interpreter: Interpreter
    ) {
        // A Weir in front of this one has said it all.
        if facts.has(.role) { return mentionOnly(batch) }
        account(i, index, dialect, scope, batch, interpreter)
    }

    /// A span that is not about GenAI may still say which conversation its relatives belong to.
    private mutating func mentionOnly(_ batch: borrowing Batch) {
        guard !facts.isEmpty, facts.has(.conversation) || facts.has(.metadata) else { return }
        let conversation = Conversation.own(&facts, batch)
        guard !conversation.isAbsent else { return }
        mention(conversation, batch)
    }

    mutating func mention(_ conversation: Value, _ batch: borrowing Batch) {
        let (high, low) = batch.traceNumbers
        mentions.add(Mention(trace: Mix.pair(high, low), span: batch.spanNumber, start: batch.start, conversation: conversation))
    }

    private mutating func account(
        _ i: Int, _ index: Int, _ dialect: Dialect, _ scope: ScopeNote, _ batch: borrowing Batch, _ interpreter: Interpreter
    ) {
        let number = accounts.count
        accounts.append(
            Account(item: Int32(truncatingIfNeeded: i), sighting: Int32(truncatingIfNeeded: kinship.sightings.count), dialect: UInt8(index))
        )
        var sense = Classification.sense(facts, batch, dialect)
        let standing = dialect.standingOf?(facts, batch) ?? dialect.standing
        let failed =
            Failure.happened(facts, batch, interpreter.failureKeys, isCall: sense.role == .call)
            && !Failure.isLeftover(facts, batch, standing)
        let conversation = Conversation.own(&facts, batch)
        if !conversation.isAbsent {
            accounts[number].conversation = conversation
            accounts[number].conversationSlot = Int32(truncatingIfNeeded: facts.slot(.conversation).index)
            mention(conversation, batch)
        } else {
            accounts[number].refusesConversation = batch.value(interpreter.slots.conversation.slot).saysSomething
        }
        var sighting = Sighting(batch, scope, failed: failed)
        if failed { sighting.failure = sense == .tool ? .toolError : Failure.classify(facts, batch, interpreter.failureKeys) }
        if let operation = sense.operation {
            var models = Models.read(facts, batch, sense.operation, answered: !failed)
            if models.response.isEmpty { models.response = Models.streaming(batch, interpreter.streamChunk) }
            Self.understand(facts, &accounts[number], models, operation, dialect, failed, batch)
            refine(&sense, models)
            accounts[number].operation = sense.operation
            describe(&sighting, accounts[number].usage, models, sense, dialect, batch)
        }
        sighting.role = sense.role
        kinship.sightings.append(sighting)
    }

    /// Fills in what a call was.
    static func understand(
        _ facts: borrowing Facts, _ account: inout Account, _ models: Models, _ operation: Operation, _ dialect: Dialect, _ failed: Bool,
        _ batch: borrowing Batch
    ) {
        let provider = Provider.read(facts, batch, dialect, models)
        account.provider = provider.name
        account.requestModel = models.request
        account.responseModel = models.response
        account.usage = Tokens.read(facts, dialect, provider.vendor)
        account.reported = ReportedCost.read(facts)
        account.host = facts.text(.serverAddress)
        account.firstChunk = firstChunk(facts, batch)
        account.messages = facts.text(.messages)
        if facts.has(.previousResponseID) { account.previousResponse = facts.text(.previousResponseID).hash(seed: 23) }
        account.tier = facts.text(.serviceTier)
        account.requestedTier = facts.text(.requestedTier)
        if facts.has(.invocation) { readInvocation(facts.text(.invocation), &account) }
        if facts.has(.finishReason), !failed, let reason = FinishReason.named(facts[.finishReason].firstText), reason.isDegraded {
            account.degraded = reason
        }
    }

    /// What the request's own parameters say of its price.
    private static func readInvocation(_ text: Text, _ account: inout Account) {
        guard let request = JSONView(text), request.isObject else { return }
        request.forEachMember { key, value in
            guard value.isString else { return true }
            if key == "service_tier", account.requestedTier.isEmpty { account.requestedTier = value.string }
            if key == "speed" { account.speed = value.string }
            if key == "inference_geo" { account.geo = value.string }
            return true
        }
    }

    /// Some measure the whole answer where nothing was streamed: that is no first chunk.
    private static func firstChunk(_ facts: borrowing Facts, _ batch: borrowing Batch) -> Double? {
        if facts.topics.isDisjoint(with: .time) { return nil }
        guard facts[.streaming].flag != false else { return nil }
        if let told = facts[.firstChunk].amount ?? facts[.firstChunkMilliseconds].amount.map({ $0 / 1000 }) { return told }
        guard let moment = facts.text(.firstChunkMoment).unixNanoseconds, moment >= batch.start, moment <= batch.end else { return nil }
        return Double(moment - batch.start) / 1e9
    }

    /// Embedding models are called through generic methods too.
    func refine(_ sense: inout Sense, _ models: Models) {
        let model = models.request.isEmpty ? models.response : models.request
        guard sense.operation != .embeddings, model.namesEmbeddings else { return }
        sense = sense.role == .duplicate ? .repeats(.embeddings) : .call(.embeddings)
    }

    /// What relatives need to know of a call.
    func describe(
        _ sighting: inout Sighting, _ usage: Usage, _ models: Models, _ sense: Sense, _ dialect: Dialect, _ batch: borrowing Batch
    ) {
        if case .repeats = sense { return }
        sighting.marks.insert(.candidate)
        if case .agentOrCall = sense { sighting.marks.insert(.loose) }
        sighting.standing = dialect.standingOf?(facts, batch) ?? dialect.standing
        // Several instrumentations under one name.
        if dialect.standingOf != nil { sighting.scope ^= UInt32(sighting.standing.rawValue) }
        sighting.input = usage.input ?? -1
        sighting.output = usage.output ?? -1
        let cached = (usage.cacheRead ?? 0) &+ (usage.cacheWrite ?? 0)
        if cached > 0, cached < sighting.input { sighting.uncached = sighting.input - cached }
        sighting.model = models.request.modelHash
        sighting.answer = models.response.modelHash
        let id = facts.has(.responseID) ? facts[.responseID].bareText : ResponseID.inside(facts.text(.outputText))
        if !id.isEmpty { sighting.response = id.hash(seed: 23) }
        if facts.topics.isDisjoint(with: .time) { return }
        if let seconds = facts[.duration].amount ?? facts[.milliseconds].amount.map({ $0 / 1000 }), seconds < 86400 {
            let length = UInt64(seconds * 1e9)
            if length < sighting.end { sighting.start = min(sighting.start, sighting.end - length) }
        }
    }
}

extension Sighting {
    init(_ batch: borrowing Batch, _ scope: Desk.ScopeNote, failed: Bool) {
        let (high, low) = batch.traceNumbers
        trace = Mix.pair(high, low)
        span = batch.spanNumber
        parent = batch.parentNumber
        resource = scope.resource
        self.scope = scope.hash
        start = batch.start
        end = max(batch.end, batch.start)
        if failed { marks.insert(.failed) }
    }
}

/// The id of an answer that is kept as text.
enum ResponseID {
    /// Only where it comes first, as it does in what providers send.
    static func inside(_ answer: Text) -> Text {
        guard answer.hasPrefix("{\"id\":") || answer.hasPrefix("{\"id\" :"), let view = JSONView(answer), let id = view["id"] else {
            return .empty
        }
        return id.string
    }
}

extension Text {
    /// A model's name hashed without route and date, so that two ways to write it meet; 0 where it is empty.
    var modelHash: UInt64 {
        guard !isEmpty else { return 0 }
        var name = firstIndex(of: UInt8(ascii: "/")) == nil ? self : afterLast(UInt8(ascii: "/"))
        if let dash = name.endOfUndated { name = name.prefix(dash) }
        return name.hash(seed: 29) | 1
    }

    /// Whether it has `embed` in it.
    var namesEmbeddings: Bool {
        var rest = self
        while let b = rest.firstIndex(of: UInt8(ascii: "b")) {
            if rest.slice(b - 2, b + 3).equalsIgnoringCase("embed") { return true }
            rest = rest.dropFirst(b + 1)
        }
        return false
    }

    /// Where `-20250929`, `-2024-07-18` or `@20250929` begins at the end of a name.
    private var endOfUndated: Int? {
        guard self[count - 1] &- 48 < 10 else { return nil }
        if isDated(9) { return count - 9 }
        return isDated(11) ? count - 11 : nil
    }

    /// Whether the last `length` bytes are a dash and a date.
    private func isDated(_ length: Int) -> Bool {
        let start = count - length
        guard start > 0, self[start] == UInt8(ascii: "-") || self[start] == UInt8(ascii: "@"), self[start + 1] == UInt8(ascii: "2") else {
            return false
        }
        return suffix(length - 1).buffer.allSatisfy { $0 &- 48 < 10 || $0 == UInt8(ascii: "-") }
    }
}
