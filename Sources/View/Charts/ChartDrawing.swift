import Store

/// A chart of a time series: stacked bars for sums, lines for percentiles, with a table that says the same.
struct ChartDrawing {
    enum Form { case bars, lines }

    let title: String
    let series: TimeSeries
    let form: Form
    /// The same of the period before, bucket by bucket, as a line behind the others.
    var ghost: TimeSeries.Line?
    /// Where a click on a bucket leads.
    let href: (_ bucket: TimeRange, _ line: TimeSeries.Line) -> String?

    func draw(into html: inout Markup) {
        guard !series.lines.isEmpty, !series.starts.isEmpty else {
            return html.element("p", ["class": "muted"]) { $0.text("Nothing in this time.") }
        }
        legend(into: &html)
        html.element("svg", attributes) { html in
            html.element("title") { $0.text(title) }
            let plot = Plot(buckets: series.starts.count, largest: largest)
            hatch(into: &html)
            plot.axes(series, into: &html) { label($0) }
            switch form {
            case .bars: bars(plot, into: &html)
            case .lines:
                for (place, line) in series.lines.enumerated() { draw(line, as: "s\(Self.colour(place, line))", plot, into: &html) }
            }
            if let ghost { draw(ghost, as: "ghost", plot, into: &html) }
        }
        table(into: &html)
    }

    private var attributes: Markup.Attributes {
        [
            "class": "chart", "viewBox": "0 0 \(Int(Plot.width)) \(Int(Plot.height))", "role": "img", "aria-label": title,
            "data-starts": series.starts.map { String($0 / 1_000_000_000) }.joined(separator: ","),
            "data-step": String(series.step / 1_000_000_000), "data-zone": String(Zone.shown.offset),
        ]
    }

    private var largest: Double {
        series.starts.indices.map { bucket in
            let values = series.lines.compactMap { $0[bucket] }
            let before = ghost?[bucket] ?? 0
            return Double(max(form == .bars ? values.reduce(0, &+) : values.max() ?? 0, before))
        }.max() ?? 0
    }

    /// The lines that its table shows.
    private var columns: [TimeSeries.Line] { series.lines + (ghost.map { [$0] } ?? []) }

    private func legend(into html: inout Markup) {
        // One line of all needs no name.
        guard series.lines.count > 1 || series.lines.contains(where: { !$0.label.isEmpty }) else { return }
        html.element("ul", ["class": "legend"]) { html in
            for (place, line) in series.lines.enumerated() {
                html.element("li") { html in
                    html.element("i", ["class": "key s\(Self.colour(place, line))", "aria-hidden": "true"]) { _ in }
                    html.text(Self.name(line))
                }
            }
        }
    }

    /// The pattern of a bucket that is still filling.
    private func hatch(into html: inout Markup) {
        html.element("defs") { html in
            html.element(
                "pattern", ["id": "hatch", "width": "5", "height": "5", "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"]
            ) {
                $0.element("path", ["d": "M0 0V5", "class": "hatch"]) { _ in }
            }
        }
    }

    // MARK: - Bars

    private func bars(_ plot: Plot, into html: inout Markup) {
        var floor = Array(repeating: 0.0, count: series.starts.count)
        for (place, line) in series.lines.enumerated() {
            html.element("g", group(line, "s\(Self.colour(place, line))")) { html in
                for (bucket, value) in line.values.enumerated() where bucket < floor.count {
                    guard let value, value > 0 else { continue }
                    let from = floor[bucket]
                    floor[bucket] += Double(value)
                    bar(bucket, from, floor[bucket], line, plot, into: &html)
                }
            }
        }
        guard series.isLastIncomplete, let last = floor.indices.last, floor[last] > 0 else { return }
        html.element("path", ["d": outline(last, 0, floor[last], plot), "fill": "url(#hatch)"]) { _ in }
    }

    private func bar(_ bucket: Int, _ from: Double, _ to: Double, _ line: TimeSeries.Line, _ plot: Plot, into html: inout Markup) {
        let start = series.starts[bucket]
        let path = outline(bucket, from, to, plot)
        guard let href = href(TimeRange(from: start, to: start &+ series.step), line) else {
            return html.element("path", ["d": path]) { _ in }
        }
        html.element("a", ["href": href, "tabindex": "-1"]) { $0.element("path", ["d": path]) { _ in } }
    }

    private func outline(_ bucket: Int, _ from: Double, _ to: Double, _ plot: Plot) -> String {
        let gap = plot.bucketWidth > 4 ? 1.0 : 0
        let (x, width) = (plot.x(bucket), max(plot.bucketWidth - gap, 0.8))
        return "M\(Plot.text(x)) \(Plot.text(plot.y(from)))h\(Plot.text(width))V\(Plot.text(plot.y(to)))h-\(Plot.text(width))z"
    }

    // MARK: - Lines

    /// Gaps are gaps: a line is broken where a bucket has nothing.
    private func draw(_ line: TimeSeries.Line, as className: String, _ plot: Plot, into html: inout Markup) {
        html.element("g", group(line, className)) { $0.element("path", ["d": path(of: line, plot), "class": "line"]) { _ in } }
    }

    private func path(of line: TimeSeries.Line, _ plot: Plot) -> String {
        var path = ""
        var isOpen = false
        for (bucket, value) in line.values.prefix(series.starts.count).enumerated() {
            guard let value else {
                isOpen = false
                continue
            }
            path += (isOpen ? "L" : "M") + "\(Plot.text(plot.x(bucket) + plot.bucketWidth / 2)) \(Plot.text(plot.y(Double(value))))"
            // A single point is a short stroke, or it could not be seen.
            if !isOpen, line[bucket + 1] == nil { path += "h2" }
            isOpen = true
        }
        return path
    }

    private func group(_ line: TimeSeries.Line, _ className: String) -> Markup.Attributes {
        [
            "class": className, "data-label": Self.name(line),
            "data-values": line.values.map { $0.map { Show.value($0, series.unit) } ?? "" }.joined(separator: "|"),
        ]
    }

    private static func colour(_ place: Int, _ line: TimeSeries.Line) -> String { line.isOther ? "x" : String(place % 8) }

    static func name(_ line: TimeSeries.Line) -> String {
        if line.isOther { return "other" }
        let isPercentile = line.label.count == 3 && line.label.hasPrefix("p") && Int(line.label.dropFirst()) != nil
        return line.label.isEmpty ? "all" : isPercentile ? line.label.uppercased() : line.label
    }

    private func label(_ value: Double) -> String { Show.value(Int64(value), series.unit) }

    // MARK: - The same as a table

    private func table(into html: inout Markup) {
        html.element("details", ["class": "twin"]) { html in
            html.element("summary") { $0.text("Show as table") }
            html.element("div", ["class": "scroll"]) { html in
                html.element("table") { html in
                    html.element("caption", ["class": "visually-hidden"]) { $0.text(title) }
                    html.element("thead") { html in
                        html.element("tr") { html in
                            html.element("th", ["scope": "col"]) { $0.text("From") }
                            for line in columns { html.element("th", ["scope": "col", "class": "n"]) { $0.text(Self.name(line)) } }
                        }
                    }
                    html.element("tbody") { html in
                        for (bucket, start) in series.starts.enumerated() where says(bucket) { row(bucket, start, into: &html) }
                    }
                }
            }
        }
    }

    /// Whether there is anything in a bucket; the others are no rows.
    private func says(_ bucket: Int) -> Bool {
        columns.contains { $0[bucket] ?? 0 != 0 }
    }

    private func row(_ bucket: Int, _ start: Int64, into html: inout Markup) {
        html.element("tr") { html in
            html.element("th", ["scope": "row"]) { $0.text(Show.time(start)) }
            for line in columns {
                html.element("td", ["class": "n"]) { html in
                    html.text(
                        line[bucket].map { Show.value($0, series.unit) }
                            ?? Show.unknown)
                }
            }
        }
    }
}

extension Show {
    /// A value of a series in its unit.
    static func value(_ value: Int64, _ unit: TimeSeries.Unit) -> String {
        switch unit {
        case .count: compact(value)
        case .nanodollars: money(value)
        case .tokens: compact(value)
        case .nanoseconds: duration(value)
        case .milliTokensPerSecond: value < 100_000 ? decimal(Double(value) / 1000, places: 1) : compact(value / 1000)
        }
    }

    /// `48.9 M`; whole below ten thousand.
    static func compact(_ number: Int64?) -> String {
        guard let number else { return unknown }
        let size = Double(number.magnitude)
        let sign = number < 0 ? "−" : ""
        switch size {
        case ..<10_000: return count(number)
        case ..<1e6: return sign + decimal(size / 1e3, places: 1) + " k"
        case ..<1e9: return sign + decimal(size / 1e6, places: 1) + " M"
        default: return sign + decimal(size / 1e9, places: 1) + " G"
        }
    }
}
