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
@usableFromInline
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
///
/// Plain bits, so that the hot path counts no references.
@usableFromInline
package struct Instrument: BitwiseCopyable, Sendable {
    @usableFromInline
    enum Form: UInt8, BitwiseCopyable, Sendable { case count, sum, explicit, exponential }

    /// Small numbers, so that an instrument is half a cache line.
    @usableFromInline typealias Small = Int16

    @usableFromInline let form: Form
    private let small: (tag: Small, words: Small, exemplarCount: Small, boundCount: Small)
    @usableFromInline let places: (bounds: Small, octave: Small, word: Small, exemplar: Small, exponential: Small, metric: Small)

    @inlinable package var metric: Int { Int(places.metric) }
    /// Which of its metric's tags it stands for; -1 without tags.
    var tag: Int { Int(small.tag) }
    /// How many words its numbers take.
    var words: Int { Int(small.words) }
    var exemplarCount: Int { Int(small.exemplarCount) }
    /// Its bounds in `Layout.bounds`.
    @inlinable var firstBound: Int { Int(places.bounds) }
    var boundCount: Int { Int(small.boundCount) }
    /// The power of two of its first bound, as a double has it.
    @inlinable var firstOctave: Int { Int(places.octave) }
    /// The first word of its numbers. Explicit histogram: sum, then the bucket counts. Otherwise: the sum.
    @inlinable var word: Int { Int(places.word) }
    /// The first of its exemplars, one per bucket; -1 without.
    @inlinable var exemplar: Int { Int(places.exemplar) }
    /// Its place among the exponential histograms; -1 for others.
    @inlinable var exponential: Int { Int(places.exponential) }
    /// Its bit in the record's `seen` word.
    @usableFromInline package let bit: UInt64

    init(
        metric: Int, tag: Int, form: Form, firstBound: Int, boundCount: Int, firstOctave: Int, word: Int, words: Int, exemplar: Int,
        exemplarCount: Int, exponential: Int, bit: UInt64
    ) {
        self.form = form
        small = (Small(tag), Small(words), Small(exemplarCount), Small(boundCount))
        places = (Small(firstBound), Small(firstOctave), Small(word), Small(exemplar), Small(exponential), Small(metric))
        self.bit = bit
    }

    /// Whether the sum's word holds a double.
    var isDouble: Bool { form != .count }
}
