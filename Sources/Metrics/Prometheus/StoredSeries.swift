/// The type of a family, as Prometheus has it.
package enum FamilyKind: String, Sendable {
    case counter, gauge, histogram, summary
}

/// A series' newest value.
enum StoredValue: Sendable, Equatable {
    case number(Double)
    case histogram(ClassicHistogram)
    case summary(StoredSummary)
}

/// A histogram with explicit buckets: `counts` has one more element than `bounds`.
struct ClassicHistogram: Sendable, Equatable {
    var bounds: [Double]
    var counts: [UInt64]
    var sum: Double
    var count: UInt64

    /// Adds an interval to what came before; other bounds begin anew.
    func adding(_ interval: ClassicHistogram) -> ClassicHistogram {
        guard bounds == interval.bounds else { return interval }
        return ClassicHistogram(
            bounds: bounds, counts: zip(counts, interval.counts).map(&+), sum: sum + interval.sum, count: count &+ interval.count)
    }
}

struct StoredSummary: Sendable, Equatable {
    var quantiles: [Quantile]
    var sum: Double
    var count: UInt64

    struct Quantile: Sendable, Equatable {
        let quantile: Double
        let value: Double
    }
}

extension StoredValue {
    /// Both together; of other kinds the second.
    func adding(_ other: StoredValue) -> StoredValue {
        switch (self, other) {
        case (.number(let a), .number(let b)): .number(a + b)
        case (.histogram(let a), .histogram(let b)): .histogram(a.adding(b))
        default: other
        }
    }

    /// The same kind of value before anything was counted.
    var zero: StoredValue {
        switch self {
        case .number: .number(0)
        case .histogram(let histogram):
            .histogram(
                ClassicHistogram(bounds: histogram.bounds, counts: histogram.counts.map { _ in 0 }, sum: 0, count: 0))
        case .summary: self
        }
    }

    /// Whether `other`, a later total of the same thing, is less: counting began anew in between.
    func isReset(by other: StoredValue) -> Bool {
        switch (self, other) {
        case (.number(let a), .number(let b)): b < a
        case (.histogram(let a), .histogram(let b)): b.count < a.count
        default: false
        }
    }
}

/// One series: its labels as they stand in the text format (`a="b",c="d"`, sorted by name), and its newest point.
struct StoredSeries: Sendable {
    let labels: [UInt8]
    /// What was sent last.
    var sent: StoredValue
    /// What earlier lives of the series had counted: a sender that begins anew does not make the counter fall.
    var earlier: StoredValue?
    var exemplars: [Exemplar]
    /// Unix nanoseconds: the point's start and time, and when it came here.
    var start: UInt64
    var time: UInt64
    var seen: UInt64

    /// Unix nanoseconds: when its counting began at zero. Nil where it may have counted before it came here, and once that was told.
    var zeroSince: UInt64?

    /// What is shown.
    var value: StoredValue { earlier.map { $0.adding(sent) } ?? sent }

    /// What it was when its counting began.
    var beginning: StoredSeries {
        var series = self
        series.sent = sent.zero
        series.earlier = nil
        series.exemplars = []
        return series
    }
}

/// All series of one name.
struct Family: Sendable {
    let name: String
    let kind: FamilyKind
    let help: String
    /// The unit's word, where the name ends in it.
    let unit: String
    var series: [StoredSeries] = []
    var places: [[UInt8]: Int] = [:]
    /// Whether some series' beginning is still to be told.
    var hasBeginnings = false

    init(name: String, kind: FamilyKind, help: String, unit: String) {
        self.name = name
        self.kind = kind
        self.help = help
        self.unit = unit
    }

    /// The family's head alone.
    var withoutSeries: Family { Family(name: name, kind: kind, help: help, unit: unit) }

    mutating func remove(_ labels: [UInt8]) -> StoredSeries? {
        guard let place = places.removeValue(forKey: labels) else { return nil }
        let last = series.removeLast()
        guard place < series.count else { return last }
        let removed = series[place]
        series[place] = last
        places[last.labels] = place
        return removed
    }

    /// What a scraper is told that may never have met some of the series: those begin at zero, this once.
    ///
    /// `increase()` and `rate()` see only what a counter gained between two scrapes. A series whose first value is 1 would never have gained it,
    /// and of rare things, such as a model's first failure, that is all there is.
    mutating func takeBeginnings() -> Family {
        guard hasBeginnings else { return self }
        hasBeginnings = false
        var told = self
        for i in series.indices where series[i].zeroSince != nil {
            told.series[i] = series[i].beginning
            series[i].zeroSince = nil
        }
        return told
    }

    /// Drops what was last seen before `oldest`; returns how many.
    mutating func expire(before oldest: UInt64) -> Int {
        guard series.contains(where: { $0.seen < oldest }) else { return 0 }
        let stale = series.filter { $0.seen < oldest }.map(\.labels)
        for labels in stale { _ = remove(labels) }
        return stale.count
    }
}
