import GRDB

/// What the one writer remembers between commits. After a rollback it is read anew: nothing in it may be ahead of the database.
struct Ingest {
    var book = SeriesBook()
    var ledger = Ledger()
    private var shelf = TraceShelf()
    private var failures = Failures()
    private var rolls = RollBuffer()
    private var times = CallTimeWriter()
    private(set) var names = ModelNames()
    private let files: DayFiles

    init(_ files: DayFiles) { self.files = files }

    mutating func load(_ db: Database) throws {
        forgetRows()
        rolls = RollBuffer()
        times = CallTimeWriter()
        try book.load(db)
        try names.load(db)
        try ledger.load(db)
    }

    /// After a retention took rows away that are remembered here.
    mutating func forgetRows() {
        shelf.forget()
        failures.forget()
    }

    /// Takes loads into open transactions of the main file and of every day that is in them.
    mutating func take(_ loads: [Load], _ db: Database, _ days: [Int64: Database], now: Int64) throws {
        for load in loads {
            var writer = SpanWriter(days, blocks: load.blocks)
            for span in load.spans { try take(span, &writer, db, days, now: now) }
            for record in load.records { try take(record, &writer, db, days) }
        }
        if ledger[.records] > 0 { try addTitles(days) }
        for state in shelf.touched { try settle(state, db) }
        try rolls.write(db)
        rolls = RollBuffer()
        ledger[.lastCommit] = now
        try ledger.write(db)
        shelf.settle()
    }

    private mutating func take(
        _ span: SpanRecord, _ writer: inout SpanWriter, _ db: Database, _ days: [Int64: Database], now: Int64
    ) throws {
        let day = Tier.day.bucket(span.start)
        guard days[day] != nil else {
            ledger[.tooOld] += 1
            return
        }
        let entry = try book.entry(span.series, db)
        let state = try trace(of: span, db, days)
        var flags: SpanFlags = span.isFinalAnswer ? .finalAnswer : []
        if state.arrival != .max, now &- state.arrival > 30_000_000_000 { flags.insert(.late) }
        if span.hasContent { flags.insert(.content) }
        guard try writer.write(span, day: day, trace: state.id, sid: entry.sid, flags) else {
            ledger[.redelivered] += 1
            return
        }
        var delta = Sums(span)
        if state.isNew, state.sums[.spans] == 0 { delta[.traces] = 1 }
        shelf.touch(state)
        state.take(span, sid: entry.sid, delta)
        state.arrival = now
        rolls.add(Tier.minute.bucket(span.start), entry, delta)
        try addTimes(span, entry, trace: state.id, db)
        if let price = span.price { try names.note(span.series, price: price, db) }
        try failures.note(span, trace: state.id, sid: entry.sid, db)
        count(span, delta)
    }

    private mutating func take(
        _ record: LogRecordNote, _ writer: inout SpanWriter, _ db: Database, _ days: [Int64: Database]
    ) throws {
        guard try writer.write(record, day: Tier.day.bucket(record.time)) else {
            ledger[.redelivered] += 1
            return
        }
        ledger[.records] += 1
        ledger[.content] = 1
        // Its trace may be there already, without a title.
        guard record.title != nil, let state = try known(record.address.trace, db, days), state.title == nil else { return }
        shelf.touch(state)
    }

    /// Traces of conversations whose spans say nothing of content are called by what their records say.
    private func addTitles(_ days: [Int64: Database]) throws {
        for state in shelf.touched where state.title == nil && state.conversationKey != nil {
            guard let day = days[Tier.day.bucket(state.start)] else { continue }
            let find = try day.cachedStatement(
                sql: "SELECT title FROM record WHERE low=? AND high=? AND title IS NOT NULL ORDER BY time LIMIT 1")
            state.title = try String.fetchOne(
                find, arguments: [Int64(bitPattern: state.trace.low), Int64(bitPattern: state.trace.high)])
        }
    }

    private mutating func count(_ span: SpanRecord, _ delta: Sums) {
        ledger[.spans] += 1
        ledger[.traces] += delta[.traces]
        ledger[.badTimestamps] += delta[.badTimes]
        ledger[.newest] = max(ledger[.newest], span.start)
        if span.series.isLLM { ledger[.genAI] = 1 }
        if delta[.metered] > 0 { ledger[.metered] = 1 }
        if delta[.priced] > 0 { ledger[.priced] = 1 }
        if span.hasContent { ledger[.content] = 1 }
    }

    private mutating func addTimes(_ span: SpanRecord, _ entry: SeriesBook.Entry, trace: Int64, _ db: Database) throws {
        guard span.series.isInference, let length = span.duration else { return }
        let minute = Tier.minute.bucket(span.start)
        let values = LogHistogram.values(length: length, firstChunk: span.firstChunk, output: span.output)
        for (kind, value) in zip(LogHistogram.Kind.allCases, values) { if let value { rolls.add(minute, entry, kind, value) } }
        try times.note(span, length: length, trace: trace, sid: entry.sid, db)
    }

    /// The state of a span's trace: remembered, read back, or new.
    private mutating func trace(of span: SpanRecord, _ db: Database, _ days: [Int64: Database]) throws -> TraceState {
        if let known = try known(span.address.trace, db, days) { return known }
        let state = TraceState(id: ledger[.nextTrace], trace: span.address.trace, first: span)
        ledger[.nextTrace] += 1
        return state
    }

    /// A trace that is remembered, or in the database.
    private func known(_ trace: TraceID, _ db: Database, _ days: [Int64: Database]) throws -> TraceState? {
        if let known = shelf.find(trace) { return known }
        guard let state = try TraceState.read(trace, db) else { return nil }
        for day in Tier.day.bucket(state.start)...Tier.day.bucket(max(state.start, state.end)) {
            if let open = days[day] {
                try state.readFacts(book, open)
            } else if let file = try files.file(day) {
                try file.read { try state.readFacts(book, $0) }
            }
        }
        state.resume()
        return state
    }

    /// Writes what a touched trace has become, and what that changes in rollups and its conversation.
    private mutating func settle(_ state: TraceState, _ db: Database) throws {
        let hadConversation = state.conversation != nil
        if !hadConversation, state.conversationKey != nil, state.firstLLM != nil {
            let (id, isNew) = try ConversationWriter.find(state, db)
            state.conversation = id
            if isNew { ledger[.conversations] += 1 }
        }
        let reading = TraceReading(state.facts, inConversation: state.conversation != nil)
        try apply(reading, to: state, db)
        if let conversation = state.conversation {
            let share = ConversationShare(state, reading)
            try ConversationWriter.update(conversation, state, from: state.appliedToConversation, to: share, db)
            state.appliedToConversation = share
            try ConversationWriter.noteSeries(conversation, state, all: !hadConversation, db)
        }
        try TraceWriter.write(state, db)
    }

    private mutating func apply(_ reading: TraceReading, to state: TraceState, _ db: Database) throws {
        let before = state.applied
        guard reading != before else { return }
        for (bucket, sums) in reading.contributions {
            var delta = sums
            if let old = before.contributions[bucket] { delta.subtract(old) }
            add(delta, at: bucket)
        }
        for (bucket, sums) in before.contributions where reading.contributions[bucket] == nil {
            var delta = Sums()
            delta.subtract(sums)
            add(delta, at: bucket)
        }
        for fact in state.facts where reading.recovered.contains(fact.span) != before.recovered.contains(fact.span) {
            try Failures.mark(
                recovered: reading.recovered.contains(fact.span), start: fact.start, trace: state.id, span: fact.span, db)
        }
        state.applied = reading
        state.sums[.recovered] = Int64(reading.recovered.count)
        state.sums[.turns] = reading.turns
        state.sums[.messages] = reading.messages
    }

    private mutating func add(_ delta: Sums, at bucket: RollKey) {
        if let entry = book.entry(bucket.sid) { rolls.add(bucket.minute, entry, delta) }
    }
}

extension Sums {
    /// What a span adds by itself.
    init(_ span: SpanRecord) {
        self.init()
        self[.spans] = 1
        if span.duration == nil { self[.badTimes] = 1 }
        guard span.series.isLLM else { return }
        self[.llm] = 1
        switch span.series.role {
        case "tool": self[.tools] = 1
        case "agent": self[.agents] = 1
        case "call": addCall(span)
        default: break
        }
    }

    private mutating func addCall(_ span: SpanRecord) {
        self[.calls] = 1
        if span.isFailed { self[.failed] = 1 }
        if span.degraded != nil, !span.isFailed { self[.degraded] = 1 }
        if span.input != nil || span.output != nil {
            self[.metered] = 1
            self[.input] = span.input ?? 0
            self[.output] = span.output ?? 0
            self[.cacheRead] = span.cacheRead ?? 0
            self[.cacheWrite] = span.cacheWrite ?? 0
            self[.reasoning] = span.reasoning ?? 0
        }
        if let cost = span.costNano {
            self[.priced] = 1
            self[.cost] = cost
            self[.costInput] = span.costInputNano ?? 0
            self[.costOutput] = span.costOutputNano ?? 0
            if span.costSource == "reported" { self[.reported] = cost }
        }
        if span.isUnused { self[.unused] = 1 }
    }
}
