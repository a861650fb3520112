import GRDB

/// Rows of spans, out of the files of the days that a trace touches.
struct SpanRows {
    static let limit = 5_000
    private static let columns = """
        span, parent, sid, start, length, kind, status, flags, name, input, output, cacheRead, cacheWrite, reasoning, cost, firstChunk, \
        http, more
        """

    private let snapshot: Snapshot

    init(_ snapshot: Snapshot) { self.snapshot = snapshot }

    /// A trace's spans in order of start.
    func rows(_ id: Int64, _ trace: TraceRow, llmOnly: Bool) throws -> (rows: [SpanRow], isCut: Bool) {
        let all = try counted(id, trace)
        let calls = all.filter(\.key.isCall).map { CallFact($0.row, $0.key, $0.sid) }
        let recovered = TraceReading.recovered(calls.sorted { ($0.start, $0.span) < ($1.start, $1.span) })
        var found = all.filter { $0.key.isLLM || !llmOnly }.map(\.row)
        if !recovered.isEmpty {
            for i in found.indices { found[i].isRecovered = recovered.contains(found[i].address.span.number) }
        }
        found.sort { ($0.start, $1.durationNanoseconds ?? 0) < ($1.start, $0.durationNanoseconds ?? 0) }
        return (Array(found.prefix(Self.limit)), found.count > Self.limit)
    }

    /// Its spans with their series, as the files have them.
    func counted(_ id: Int64, _ trace: TraceRow) throws -> [(row: SpanRow, key: SeriesKey, sid: Int64)] {
        var found: [(row: SpanRow, key: SeriesKey, sid: Int64)] = []
        for file in try snapshot.files.files(from: trace.start, to: trace.start &+ trace.durationNanoseconds) {
            try file.read { db in
                let sql = "SELECT \(Self.columns) FROM span WHERE trace=? ORDER BY start LIMIT \(Self.limit + 1)"
                let rows = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: [id])
                while let row = try rows.next() {
                    guard let key = snapshot.catalog.key(row[2]), let span = SpanRow(row, key, trace.id) else { continue }
                    found.append((span, key, row[2]))
                }
            }
        }
        return found
    }
}

extension CallFact {
    init(_ row: SpanRow, _ key: SeriesKey, _ sid: Int64) {
        self.init(
            span: row.address.span.number, parent: row.parent?.number ?? 0, start: row.start,
            end: row.start &+ (row.durationNanoseconds ?? 0), sid: sid, isCall: key.isCall, operation: key.operation,
            isFailed: row.isFailed, isFinalAnswer: row.isFinalAnswer, costNano: row.costNano,
            isUnused: row.isFailed && row.tokens.total == nil && row.costNano == nil)
    }
}

extension SpanRow {
    fileprivate init?(_ row: Row, _ key: SeriesKey, _ trace: TraceID) {
        guard let span = SpanID(UInt64(bitPattern: row[0])) else { return nil }
        let flags = SpanFlags(rawValue: row[7])
        let length: Int64 = row[4]
        let more = MoreText.unpacked((row[17] as String?) ?? "")
        func known(_ text: String) -> String? { text.isEmpty ? nil : text }
        self.init(
            address: SpanAddress(trace: trace, span: span), parent: SpanID(UInt64(bitPattern: row[1])), name: row[8],
            service: key.service, kind: row[5], start: row[3], durationNanoseconds: length < 0 ? nil : length, status: row[6],
            statusMessage: more[.message], isFailed: !key.outcome.isEmpty, isRecovered: false, role: known(key.role),
            operation: known(key.operation), provider: known(key.provider), model: known(key.model),
            requestModel: more[.requestModel] ?? known(key.model), agent: known(key.agent), tool: more[.tool],
            toolCallID: more[.toolCallID],
            tokens: Figures.Tokens(input: row[9], output: row[10], cacheRead: row[11], cacheWrite: row[12], reasoning: row[13]),
            costNano: row[14], costSource: more[.costSource], costDetail: more[.costDetail], price: more[.price],
            timeToFirstChunk: row[15], finishReasons: more[.finishReasons]?.split(separator: ",").map(String.init) ?? [],
            degraded: more[.degraded], isFinalAnswer: flags.contains(.finalAnswer), errorClass: known(key.outcome),
            errorType: more[.errorType], route: more[.route], httpStatus: row[16],
            database: more[.database], isLate: flags.contains(.late), hasPayload: true)
    }
}

extension DayFiles {
    /// The files of the days from one time to another, those that are kept.
    func files(from: Int64, to: Int64) throws -> [DatabasePool] {
        let last = Tier.day.bucket(max(from, to))
        return try days.filter { $0 >= Tier.day.bucket(from) && $0 <= last }.compactMap { try file($0) }
    }
}
