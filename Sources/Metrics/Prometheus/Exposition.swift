/// The two text formats that scrapers negotiate.
package enum ExpositionFormat: Sendable {
    /// Prometheus text format 0.0.4.
    case text
    /// OpenMetrics 1.0.
    case openMetrics

    package var contentType: String {
        switch self {
        case .text: "text/plain; version=0.0.4; charset=utf-8"
        case .openMetrics: "application/openmetrics-text; version=1.0.0; charset=utf-8"
        }
    }

    /// OpenMetrics where the scraper's Accept header asks for it, else text.
    package init(accept: String) {
        self = accept.contains("application/openmetrics-text") ? .openMetrics : .text
    }
}

/// Writes families as a scrape's body.
struct Exposition {
    let format: ExpositionFormat
    private var out: [UInt8] = []

    init(_ format: ExpositionFormat, reserving capacity: Int) {
        self.format = format
        out.reserveCapacity(capacity)
    }

    /// The body, closed as OpenMetrics demands.
    consuming func finish(isClosed: Bool = true) -> [UInt8] {
        if isClosed, format == .openMetrics { out.append(contentsOf: "# EOF\n".utf8) }
        return out
    }

    /// Families sorted by name, and `target_info` for the resources.
    mutating func write(_ families: [Family], targets: [[UInt8]]) {
        let names = Set(families.map(\.name))
        for family in families.sorted(by: { $0.name < $1.name }) {
            let clashes = family.kind == .counter && names.contains(String(family.name.dropLast(6)))
            head(family, clashes: clashes)
            let name = Array(family.name.utf8)
            for series in family.series { self.series(series, name, exemplars: family.kind == .counter && !clashes) }
        }
        guard !targets.isEmpty else { return }
        comment("HELP", format == .openMetrics ? "target" : "target_info", "Target metadata")
        comment("TYPE", format == .openMetrics ? "target" : "target_info", format == .openMetrics ? "info" : "gauge")
        for labels in targets.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
            line(Array("target_info".utf8), "", labels, nil) { $0.append(UInt8(ascii: "1")) }
        }
    }

    /// In OpenMetrics a counter's family has no `_total`; where that name belongs to another family, ours is of unknown type instead.
    private mutating func head(_ family: Family, clashes: Bool) {
        let isShort = format == .openMetrics && family.kind == .counter && !clashes
        let name = isShort ? String(family.name.dropLast(6)) : family.name
        if !family.help.isEmpty { comment("HELP", name, Self.escape(family.help, quotes: format == .openMetrics)) }
        comment("TYPE", name, format == .openMetrics && clashes ? "unknown" : family.kind.rawValue)
        if format == .openMetrics, !family.unit.isEmpty, !clashes { comment("UNIT", name, family.unit) }
    }

    private mutating func comment(_ word: String, _ name: String, _ rest: String) {
        out.append(contentsOf: "# \(word) \(name) \(rest)\n".utf8)
    }

    private static func escape(_ help: String, quotes: Bool) -> String {
        var escaped = ""
        for scalar in help.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            case "\"" where quotes: escaped += "\\\""
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    // MARK: - Series

    /// Of plain numbers only counters may have exemplars.
    private mutating func series(_ series: StoredSeries, _ name: [UInt8], exemplars: Bool) {
        switch series.value {
        case .number(let value):
            line(name, "", series.labels, nil, exemplars ? series.exemplars.last : nil) { NumberText.append(value, to: &$0) }
        case .histogram(let histogram): write(histogram, series, name)
        case .summary(let summary):
            for quantile in summary.quantiles {
                line(name, "", series.labels, ("quantile", quantile.quantile)) { NumberText.append(quantile.value, to: &$0) }
            }
            totals(name, series.labels, sum: summary.sum, count: summary.count)
        }
    }

    private mutating func write(_ histogram: ClassicHistogram, _ series: StoredSeries, _ name: [UInt8]) {
        var below: UInt64 = 0
        for (i, count) in histogram.counts.enumerated() {
            below &+= count
            let bound = i < histogram.bounds.count ? histogram.bounds[i] : .infinity
            let lower = i > 0 ? histogram.bounds[i - 1] : -.infinity
            let exemplar = format == .openMetrics ? series.exemplars.last { $0.value > lower && $0.value <= bound } : nil
            line(name, "_bucket", series.labels, ("le", bound), exemplar) { NumberText.append(below, to: &$0) }
        }
        totals(name, series.labels, sum: histogram.sum, count: histogram.count)
    }

    private mutating func totals(_ name: [UInt8], _ labels: [UInt8], sum: Double, count: UInt64) {
        line(name, "_sum", labels, nil) { NumberText.append(sum, to: &$0) }
        line(name, "_count", labels, nil) { NumberText.append(count, to: &$0) }
    }

    private mutating func line(
        _ name: [UInt8], _ suffix: StaticString, _ labels: [UInt8], _ extra: (name: StaticString, value: Double)?,
        _ exemplar: Exemplar? = nil, _ value: (inout [UInt8]) -> Void
    ) {
        out.append(contentsOf: name)
        append(suffix)
        if !labels.isEmpty || extra != nil { out.append(UInt8(ascii: "{")) }
        out.append(contentsOf: labels)
        if let extra {
            if !labels.isEmpty { out.append(UInt8(ascii: ",")) }
            append(extra.name)
            append("=\"")
            NumberText.append(extra.value, isCanonical: format == .openMetrics, to: &out)
            append("\"")
        }
        append(!labels.isEmpty || extra != nil ? "} " : " ")
        value(&out)
        if let exemplar, format == .openMetrics { append(exemplar) }
        out.append(UInt8(ascii: "\n"))
    }

    /// ` # {trace_id="…",span_id="…"} value seconds`
    private mutating func append(_ exemplar: Exemplar) {
        append(" # {trace_id=\"")
        NumberText.append(hex: exemplar.trace.0, to: &out)
        NumberText.append(hex: exemplar.trace.1, to: &out)
        append("\",span_id=\"")
        NumberText.append(hex: exemplar.span, to: &out)
        append("\"} ")
        NumberText.append(exemplar.value, to: &out)
        out.append(UInt8(ascii: " "))
        NumberText.append(Double(exemplar.time / 1_000_000) / 1000, to: &out)
    }

    private mutating func append(_ literal: StaticString) {
        for i in 0..<literal.utf8CodeUnitCount { out.append(literal.utf8Start[i]) }
    }
}
