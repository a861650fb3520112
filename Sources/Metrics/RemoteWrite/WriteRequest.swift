import Wire

/// Prometheus remote write 1.0, `prompb.WriteRequest`: time series with their labels and one sample each.
struct WriteRequest: ~Copyable {
    /// The value that says "this series has ended" to Prometheus: one certain NaN.
    static let staleMarker = Double(bitPattern: 0x7FF0_0000_0000_0002)

    private var writer = WireWriter(reserving: 64 << 10)
    private let external: [(name: String, value: String)]
    private(set) var samples = 0

    /// `external` labels are added to each series that does not have them.
    init(external: [(name: String, value: String)]) { self.external = external }

    /// The encoded message; what follows begins anew.
    mutating func take() -> [UInt8] {
        let bytes = writer.bytes
        writer.removeAll()
        samples = 0
        return bytes
    }

    /// All the series that a stored one stands for, at its point's time; `isEnd` writes stale markers instead of values.
    mutating func append(_ series: StoredSeries, of family: Family, time: UInt64, isEnd: Bool = false) {
        let labels = LabelText.parse(series.labels)
        let milliseconds = Int64(clamping: time / 1_000_000)
        func value(_ value: Double) -> Double { isEnd ? Self.staleMarker : value }
        switch series.value {
        case .number(let number): add(family.name, labels, nil, value(number), milliseconds)
        case .histogram(let histogram):
            var below: UInt64 = 0
            for (i, count) in histogram.counts.enumerated() {
                below &+= count
                let bound = i < histogram.bounds.count ? histogram.bounds[i] : .infinity
                add(family.name + "_bucket", labels, ("le", bound), value(Double(below)), milliseconds)
            }
            add(family.name + "_sum", labels, nil, value(histogram.sum), milliseconds)
            add(family.name + "_count", labels, nil, value(Double(histogram.count)), milliseconds)
        case .summary(let summary):
            for quantile in summary.quantiles {
                add(family.name, labels, ("quantile", quantile.quantile), value(quantile.value), milliseconds)
            }
            add(family.name + "_sum", labels, nil, value(summary.sum), milliseconds)
            add(family.name + "_count", labels, nil, value(Double(summary.count)), milliseconds)
        }
    }

    /// TimeSeries: labels 1 (sorted by name), samples 2 (value 1, timestamp 2).
    private mutating func add(
        _ name: String, _ labels: [(name: String, value: String)], _ extra: (name: String, value: Double)?, _ value: Double,
        _ milliseconds: Int64
    ) {
        var all = labels + external.filter { label in !labels.contains { $0.name == label.name } }
        all.append(("__name__", name))
        if let extra {
            var text: [UInt8] = []
            NumberText.append(extra.value, to: &text)
            all.append((extra.name, String(decoding: text, as: UTF8.self)))
        }
        all.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        writer.field(1) { series in
            for label in all {
                series.field(1) { pair in
                    pair.field(1, string: label.name)
                    pair.field(2, string: label.value)
                }
            }
            series.field(2) { sample in
                sample.field(1, double: value)
                sample.field(2, int: milliseconds)
            }
        }
        samples += 1
    }

    /// MetricMetadata (field 3): type 1, family name 2, help 4, unit 5.
    mutating func appendMetadata(_ family: Family) {
        writer.field(3) { metadata in
            metadata.field(1, varint: family.kind.remoteWriteType)
            metadata.field(2, string: family.name)
            metadata.field(4, string: family.help)
            metadata.field(5, string: family.unit)
        }
    }
}

extension FamilyKind {
    /// `MetricMetadata.MetricType`.
    fileprivate var remoteWriteType: UInt64 {
        switch self {
        case .counter: 1
        case .gauge: 2
        case .histogram: 3
        case .summary: 5
        }
    }
}
