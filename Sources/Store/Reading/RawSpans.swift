import GRDB

/// The spans of the newest traces that a filter finds, with what each counts: what answers for users and texts, which no rollup knows, and
/// for bounds, which leave single calls: theirs are then the only spans, and turns and messages those of the traces that have one.
struct RawSpans {
    struct Entry {
        /// The trace's row, and the span's number.
        let trace: Int64
        let span: UInt64
        let start: Int64
        let sid: Int64
        var sums: Sums
        /// By kind of histogram; nil where it has none.
        let values: [Int64?]
    }

    private static let spanLimit = 50_000
    private(set) var entries: [Entry] = []
    /// There were more traces or spans than are read.
    private(set) var isCut = false
    private let bounds: [Bound]

    /// `part` is what else the traces must be, as SQL.
    init(_ snapshot: Snapshot, _ filter: Filter, where part: String = "1") throws {
        bounds = filter.bounds
        let rows = TraceRows(snapshot)
        var condition = rows.condition(filter)
        condition.add(ofCalls: bounds)
        condition.add(part)
        let traces = try rows.rows("WHERE \(condition.sql) ORDER BY start DESC LIMIT \(Filter.mostTracesRead + 1)", condition.arguments)
        isCut = traces.count > Filter.mostTracesRead
        for (id, trace) in traces.prefix(Filter.mostTracesRead) {
            guard entries.count < Self.spanLimit else {
                isCut = true
                return
            }
            try read(id, trace, snapshot)
        }
    }

    private mutating func read(_ id: Int64, _ trace: TraceRow, _ snapshot: Snapshot) throws {
        let first = entries.count
        var facts: [CallFact] = []
        for (row, key, sid) in try SpanRows(snapshot).counted(id, trace) {
            var sums = Sums(row, key)
            if sums[.calls] > 0, trace.conversation != nil {
                sums[.conversationCalls] = 1
                sums[.conversationPriced] = sums[.priced]
                sums[.conversationCost] = sums[.cost]
                sums[.conversationUnused] = sums[.unused]
            }
            if key.isCall || key.role == "agent" { facts.append(CallFact(row, key, sid)) }
            guard bounds.isEmpty || sums[.calls] > 0 && bounds.allSatisfy({ $0.admits(row) }) else { continue }
            entries.append(
                Entry(
                    trace: id, span: row.address.span.number, start: row.start, sid: sid, sums: sums, values: row.histogramValues(key)))
        }
        guard entries.count > first else { return }
        entries[first].sums[.traces] = 1
        let reading = TraceReading(facts, inConversation: trace.conversation != nil)
        for i in first..<entries.count where entries[i].sums[.calls] > 0 {
            entries[i].sums[.turns] = reading.turns
            entries[i].sums[.messages] = reading.messages
            entries[i].sums[.recovered] = Int64(entries[first...].count { reading.recovered.contains($0.span) })
            return
        }
    }

    /// `trace.span` of each, as SQL would write it, for `IN (SELECT value FROM json_each(?))`.
    var names: String { "[" + entries.map { "\"\($0.trace).\(Int64(bitPattern: $0.span))\"" }.joined(separator: ",") + "]" }

    /// The rows of the traces that have one of these spans.
    func traces(_ range: TimeRange, _ ids: Set<Int64>) -> Set<Int64> {
        Set(entries.lazy.filter { range.contains($0.start) && ids.contains($0.sid) }.map(\.trace))
    }

    func sums(_ range: TimeRange, _ ids: Set<Int64>) -> [Int64: Sums] {
        var result: [Int64: Sums] = [:]
        for entry in entries where range.contains(entry.start) && ids.contains(entry.sid) {
            result[entry.sid, default: Sums()].add(entry.sums)
        }
        return result
    }

    func sums(_ grid: Grid, _ ids: Set<Int64>, bySeries: Bool) -> [(bucket: Int, sid: Int64, sums: Sums)] {
        struct Place: Hashable {
            let bucket: Int
            let sid: Int64
        }
        var result: [Place: Sums] = [:]
        for entry in entries where ids.contains(entry.sid) && entry.start >= grid.origin {
            let place = Place(bucket: Int((entry.start &- grid.origin) / grid.step), sid: bySeries ? entry.sid : 0)
            result[place, default: Sums()].add(entry.sums)
        }
        return result.map { ($0.key.bucket, $0.key.sid, $0.value) }
    }

    func histograms<Group: Hashable>(_ range: TimeRange, _ ids: Set<Int64>, _ group: (Int64) -> Group) -> [Group: [LogHistogram]] {
        histograms(range, ids) { (entry: Entry) in group(entry.sid) }
    }

    func histograms<Group: Hashable>(_ range: TimeRange, _ ids: Set<Int64>, _ group: (Entry) -> Group) -> [Group: [LogHistogram]] {
        var result: [Group: [LogHistogram]] = [:]
        for entry in entries where range.contains(entry.start) && ids.contains(entry.sid) {
            for (kind, value) in entry.values.enumerated() {
                if let value { result[group(entry), default: LogHistogram.none][kind].add(value) }
            }
        }
        return result
    }
}

extension Sums {
    /// What a span counts that is read back.
    fileprivate init(_ row: SpanRow, _ key: SeriesKey) {
        var record = SpanRecord(
            address: row.address, series: key, name: "", start: row.start, end: row.start &+ (row.durationNanoseconds ?? -1))
        record.input = row.tokens.input
        record.output = row.tokens.output
        record.cacheRead = row.tokens.cacheRead
        record.cacheWrite = row.tokens.cacheWrite
        record.reasoning = row.tokens.reasoning
        record.costNano = row.costNano
        record.costSource = row.costSource
        record.degraded = row.degraded
        self.init(record)
    }
}

extension SpanRow {
    fileprivate func histogramValues(_ key: SeriesKey) -> [Int64?] {
        guard key.isInference, let length = durationNanoseconds else { return [nil, nil, nil] }
        return LogHistogram.values(length: length, firstChunk: timeToFirstChunk, output: tokens.output)
    }
}
