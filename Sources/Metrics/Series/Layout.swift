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
