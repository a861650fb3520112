import Store

/// Where the values of a chart lie: its buckets from left to right, its values from zero upwards.
struct Plot {
    /// The whole drawing, in its own units.
    static let width = 640.0
    static let height = 190.0
    private static let left = 52.0
    private static let right = 8.0
    private static let top = 8.0
    private static let bottom = 22.0

    let buckets: Int
    /// The value at the upper edge.
    let ceiling: Double
    /// Values of the lines across.
    let marks: [Double]

    init(buckets: Int, largest: Double) {
        self.buckets = max(buckets, 1)
        let step = Self.step(for: largest)
        ceiling = max(step * (largest / step).rounded(.up), step)
        marks = Array(stride(from: 0, through: ceiling + step / 2, by: step))
    }

    /// 1, 2 or 5 times a power of ten, so that there are some four lines.
    private static func step(for largest: Double) -> Double {
        guard largest > 0, largest.isFinite else { return 1 }
        var power = 1.0
        while power * 10 <= largest / 4 { power *= 10 }
        while power > largest / 4 { power /= 10 }
        return [1, 2, 5, 10].map { $0 * power }.first { largest / $0 <= 5 } ?? power * 10
    }

    var bucketWidth: Double { (Self.width - Self.left - Self.right) / Double(buckets) }

    func x(_ bucket: Int) -> Double { Self.left + Double(bucket) * bucketWidth }

    func y(_ value: Double) -> Double { Self.height - Self.bottom - value / ceiling * (Self.height - Self.top - Self.bottom) }

    /// Lines across with their values.
    func grid(into html: inout Markup, _ label: (Double) -> String) {
        html.element("g", ["class": "grid"]) { html in
            for mark in marks {
                let y = Self.text(y(mark))
                html.element("path", ["d": "M\(Self.text(Self.left)) \(y)H\(Self.text(Self.width - Self.right))"]) { _ in }
                html.element("text", ["x": Self.text(Self.left - 6), "y": Self.text(self.y(mark) + 3.5), "class": "at-end"]) {
                    $0.text(label(mark))
                }
            }
        }
    }

    /// The same, and some moments below.
    func axes(_ series: TimeSeries, into html: inout Markup, _ label: (Double) -> String) {
        grid(into: &html, label)
        for bucket in stride(from: 0, to: series.starts.count, by: max(1, series.starts.count / 7)) {
            html.element("text", ["x": Self.text(x(bucket)), "y": Self.text(Self.height - 6)]) {
                $0.text(Self.moment(series.starts[bucket], step: series.step))
            }
        }
    }

    /// The day where buckets are long, else the time of day.
    private static func moment(_ nanoseconds: Int64, step: Int64) -> String {
        let text = Show.time(nanoseconds)
        return step >= 10_800_000_000_000 ? String(text.dropFirst(5).prefix(5)) : String(text.dropFirst(11).prefix(5))
    }

    /// A coordinate with one place.
    static func text(_ number: Double) -> String { Show.decimal(number, places: 1) }
}
