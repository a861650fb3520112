/// One series of Weir's own telemetry at one moment; names and labels are Prometheus names already.
package struct OwnSample: Sendable {
    package let name: String
    package let labels: [(String, String)]
    package let value: Double
    /// `counter` or `gauge`.
    package let kind: FamilyKind
    package let help: String

    package init(name: String, labels: [(String, String)], value: Double, kind: FamilyKind, help: String) {
        self.name = name
        self.labels = labels
        self.value = value
        self.kind = kind
        self.help = help
    }

    /// The samples as text, grouped by name. Samples with the same name and labels are shares of one: a component that stands in two pipelines.
    package static func render(_ samples: [OwnSample], _ format: ExpositionFormat, isClosed: Bool = true) -> [UInt8] {
        var families: [String: Family] = [:]
        for sample in samples {
            var family =
                families.removeValue(forKey: sample.name)
                ?? Family(name: sample.name, kind: sample.kind, help: sample.help, unit: "")
            let labels = LabelText.render(sample.labels.map { (name: $0.0, value: $0.1) })
            if let place = family.places[labels] {
                family.series[place].sent = family.series[place].sent.adding(.number(sample.value))
            } else {
                family.places[labels] = family.series.count
                family.series.append(
                    StoredSeries(labels: labels, sent: .number(sample.value), exemplars: [], start: 0, time: 0, seen: 0))
            }
            families[sample.name] = family
        }
        var exposition = Exposition(format, reserving: 1 << 14)
        exposition.write(Array(families.values), targets: [])
        return exposition.finish(isClosed: isClosed)
    }
}
