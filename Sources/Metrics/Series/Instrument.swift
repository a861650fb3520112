/// How a metric's measurements are summarised.
package enum Aggregation: Sendable, Equatable {
    /// A monotonic sum of whole numbers.
    case count
    /// A monotonic sum of fractions.
    case sum
    /// A histogram of seconds or the like, with given buckets.
    case histogram(Bounds)
    /// A histogram whose buckets adapt (OTLP exponential histogram).
    case exponential
}

/// One metric of a family: what OTLP calls Metric, and the instruments that feed it.
package struct MetricKind: Sendable {
    package let name: String
    package let unit: String
    package let help: String
    package let aggregation: Aggregation
    /// The constant attribute by which its instruments differ, e.g. `gen_ai.token.type`; none where there is but one.
    package let tagKey: String?
    package let tags: [String]
    /// Whether its histogram keeps exemplars.
    package let exemplars: Bool

    package init(
        _ name: String, unit: String, help: String, _ aggregation: Aggregation, tag: (key: String, values: [String])? = nil,
        exemplars: Bool = false
    ) {
        self.name = name
        self.unit = unit
        self.help = help
        self.aggregation = aggregation
        tagKey = tag?.key
        tags = tag?.values ?? []
        self.exemplars = exemplars
    }

    var instrumentCount: Int { max(tags.count, 1) }
}

/// One place that takes measurements: a metric with its tag's value, and where its numbers lie in a series' record.
package struct Instrument: Sendable {
    package let metric: Int
    package let tag: String?
    let aggregation: Aggregation
    /// The first word of its numbers. Histogram: sum, then the bucket counts. Otherwise: the sum.
    let word: Int
    let words: Int
    /// The first of its exemplars, one per bucket; -1 without.
    let exemplar: Int
    let exemplarCount: Int
    /// Its place among the exponential histograms; -1 for others.
    let exponential: Int
    /// Its bit in the record's `seen` word.
    let bit: UInt64

    /// Whether the sum's word holds a double.
    var isDouble: Bool { aggregation != .count }
}

/// The record that a label set owns in a table: all its metrics' numbers side by side, so that one span costs one lookup.
package struct Layout: Sendable {
    /// Word 0: bits of the instruments that were ever measured. Word 1: measurements (spans) since the last collection.
    static let seen = 0
    static let hits = 1

    package let metrics: [MetricKind]
    package let instruments: [Instrument]
    let words: Int
    let exemplars: Int
    let exponentials: Int

    /// At most 64 instruments.
    package init(_ metrics: [MetricKind]) {
        var instruments: [Instrument] = []
        var word = 2
        var exemplar = 0
        var exponential = 0
        for (number, metric) in metrics.enumerated() {
            for i in 0..<metric.instrumentCount {
                let buckets = Layout.buckets(metric.aggregation)
                let words = metric.aggregation == .exponential ? 0 : 1 + buckets
                let kept = !metric.exemplars ? 0 : metric.aggregation == .exponential ? ExponentialBuckets.exemplars : buckets
                instruments.append(
                    Instrument(
                        metric: number, tag: metric.tags.isEmpty ? nil : metric.tags[i], aggregation: metric.aggregation, word: word,
                        words: words, exemplar: kept > 0 ? exemplar : -1, exemplarCount: kept,
                        exponential: metric.aggregation == .exponential ? exponential : -1, bit: 1 << UInt64(instruments.count & 63)))
                word += words
                exemplar += kept
                if metric.aggregation == .exponential { exponential += 1 }
            }
        }
        precondition(instruments.count <= 64, "a family has at most 64 instruments")
        self.metrics = metrics
        self.instruments = instruments
        self.words = word
        self.exemplars = exemplar
        self.exponentials = exponential
    }

    private static func buckets(_ aggregation: Aggregation) -> Int {
        if case .histogram(let bounds) = aggregation { return bounds.bucketCount }
        return 0
    }
}
