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
            batch.visit(i)
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
        let (high, low) = batch.traceNumbers
        mentions.add(Mention(trace: Mix.pair(high, low), span: batch.spanNumber, start: batch.start, conversation: conversation))
    }

    private mutating func account(
        _ i: Int, _ index: Int, _ dialect: Dialect, _ scope: ScopeNote, _ batch: borrowing Batch, _ interpreter: Interpreter
    ) {
        let (number, place) = (accounts.count, kinship.sightings.count)
        accounts.append(Account(item: Int32(truncatingIfNeeded: i), sighting: Int32(truncatingIfNeeded: place), dialect: UInt8(index)))
        judge(index, dialect, scope, batch, interpreter)
        kinship.sightings.append(Sighting(batch, scope, role: judgement.sense.role, failed: judgement.isFailed))
        let conversation = Conversation.own(&facts, batch)
        if !conversation.isAbsent {
            accounts[number].conversation = conversation
            // Looked at while its bytes are at hand.
            accounts[number].isConversationPlain = conversation.text.map { $0[0] != UInt8(ascii: "\"") } ?? false
            accounts[number].conversationSlot = Int32(truncatingIfNeeded: facts.slot(.conversation).index)
            mentions.add(Mention(kinship.sightings[place], conversation))
        }
        if judgement.isFailed {
            kinship.sightings[place].failure =
                judgement.sense == .tool ? .toolError : Failure.classify(facts, batch, interpreter.failureKeys)
        }
        if judgement.sense.operation != nil {
            Self.understand(facts, &accounts[number], judgement, dialect, batch)
            Self.describe(facts, &kinship.sightings[place], judgement, accounts[number].usage)
        }
    }

    /// Judges the selected span as those that said the same were judged. Those that failed, or tell of events, are judged each by itself.
    @inline(__always)
    mutating func judge(
        _ index: Int, _ dialect: Dialect, _ scope: ScopeNote, _ batch: borrowing Batch, _ interpreter: Interpreter
    ) {
        let key = precedentKey(index, scope, batch)
        if let key, precedents.find(key, facts, batch, &judgement) { return }
        judgement = Judgement(facts, batch, dialect, interpreter)
        if let key { precedents.keep(judgement, key, facts, batch) }
    }

    @inline(__always)
    func precedentKey(_ index: Int, _ scope: ScopeNote, _ batch: borrowing Batch) -> UInt64? {
        guard batch.status != 2, batch.eventCount == 0, facts.topics.isDisjoint(with: .failure), facts.identity != 0 else { return nil }
        let kind = UInt64(index) << 16 | UInt64(batch.status) << 8 | UInt64(batch.kind)
        return Mix.pair(batch.name.hash(seed: facts.identity), scope.identity ^ kind)
    }

    /// Fills in what a call was.
    static func understand(
        _ facts: borrowing Facts, _ account: inout Account, _ judgement: borrowing Judgement, _ dialect: Dialect,
        _ batch: borrowing Batch
    ) {
        account.operation = judgement.sense.operation
        account.hasOperation = judgement.hasOperation
        account.hasProvider = judgement.hasProvider
        account.provider = judgement.provider
        account.requestModel = judgement.models.request
        account.responseModel = judgement.models.response
        account.priceName = judgement.priceName
        Tokens.read(facts, dialect, judgement.vendor, into: &account.usage)
        account.reported = ReportedCost.read(facts)
        account.host = facts.text(.serverAddress)
        account.firstChunk = firstChunk(facts, batch)
        account.messages = facts.text(.messages)
        if facts.has(.previousResponseID) { account.previousResponse = facts.text(.previousResponseID).hash(seed: 23) }
        if !facts.topics.isDisjoint(with: .manner) { readManner(facts, &account) }
        if !judgement.isFailed, let finish = judgement.finish, finish.isDegraded { account.degraded = finish }
    }

    /// How the call was to be served.
    private static func readManner(_ facts: borrowing Facts, _ account: inout Account) {
        account.tier = facts.text(.serviceTier)
        account.requestedTier = facts.text(.requestedTier)
        if facts.has(.invocation) { readInvocation(facts.text(.invocation), &account) }
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

    /// What relatives need to know of a call.
    @inline(__always)
    static func describe(
        _ facts: borrowing Facts, _ sighting: inout Sighting, _ judgement: borrowing Judgement, _ usage: borrowing Usage
    ) {
        if case .repeats = judgement.sense { return }
        sighting.marks.insert(.candidate)
        if case .agentOrCall = judgement.sense { sighting.marks.insert(.loose) }
        sighting.standing = judgement.standing
        // Several instrumentations under one name.
        if judgement.isOneOfSeveral { sighting.scope ^= UInt32(sighting.standing.rawValue) }
        sighting.input = usage.input ?? -1
        sighting.output = usage.output ?? -1
        let cached = (usage.cacheRead ?? 0) &+ (usage.cacheWrite ?? 0)
        if cached > 0, cached < sighting.input { sighting.uncached = sighting.input - cached }
        sighting.model = judgement.requestHash
        sighting.answer = judgement.answerHash
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
    init(_ batch: borrowing Batch, _ scope: Desk.ScopeNote, role: Role, failed: Bool) {
        self.role = role
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
