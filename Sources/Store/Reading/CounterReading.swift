import GRDB

/// What the series of calls counted between moments, by the fewest buckets that tell these apart.
struct CounterReading {
    private let snapshot: Snapshot
    private let question: CounterQuestion
    private let rollups: Rollups

    init(_ snapshot: Snapshot, _ question: CounterQuestion) throws {
        self.snapshot = snapshot
        self.question = question
        rollups = Rollups(
            db: snapshot.db, now: snapshot.now, seriesCount: snapshot.catalog.series.count, lineCount: snapshot.catalog.lines.count,
            raw: nil)
    }

    /// Only those that counted something; `room` is how many amounts there may be, and how many more when they are read.
    func series(within room: inout Int) throws -> [CounterSeries] {
        let admitted = candidates.filter { question.admits($0.key) }
        guard !admitted.isEmpty, let known = try known() else { return [] }
        var tally = CounterTally(admitted.map { ($0.sid, $0.key.keeping(question.by)) }, parts: question.subject.parts, room: room)
        let ranges = ranges(in: known)
        switch question.subject {
        case .sums(let counters): for range in Self.joined(ranges) { try read(range, counters, into: &tally) }
        case .histogram(let timing, let bounds):
            let places = BoundPlaces(bounds)
            for range in Self.joined(ranges) { try read(range, timing, places, into: &tally) }
        }
        let series = try tally.finished()
        room = tally.room
        return series
    }

    /// Lines where they know all that is asked for: they are fewer.
    private var candidates: [(sid: Int64, key: SeriesKey)] {
        let isOfLines = question.by.union(question.narrowing).allSatisfy(\.isKnownToLines)
        return isOfLines ? snapshot.catalog.lines : snapshot.catalog.series.filter(\.key.isCall)
    }

    // MARK: - Buckets

    /// The days in which there can be something: spans begin tomorrow at the latest.
    private func known() throws -> TimeRange? {
        guard let day = try Int64.fetchOne(snapshot.db, sql: "SELECT min(t) FROM roll_day") else { return nil }
        let width = Tier.day.nanoseconds
        return TimeRange(from: day &* width, to: (Tier.day.bucket(snapshot.now) &+ 2) &* width)
    }

    /// The stretches between moments, and the one before them all. Moments lie where buckets end that are kept, so none needs finer ones.
    private func ranges(in known: TimeRange) -> [TierRange] {
        var moments = question.moments
        if question.isFromBeginning, let first = moments.first { moments.insert(min(first, known.from), at: 0) }
        return zip(moments, moments.dropFirst()).flatMap { from, to in
            TimeRange(from: min(max(from, known.from), known.to), to: min(max(to, known.from), known.to)).cover()
        }
    }

    /// Neighbours of one tier as one: a statement for each stretch of a fine grid would take longer than its rows.
    private static func joined(_ ranges: [TierRange]) -> [TierRange] {
        ranges.reduce(into: []) { joined, range in
            if let last = joined.last, last.tier == range.tier, last.to == range.from {
                joined[joined.count - 1].to = range.to
            } else {
                joined.append(range)
            }
        }
    }

    /// How many moments lie at or before a time: the number of the one by which it has been counted.
    private func place(_ bucket: Int64, _ tier: Tier) -> Int {
        let time = bucket &* tier.nanoseconds
        var (low, high) = (0, question.moments.count)
        while low < high {
            let middle = (low + high) / 2
            if question.moments[middle] <= time { low = middle + 1 } else { high = middle }
        }
        return low
    }

    // MARK: - Rows

    private func read(_ range: TierRange, _ counters: [CounterQuestion.Counter], into tally: inout CounterTally) throws {
        let found = rollups.rows(of: range.tier.rolls, range, tally.ids)
        let sql = "SELECT t,sid,\(counters.map(\.measure.column).joined(separator: ",")) \(found.sql)"
        let rows = try Row.fetchCursor(try snapshot.db.cachedStatement(sql: sql), arguments: found.arguments)
        while let row = try rows.next() {
            guard let series = tally.enter(row[1], place(row[0], range.tier)) else { continue }
            for part in counters.indices { tally.add(Double(row[2 + part] as Int64), series, part) }
            try tally.check()
        }
    }

    private func read(
        _ range: TierRange, _ timing: CounterQuestion.Timing, _ places: BoundPlaces, into tally: inout CounterTally
    ) throws {
        let found = rollups.rows(of: range.tier.histograms, range, tally.ids)
        let statement = try snapshot.db.cachedStatement(sql: "SELECT t,sid,h \(found.sql) AND kind=?")
        let rows = try Row.fetchCursor(statement, arguments: found.arguments + [timing.kind.rawValue])
        var amounts = Array(repeating: 0.0, count: places.sumPart + 1)
        while let row = try rows.next() {
            guard let series = tally.enter(row[1], place(row[0], range.tier)) else { continue }
            try row.withUnsafeData(atIndex: 2) { data in
                data?.withUnsafeBytes { places.read($0, into: &amounts) }
            }
            for part in amounts.indices where amounts[part] != 0 {
                tally.add(amounts[part], series, part)
                amounts[part] = 0
            }
            try tally.check()
        }
    }
}

/// The part of a histogram that each bucket of a log histogram belongs to, by its middle.
struct BoundPlaces {
    let sumPart: Int
    private let parts: [Int]
    private let middles: [Double]

    init(_ bounds: [Int64]) {
        let middles = (0..<LogHistogram.bucketLimit).map(LogHistogram.middle)
        parts = middles.map { middle in bounds.firstIndex { middle <= Double($0) } ?? bounds.count }
        self.middles = middles
        sumPart = bounds.count + 1
    }

    /// Adds what a stored histogram holds to the amounts of its parts.
    func read(_ bytes: UnsafeRawBufferPointer, into amounts: inout [Double]) {
        LogHistogram.read(stored: bytes) { bucket, count in
            amounts[parts[bucket]] += Double(count)
            amounts[sumPart] += Double(count) * middles[bucket]
        }
    }
}

extension SeriesKey {
    /// Nothing but these dimensions.
    func keeping(_ dimensions: Set<Dimension>) -> SeriesKey {
        func kept(_ dimension: Dimension, _ value: String) -> String { dimensions.contains(dimension) ? value : "" }
        return SeriesKey(
            environment: kept(.environment, environment), service: kept(.service, service), role: role,
            operation: kept(.operation, operation), provider: kept(.provider, provider), model: kept(.model, model),
            agent: kept(.agent, agent), outcome: kept(.status, outcome))
    }
}

extension CounterQuestion.Subject {
    var parts: Int {
        switch self {
        case .sums(let counters): counters.count
        case .histogram(_, let bounds): bounds.count + 2
        }
    }
}

extension CounterQuestion.Timing {
    var kind: LogHistogram.Kind { self == .duration ? .latency : .firstChunk }
}

extension CounterQuestion.Counter {
    var measure: Measure {
        switch self {
        case .input: .input
        case .output: .output
        case .cacheRead: .cacheRead
        case .cacheWrite: .cacheWrite
        case .reasoning: .reasoning
        case .cost: .cost
        case .priced: .priced
        case .conversationCost: .conversationCost
        case .conversationPriced: .conversationPriced
        case .turns: .turns
        case .messages: .messages
        }
    }
}
