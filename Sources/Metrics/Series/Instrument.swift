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

/// The record that a label set owns in a table: all its metrics' numbers side by side, so that one span costs one lookup.
@usableFromInline
package struct Layout: Sendable {
    /// Word 0: bits of the instruments that were ever measured. Word 1: measurements (spans) since the last collection.
    @inlinable static var seen: Int { 0 }
    @inlinable static var hits: Int { 1 }

    package let metrics: [MetricKind]
    package let instruments: [Instrument]
    /// The bounds of all explicit histograms, one after another, each ended by infinity.
    @usableFromInline let bounds: [Double]
    /// `octaveCount` entries for each metric.
    @usableFromInline let octaves: [UInt8]
    @usableFromInline let words: Int
    @usableFromInline let exemplars: Int
    @usableFromInline let exponentials: Int

    /// At most 64 instruments.
    package init(_ metrics: [MetricKind]) {
        var instruments: [Instrument] = []
        var bounds: [Double] = []
        var octaves: [UInt8] = []
        var word = 2
        var exemplar = 0
        var exponential = 0
        for (number, metric) in metrics.enumerated() {
            let (form, own) = Layout.form(metric.aggregation)
            for tag in 0..<metric.instrumentCount {
                let words = form == .exponential ? 0 : form == .explicit ? own.count + 2 : 1
                let kept = !metric.exemplars ? 0 : form == .exponential ? ExponentialBuckets.exemplars : own.count + 1
                instruments.append(
                    Instrument(
                        metric: number, tag: metric.tags.isEmpty ? -1 : tag, form: form, firstBound: bounds.count, boundCount: own.count,
                        firstOctave: own.first.map { Int($0.bitPattern >> 52) } ?? 0,
                        word: word, words: words, exemplar: kept > 0 ? exemplar : -1, exemplarCount: kept,
                        exponential: form == .exponential ? exponential : -1, bit: 1 << UInt64(instruments.count & 63)))
                word += words
                exemplar += kept
                if form == .exponential { exponential += 1 }
            }
            bounds += own + [.infinity]
            octaves += Layout.octaves(own)
        }
        precondition(instruments.count <= 64, "a family has at most 64 instruments")
        self.metrics = metrics
        self.instruments = instruments
        self.bounds = bounds
        self.octaves = octaves
        self.words = word
        self.exemplars = exemplar
        self.exponentials = exponential
    }

    private static func form(_ aggregation: Aggregation) -> (Instrument.Form, [Double]) {
        switch aggregation {
        case .count: (.count, [])
        case .sum: (.sum, [])
        case .histogram(let bounds): (.explicit, bounds.values)
        case .exponential: (.exponential, [])
        }
    }

    /// The bucket of a value; bounds are inclusive above. The value's power of two leads to the first bound that it may exceed.
    @inlinable @inline(__always)
    func bucket(of value: Double, _ instrument: Instrument) -> Int {
        let octave = Int(value.bitPattern >> 52 & 0x7FF) &- instrument.firstOctave
        let start = octaves[instrument.metric &* Layout.octaveCount &+ min(max(octave, 0), Layout.octaveCount &- 1)]
        var bound = instrument.firstBound &+ Int(start)
        bound &+= value > bounds[bound] ? 1 : 0
        while value > bounds[bound] { bound &+= 1 }
        return bound &- instrument.firstBound
    }

    @inlinable static var octaveCount: Int { 64 }

    /// For each power of two from the first bound's on: the bucket of its smallest value.
    private static func octaves(_ bounds: [Double]) -> [UInt8] {
        let first = bounds.first.map { Int($0.bitPattern >> 52) } ?? 0
        return (0..<octaveCount).map { octave in
            let low = Double(bitPattern: UInt64(min(first + octave, 2046)) << 52)
            return octave == 0 ? 0 : UInt8(clamping: bounds.filter { low > $0 }.count)
        }
    }

    func bounds(of instrument: Instrument) -> ArraySlice<Double> {
        bounds[instrument.firstBound..<instrument.firstBound + instrument.boundCount]
    }

    /// The value of an instrument's tag.
    func tag(of instrument: Instrument) -> (key: String, value: String)? {
        guard instrument.tag >= 0, let key = metrics[instrument.metric].tagKey else { return nil }
        return (key, metrics[instrument.metric].tags[instrument.tag])
    }
}
