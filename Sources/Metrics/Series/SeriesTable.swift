import Wire

/// Label sets and the records they own: one hash over the label slices and one probe; no allocation once a set is known.
///
/// Sets are told apart by 64 bits of hash with a seed that nobody outside knows: among some thousand sets two are not confused before memory
/// fails. Their bytes are kept for those who read them.
///
/// Record 0 is the overflow series, which has no labels of its own. A table belongs to one shard and is used under its lock.
@usableFromInline
package struct SeriesTable: ~Copyable, Sendable {
    @inlinable package static var overflow: Int { 0 }

    @usableFromInline package let layout: Layout
    @usableFromInline package let dimensions: Int
    @usableFromInline let seed: UInt64
    private let idleLimit: Int
    /// Open addressing: the hash's upper half, and the record's number + 1 (0 = free).
    @usableFromInline private(set) var buckets: [UInt64]
    private(set) var labels = LabelStore()
    /// `dimensions + 1` offsets into the label bytes for each record.
    private(set) var ends: [UInt32] = []
    @usableFromInline private(set) var hashes: [UInt64] = []
    /// Collections that have passed since the record was last measured.
    private var idle: [UInt16] = []
    @usableFromInline var words: [UInt64] = []
    @usableFromInline var exemplars: [Exemplar] = []
    @usableFromInline var exponentials: [ExponentialBuckets] = []

    /// `idleLimit`: collections after which `trim` forgets a record that nobody measures.
    package init(layout: Layout, dimensions: Int, seed: UInt64, idleLimit: Int = 20) {
        self.layout = layout
        self.dimensions = dimensions
        self.seed = seed
        self.idleLimit = idleLimit
        buckets = Array(repeating: 0, count: 64)
        appendRecord(hash: 0)
    }

    /// Records, the overflow series included.
    @inlinable
    package var count: Int { hashes.count }

    @inlinable @inline(__always)
    package func hash(_ set: borrowing LabelSet) -> UInt64 { set.hash(seed: seed) }

    /// The record of the label set with this hash; -1 where it has none.
    @inlinable @inline(__always)
    package func find(_ hash: UInt64) -> Int {
        let mask = buckets.count - 1
        var bucket = Int(truncatingIfNeeded: hash) & mask
        while true {
            let entry = buckets[bucket]
            if entry == 0 { return -1 }
            if entry >> 32 == hash >> 32 {
                let record = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF) &- 1
                if hashes[record] == hash { return record }
            }
            bucket = (bucket &+ 1) & mask
        }
    }

    /// Gives a label set that has none a record.
    package mutating func insert(_ set: borrowing LabelSet, hash: UInt64) -> Int {
        if (count + 1) * 2 > buckets.count { growBuckets() }
        let record = count
        appendRecord(hash: hash)
        for i in 0..<dimensions { ends[record * (dimensions + 1) + 1 + i] = UInt32(truncatingIfNeeded: labels.append(set[i])) }
        place(record)
        return record
    }

    /// Lets `body` see a record's label in dimension `i`.
    @inline(__always)
    func withLabel<R>(_ record: Int, _ i: Int, _ body: (Text) -> R) -> R {
        let from = Int(ends[record * (dimensions + 1) + i])
        let to = Int(ends[record * (dimensions + 1) + i + 1])
        return labels.withText { body($0.slice(from, to)) }
    }

    private mutating func appendRecord(hash: UInt64) {
        hashes.append(hash)
        idle.append(0)
        ends.append(contentsOf: repeatElement(UInt32(truncatingIfNeeded: labels.count), count: dimensions + 1))
        words.append(contentsOf: repeatElement(0, count: layout.words))
        exemplars.append(contentsOf: repeatElement(Exemplar(), count: layout.exemplars))
        exponentials.append(contentsOf: repeatElement(ExponentialBuckets(), count: layout.exponentials))
    }

    private mutating func place(_ record: Int) {
        let mask = buckets.count - 1
        var bucket = Int(truncatingIfNeeded: hashes[record]) & mask
        while buckets[bucket] != 0 { bucket = (bucket + 1) & mask }
        buckets[bucket] = (hashes[record] & 0xFFFF_FFFF_0000_0000) | UInt64(record + 1)
    }

    private mutating func growBuckets() {
        buckets = Array(repeating: 0, count: buckets.count * 2)
        for record in 1..<count { place(record) }
    }
}

// MARK: - Measuring

/// A table's numbers while one span is measured: lent as one piece, so that the arrays' ownership is checked once.
@usableFromInline
package typealias Numbers = MutableSpan<UInt64>

extension SeriesTable {
    /// Lends the numbers for one span's measurements; `body` gets them with the record's first word and returns the bits of the
    /// instruments it has measured.
    @inlinable @inline(__always)
    package mutating func measure(_ record: Int, _ body: (inout Numbers, Int) -> UInt64) {
        let base = record &* layout.words
        var numbers = words.mutableSpan
        numbers[base &+ Layout.seen] |= body(&numbers, base)
        numbers[base &+ Layout.hits] &+= 1
    }

    /// Adds a value to an exponential histogram; explicit ones are written through `measure`.
    @inlinable @inline(__always)
    package mutating func recordExponential(_ record: Int, _ instrument: Instrument, _ value: Double) {
        guard instrument.form == .exponential else { return }
        exponentials[record &* layout.exponentials &+ instrument.exponential].record(value)
    }

    /// Keeps the span that a measurement came from, in place of the one before in its bucket.
    @inlinable @inline(__always)
    package mutating func keep(_ exemplar: Exemplar, _ record: Int, _ instrument: Instrument, bucket: Int) {
        guard instrument.exemplar >= 0, exemplar.time != 0 else { return }
        let place = instrument.form == .exponential ? Int(exemplar.span & 3) : bucket
        exemplars[record &* layout.exemplars &+ instrument.exemplar &+ place] = exemplar
    }
}

extension Instrument {
    /// Adds to a count.
    @inlinable @inline(__always)
    package func add(count: Int64, _ numbers: inout Numbers, _ base: Int) {
        numbers[base &+ word] = UInt64(bitPattern: Saturating.sum(Int64(bitPattern: numbers[base &+ word]), count))
    }

    /// Adds to a sum.
    @inlinable @inline(__always)
    package func add(sum: Double, _ numbers: inout Numbers, _ base: Int) {
        numbers[base &+ word] = (Double(bitPattern: numbers[base &+ word]) + sum).bitPattern
    }

    /// Puts a value into an explicit histogram (others ignore it) and returns its bucket. `layout` is the table's.
    @inlinable @inline(__always)
    package func record(_ value: Double, _ layout: borrowing Layout, _ numbers: inout Numbers, _ base: Int) -> Int {
        guard form == .explicit else { return 0 }
        let bucket = layout.bucket(of: value, self)
        add(sum: value, &numbers, base)
        numbers[base &+ word &+ 1 &+ bucket] &+= 1
        return bucket
    }
}

// MARK: - Emptying

extension SeriesTable {
    /// Empties the record's numbers after they were collected; its labels stay known.
    mutating func clear(_ record: Int) {
        for i in 0..<layout.words { words[record * layout.words + i] = 0 }
        for i in 0..<layout.exemplars { exemplars[record * layout.exemplars + i].time = 0 }
        for i in 0..<layout.exponentials { exponentials[record * layout.exponentials + i].removeAll() }
        idle[record] = 0
    }

    mutating func noteIdle(_ record: Int) { if idle[record] < .max { idle[record] += 1 } }

    /// Forgets the records that `isUnwanted` says, and those idle for long, where that is worth the rebuilding.
    mutating func trim(_ isUnwanted: (Int) -> Bool) {
        var leaving = 0
        for record in 1..<max(count, 1) where Int(idle[record]) > idleLimit || isUnwanted(record) { leaving += 1 }
        guard leaving > 0 else { return }
        self = rebuilt { Int(self.idle[$0]) <= self.idleLimit && !isUnwanted($0) }
    }

    /// A copy with only the records that `isKept` wants, and the overflow series.
    func rebuilt(_ isKept: (Int) -> Bool) -> SeriesTable {
        var copy = SeriesTable(layout: layout, dimensions: dimensions, seed: seed, idleLimit: idleLimit)
        var set = LabelSet(dimensions: dimensions)
        for record in 0..<count where record == 0 || isKept(record) {
            fill(&set, from: record)
            let target = record == 0 ? 0 : copy.insert(set, hash: hashes[record])
            for i in 0..<layout.words { copy.words[target * layout.words + i] = words[record * layout.words + i] }
            for i in 0..<layout.exemplars { copy.exemplars[target * layout.exemplars + i] = exemplars[record * layout.exemplars + i] }
            for i in 0..<layout.exponentials {
                copy.exponentials[target * layout.exponentials + i] = exponentials[record * layout.exponentials + i]
            }
            copy.idle[target] = idle[record]
        }
        return copy
    }

    /// Puts the labels of `record` into `set`. They are views on this table's bytes: done with before it takes another label set.
    func fill(_ set: inout LabelSet, from record: Int) {
        let base = record * (dimensions + 1)
        labels.withText { text in
            for i in 0..<dimensions { set[i] = text.slice(Int(ends[base + i]), Int(ends[base + i + 1])) }
        }
    }
}

/// Arithmetic that stops at the end of its range.
@usableFromInline
enum Saturating {
    @inlinable @inline(__always)
    static func sum(_ a: Int64, _ b: Int64) -> Int64 {
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? .max : sum
    }
}
