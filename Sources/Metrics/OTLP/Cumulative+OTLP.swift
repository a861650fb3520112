import Wire

/// The OTLP form of a family's series (metrics/v1/metrics.proto).
extension Cumulative {
    /// Writes every metric that has points as `ScopeMetrics.metrics`. Returns the number of points.
    package func write(time: UInt64, _ writer: inout WireWriter) -> Int {
        var points = 0
        for (number, metric) in table.layout.metrics.enumerated() {
            let instruments = table.layout.instruments.filter { $0.metric == number }
            guard instruments.contains(where: { instrument in hasPoints(instrument) }) else { continue }
            writer.field(2) { message in
                message.field(1, string: metric.name)
                message.field(2, string: metric.help)
                message.field(3, string: metric.unit)
                message.field(dataField(metric.aggregation)) { data in
                    for instrument in instruments { points += self.points(instrument, time: time, &data) }
                    data.field(2, varint: temporality.rawValue)
                    if dataField(metric.aggregation) == 7 { data.field(3, bool: true) }
                }
            }
        }
        return points
    }

    /// Sum 7, Histogram 9, ExponentialHistogram 10.
    private func dataField(_ aggregation: Aggregation) -> UInt64 {
        switch aggregation {
        case .count, .sum: 7
        case .histogram: 9
        case .exponential: 10
        }
    }

    private func isReported(_ record: Int, _ instrument: Instrument) -> Bool {
        let base = record * table.layout.words
        guard table.words[base + Layout.seen] & instrument.bit != 0 else { return false }
        return temporality == .cumulative || table.words[base + Layout.hits] > 0
    }

    private func hasPoints(_ instrument: Instrument) -> Bool {
        for record in 0..<table.count where isReported(record, instrument) { return true }
        return false
    }

    private func points(_ instrument: Instrument, time: UInt64, _ data: inout WireWriter) -> Int {
        var written = 0
        for record in 0..<table.count where isReported(record, instrument) {
            data.field(1) { point(record, instrument, time: time, &$0) }
            written += 1
        }
        return written
    }

    private func point(_ record: Int, _ instrument: Instrument, time: UInt64, _ point: inout WireWriter) {
        let start = temporality == .delta ? lastCollection : self.start(record, instrument)
        point.field(2, fixed64: start)
        point.field(3, fixed64: time)
        let base = record * table.layout.words + instrument.word
        switch instrument.form {
        case .count:
            point.field(6, fixed64: table.words[base])
            attributes(record, instrument, field: 7, &point)
        case .sum:
            point.field(4, fixed64: table.words[base])
            attributes(record, instrument, field: 7, &point)
        case .explicit:
            let counts = table.words[base + 1..<base + instrument.words]
            point.field(4, fixed64: counts.reduce(0, &+))
            point.field(5, fixed64: table.words[base])
            MetricsMessage.packed(6, fixed64: counts, &point)
            MetricsMessage.packed(7, fixed64: table.layout.bounds(of: instrument).lazy.map(\.bitPattern), &point)
            exemplars(record, instrument, field: 8, &point)
            attributes(record, instrument, field: 9, &point)
        case .exponential:
            exponential(table.exponentials[record * table.layout.exponentials + instrument.exponential], &point)
            exemplars(record, instrument, field: 11, &point)
            attributes(record, instrument, field: 1, &point)
        }
    }

    private func exponential(_ buckets: ExponentialBuckets, _ point: inout WireWriter) {
        point.field(4, fixed64: buckets.count)
        point.field(5, double: buckets.sum)
        point.field(6, varint: MetricsMessage.zigzag(buckets.scale))
        point.field(7, fixed64: buckets.zeroCount)
        point.field(8) { positive in
            positive.field(1, varint: MetricsMessage.zigzag(buckets.offset))
            MetricsMessage.packed(2, varint: buckets.counts, &positive)
        }
    }

    private func exemplars(_ record: Int, _ instrument: Instrument, field: UInt64, _ point: inout WireWriter) {
        guard instrument.exemplar >= 0 else { return }
        let first = record * table.layout.exemplars + instrument.exemplar
        for i in first..<first + instrument.exemplarCount where table.exemplars[i].time != 0 {
            MetricsMessage.exemplar(field, table.exemplars[i], &point)
        }
    }

    private func attributes(_ record: Int, _ instrument: Instrument, field: UInt64, _ point: inout WireWriter) {
        if record == SeriesTable.overflow {
            MetricsMessage.attribute(field, "otel.metric.overflow", true, &point)
        } else {
            for (i, key) in dimensionKeys.enumerated() {
                table.withLabel(record, i) { if !$0.isEmpty { MetricsMessage.attribute(field, key, $0, &point) } }
            }
        }
        if let (key, value) = table.layout.tag(of: instrument) { MetricsMessage.attribute(field, key, value, &point) }
    }
}
