import Wire

/// What all shards of one family measured, added up: the series that leave the process, with their limits and their start times.
///
/// Used under one lock; shards are merged into it at each collection.
package struct Cumulative: ~Copyable, Sendable {
    /// Whether points say "since the series began" or "since the last collection".
    package enum Temporality: UInt64, Sendable {
        case delta = 1
        case cumulative = 2
    }

    package let dimensionKeys: [String]
    package let temporality: Temporality
    let limit: Int
    let expireAfter: UInt64
    var table: SeriesTable
    /// Unix nanoseconds, for each instrument of each record: when its counting began.
    var starts: [UInt64]
    /// Unix nanoseconds, for each record: when it last grew.
    var updated: [UInt64]
    /// Series of each metric that have a place.
    private var admitted: [Int]
    /// Measurements of each metric that went to its overflow series, since the process began.
    package private(set) var overflowed: [UInt64]
    private(set) var lastCollection: UInt64

    /// - Parameters:
    ///   - limit: series per metric, its overflow series included.
    ///   - expireAfter: nanoseconds without a measurement after which a series is no longer reported.
    ///   - now: Unix nanoseconds; where counting begins.
    package init(
        layout: Layout, dimensionKeys: [String], seed: UInt64, limit: Int, expireAfter: UInt64, temporality: Temporality, now: UInt64
    ) {
        self.dimensionKeys = dimensionKeys
        self.temporality = temporality
        self.limit = limit
        self.expireAfter = expireAfter
        table = SeriesTable(layout: layout, dimensions: dimensionKeys.count, seed: seed)
        starts = Array(repeating: now, count: layout.instruments.count)
        updated = [0]
        admitted = layout.metrics.map { $0.instrumentCount }
        overflowed = Array(repeating: 0, count: layout.metrics.count)
        lastCollection = now
    }

    /// Label sets that are reported, the overflow series included.
    package var seriesCount: Int { table.count }

    /// Whether a label set has a record of its own: a full shard asks before it counts something as overflow.
    package func knows(_ hash: UInt64) -> Bool { table.find(hash) >= 0 }

    // MARK: - Merging

    /// Adds what a shard measured since its last merge, and empties it.
    package mutating func merge(_ shard: inout SeriesTable, now: UInt64) {
        var unwanted: [Bool] = []
        var set = LabelSet(dimensions: dimensionKeys.count)
        for record in 0..<shard.count {
            guard shard.words[record * shard.layout.words + Layout.hits] > 0 else {
                shard.noteIdle(record)
                continue
            }
            if !mergeRecord(record, of: shard, &set, now: now), record != SeriesTable.overflow {
                if unwanted.isEmpty { unwanted = Array(repeating: false, count: shard.count) }
                unwanted[record] = true
            }
            shard.clear(record)
        }
        shard.trim { !unwanted.isEmpty && unwanted[$0] }
    }

    /// Returns false where the label set got no place here.
    private mutating func mergeRecord(_ record: Int, of shard: borrowing SeriesTable, _ set: inout LabelSet, now: UInt64) -> Bool {
        let seen = shard.words[record * shard.layout.words + Layout.seen]
        if record == SeriesTable.overflow {
            add(record, of: shard, bits: seen, to: SeriesTable.overflow, now: now)
            countOverflow(record, of: shard, bits: seen)
            return true
        }
        var target = table.find(shard.hashes[record])
        let had = target < 0 ? 0 : table.words[target * table.layout.words + Layout.seen]
        let granted = admit(seen & ~had)
        if target < 0, granted != 0 {
            shard.fill(&set, from: record)
            target = insert(set, hash: shard.hashes[record])
        }
        if target >= 0 {
            begin(target, granted)
            add(record, of: shard, bits: seen & (had | granted), to: target, now: now)
        }
        let denied = seen & ~(had | granted)
        if denied != 0 {
            add(record, of: shard, bits: denied, to: SeriesTable.overflow, now: now)
            countOverflow(record, of: shard, bits: denied)
        }
        return target >= 0
    }

    /// The instruments among `bits` whose metric still has room for a series.
    private mutating func admit(_ bits: UInt64) -> UInt64 {
        var granted: UInt64 = 0
        for instrument in table.layout.instruments where bits & instrument.bit != 0 && admitted[instrument.metric] < limit {
            admitted[instrument.metric] += 1
            granted |= instrument.bit
        }
        return granted
    }

    private mutating func insert(_ set: borrowing LabelSet, hash: UInt64) -> Int {
        starts.append(contentsOf: repeatElement(lastCollection, count: table.layout.instruments.count))
        updated.append(0)
        return table.insert(set, hash: hash)
    }

    /// These instruments begin to count in a record.
    private mutating func begin(_ record: Int, _ bits: UInt64) {
        let first = record * table.layout.instruments.count
        for (i, instrument) in table.layout.instruments.enumerated() where bits & instrument.bit != 0 { starts[first + i] = lastCollection }
    }

    /// When an instrument of a record began to count.
    func start(_ record: Int, _ instrument: Instrument) -> UInt64 {
        starts[record * table.layout.instruments.count + instrument.bit.trailingZeroBitCount]
    }

    private mutating func countOverflow(_ record: Int, of shard: borrowing SeriesTable, bits: UInt64) {
        let hits = shard.words[record * shard.layout.words + Layout.hits]
        var last = -1
        for instrument in table.layout.instruments where bits & instrument.bit != 0 && instrument.metric != last {
            overflowed[instrument.metric] &+= hits
            last = instrument.metric
        }
    }

    private mutating func add(_ record: Int, of shard: borrowing SeriesTable, bits: UInt64, to target: Int, now: UInt64) {
        guard bits != 0 else { return }
        let layout = table.layout
        table.words[target * layout.words + Layout.seen] |= bits
        table.words[target * layout.words + Layout.hits] &+= shard.words[record * layout.words + Layout.hits]
        updated[target] = now
        for instrument in layout.instruments where bits & instrument.bit != 0 {
            addNumbers(instrument, from: record * layout.words, of: shard, to: target * layout.words)
            if instrument.exponential >= 0 {
                table.exponentials[target * layout.exponentials + instrument.exponential].merge(
                    shard.exponentials[record * layout.exponentials + instrument.exponential])
            }
            guard instrument.exemplar >= 0 else { continue }
            for i in instrument.exemplar..<instrument.exemplar + instrument.exemplarCount {
                let candidate = shard.exemplars[record * layout.exemplars + i]
                if candidate.time > table.exemplars[target * layout.exemplars + i].time {
                    table.exemplars[target * layout.exemplars + i] = candidate
                }
            }
        }
    }

    private mutating func addNumbers(_ instrument: Instrument, from: Int, of shard: borrowing SeriesTable, to: Int) {
        for i in instrument.word..<instrument.word + instrument.words {
            let (a, b) = (table.words[to + i], shard.words[from + i])
            if i == instrument.word, instrument.isDouble {
                table.words[to + i] = (Double(bitPattern: a) + Double(bitPattern: b)).bitPattern
            } else if i == instrument.word {
                table.words[to + i] = UInt64(bitPattern: Saturating.sum(Int64(bitPattern: a), Int64(bitPattern: b)))
            } else {
                table.words[to + i] = a &+ b
            }
        }
    }

    // MARK: - After a collection

    /// Ends an interval: forgets what expired and, for delta, what was reported.
    ///
    /// A series that comes back after it expired begins at zero with a later start time; what it counted before is not reported again.
    package mutating func finishInterval(now: UInt64) {
        for record in 0..<table.count {
            if temporality == .delta {
                let seen = table.words[record * table.layout.words + Layout.seen]
                table.clear(record)
                table.words[record * table.layout.words + Layout.seen] = seen
            } else {
                table.words[record * table.layout.words + Layout.hits] = 0
                forgetExemplars(record)
            }
        }
        lastCollection = now
        expire(now: now)
    }

    private mutating func forgetExemplars(_ record: Int) {
        for i in 0..<table.layout.exemplars { table.exemplars[record * table.layout.exemplars + i].time = 0 }
    }

    private func isExpired(_ record: Int, now: UInt64) -> Bool {
        record != SeriesTable.overflow && now > updated[record] && now - updated[record] > expireAfter
    }

    private mutating func expire(now: UInt64) {
        var kept: [Int] = []
        for record in 0..<table.count where !isExpired(record, now: now) { kept.append(record) }
        guard kept.count < table.count else { return }
        let updated = self.updated
        table = table.rebuilt { record in now <= updated[record] || now - updated[record] <= expireAfter }
        let width = table.layout.instruments.count
        starts = kept.flatMap { starts[$0 * width..<($0 + 1) * width] }
        self.updated = kept.map { updated[$0] }
        admitted = table.layout.metrics.map { $0.instrumentCount }
        for record in 1..<max(table.count, 1) {
            let seen = table.words[record * table.layout.words + Layout.seen]
            for instrument in table.layout.instruments where seen & instrument.bit != 0 { admitted[instrument.metric] += 1 }
        }
    }
}
