import GRDB

/// The traces that spans arrive for. Bounded: of two generations the elder is let go when the younger is full; what is needed again is
/// read back from the database.
struct TraceShelf {
    private static let capacity = 4_000
    private var young: [TraceID: TraceState] = [:]
    private var old: [TraceID: TraceState] = [:]
    private(set) var touched: [TraceState] = []

    func find(_ id: TraceID) -> TraceState? { young[id] ?? old[id] }

    /// A span of it arrives: it stays, and is written at the end of the commit.
    mutating func touch(_ state: TraceState) {
        young[state.trace] = state
        guard !state.isTouched else { return }
        state.isTouched = true
        touched.append(state)
    }

    /// After a commit: nothing is touched any more.
    mutating func settle() {
        for state in touched {
            state.isTouched = false
            state.isNew = false
            state.touchedSeries.removeAll()
        }
        touched.removeAll(keepingCapacity: true)
        guard young.count > Self.capacity else { return }
        old = young
        young = [:]
    }

    mutating func forget() { self = TraceShelf() }
}

/// Reading a trace back.
extension TraceState {
    private static let columns = """
        id, environment, service, name, route, http, root, start, end, llm_first, llm_last, llm_end, conversation, user, loops,\
        loop_tool
        """

    static func read(_ trace: TraceID, _ db: Database) throws -> TraceState? {
        let measures = Measure.ofTraces.map(\.column).joined(separator: ",")
        let statement = try db.cachedStatement(sql: "SELECT \(columns),\(measures) FROM trace WHERE low=? AND high=?")
        let arguments: StatementArguments = [Int64(bitPattern: trace.low), Int64(bitPattern: trace.high)]
        guard let row = try Row.fetchOne(statement, arguments: arguments) else { return nil }
        let state = TraceState(
            id: row[0], trace: trace, environment: row[1], service: row[2], name: row[3], start: row[7], end: row[8])
        state.route = row[4]
        state.httpStatus = row[5]
        state.root = Root(rawValue: row[6]) ?? .missing
        state.firstLLM = row[9]
        state.lastLLM = row[10]
        state.endLLM = row[11]
        state.conversation = row[12]
        state.user = row[13]
        state.loops = row[14]
        state.loopTool = row[15]
        for (i, measure) in Measure.ofTraces.enumerated() { state.sums[measure] = row[16 + i] }
        if let conversation = state.conversation {
            state.conversationKey = try String.fetchOne(db, sql: "SELECT key FROM conversation WHERE id=?", arguments: [conversation])
        }
        return state
    }

    /// Reads the facts of its calls and agents from a day's file.
    func readFacts(_ book: SeriesBook, _ day: Database) throws {
        let statement = try day.cachedStatement(
            sql: "SELECT span, parent, sid, start, length, flags, cost, input, output FROM span WHERE trace=?")
        let rows = try Row.fetchCursor(statement, arguments: [id])
        while let row = try rows.next() {
            guard let key = book.key(row[2]), key.isCall || key.role == "agent" else { continue }
            let start: Int64 = row[3]
            let length: Int64 = row[4]
            let isFailed = !key.outcome.isEmpty
            facts.append(
                CallFact(
                    span: UInt64(bitPattern: row[0]), parent: UInt64(bitPattern: row[1]), start: start, end: start &+ max(length, 0),
                    sid: row[2], isCall: key.isCall, operation: key.operation, isFailed: isFailed,
                    isFinalAnswer: SpanFlags(rawValue: row[5]).contains(.finalAnswer), costNano: row[6],
                    isUnused: isFailed && row.hasNull(atIndex: 6) && row.hasNull(atIndex: 7) && row.hasNull(atIndex: 8)))
        }
    }

    /// What has been added already, as the facts that were read back say.
    func resume() {
        applied = TraceReading(facts, inConversation: conversation != nil)
        if conversation != nil { appliedToConversation = ConversationShare(self, applied) }
    }
}
