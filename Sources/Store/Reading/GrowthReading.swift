import GRDB

/// Reads the input of every request of a conversation, out of the files of the days that it touches.
struct GrowthReading {
    private static let limit = 100_000
    let snapshot: Snapshot

    func growth(_ id: ConversationID, points: Int) throws -> InputGrowth? {
        guard let conversation = try ConversationRows(snapshot).one(id) else { return nil }
        let traces = try self.traces(conversation.id)
        var requests: [InputGrowth.Point] = []
        for (day, traces) in try byDay(traces) { requests += try self.requests(traces, day) }
        requests.sort { ($0.start, $0.span.span.number) < ($1.start, $1.span.span.number) }
        let isCut = requests.count > Self.limit || traces.count > Self.limit
        requests.removeSubrange(min(Self.limit, requests.count)...)
        for i in requests.indices { requests[i].request = i + 1 }
        return InputGrowth(requests: requests.count, points: Self.largest(requests, points), isCut: isCut)
    }

    private struct Trace {
        let number: Int64
        let id: TraceID
        let days: ClosedRange<Int64>
    }

    private func traces(_ conversation: Int64) throws -> [Trace] {
        let sql =
            "SELECT id, high, low, start, end FROM trace WHERE conversation=? AND metered > 0 ORDER BY start, id LIMIT \(Self.limit + 1)"
        return try Row.fetchAll(snapshot.db, sql: sql, arguments: [conversation]).map { row in
            let (start, end): (Int64, Int64) = (row[3], row[4])
            return Trace(
                number: row[0], id: TraceID(high: UInt64(bitPattern: row[1]), low: UInt64(bitPattern: row[2])),
                days: Tier.day.bucket(start)...Tier.day.bucket(max(start, end)))
        }
    }

    private func byDay(_ traces: [Trace]) throws -> [(DatabasePool, [Int64: TraceID])] {
        var byDay: [Int64: [Int64: TraceID]] = [:]
        let kept = snapshot.files.days
        for trace in traces {
            for day in kept where trace.days.contains(day) { byDay[day, default: [:]][trace.number] = trace.id }
        }
        return try byDay.compactMap { day, traces in try snapshot.files.file(day).map { ($0, traces) } }
    }

    private func requests(_ traces: [Int64: TraceID], _ day: DatabasePool) throws -> [InputGrowth.Point] {
        let sql = """
            SELECT trace, span, sid, start, input FROM span WHERE trace IN (SELECT value FROM json_each(?)) AND input IS NOT NULL
            """
        return try day.read { db in
            let rows = try Row.fetchCursor(try db.cachedStatement(sql: sql), arguments: [Selection.json(Array(traces.keys))])
            var found: [InputGrowth.Point] = []
            while let row = try rows.next() {
                guard snapshot.catalog.key(row[2])?.isInference == true, let trace = traces[row[0]],
                    let span = SpanID(UInt64(bitPattern: row[1]))
                else { continue }
                found.append(.init(request: 0, input: row[4], start: row[3], span: SpanAddress(trace: trace, span: span)))
            }
            return found
        }
    }

    /// The largest of each of so many parts of equal length.
    private static func largest(_ requests: [InputGrowth.Point], _ points: Int) -> [InputGrowth.Point] {
        guard requests.count > points else { return requests }
        return (0..<points).compactMap { part in
            requests[part * requests.count / points..<(part + 1) * requests.count / points].max { $0.input < $1.input }
        }
    }
}
