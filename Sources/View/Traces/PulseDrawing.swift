import Store

/// A strip above a list: when things happened, what they cost, how slow they were. A click on a bar narrows the list to its time.
struct PulseDrawing {
    enum Metric: String, CaseIterable, Sendable {
        case count, cost, p95

        var title: String {
            switch self {
            case .count: "Requests"
            case .cost: "Cost"
            case .p95: "P95"
            }
        }
    }

    private static let width = 1_000.0
    private static let height = 36.0

    let metric: Metric
    let state: FilterState
    let path: String
    /// Requests, so that a bucket in which something happened but which has no value is told from an empty one.
    private let counts: TimeSeries
    private let values: [Int64?]

    /// Nil where rollups cannot answer this filter: the strip is left out rather than wrong.
    static func read(_ state: FilterState, _ path: String, from queries: any ViewQueries) async throws -> PulseDrawing? {
        guard state.filter.isAnsweredByRollups else { return nil }
        let metric = state.query["pulse"].flatMap { Metric(rawValue: $0) } ?? .count
        let counts = try await queries.timeSeries(SeriesQuestion(.requests, state.filter, zoneOffset: state.zoneOffset))
        let values: [Int64?]
        switch metric {
        case .count: values = counts.lines.first?.values ?? []
        case .cost:
            let cost = try await queries.timeSeries(SeriesQuestion(.cost, state.filter, step: counts.step, zoneOffset: state.zoneOffset))
            values = cost.lines.first?.values ?? []
        case .p95:
            let question = SeriesQuestion(.latency, state.filter, step: counts.step, zoneOffset: state.zoneOffset)
            values = try await queries.timeSeries(question).lines.first { $0.label == "p95" }?.values ?? []
        }
        return PulseDrawing(metric: metric, state: state, path: path, counts: counts, values: values)
    }

    func draw(into html: inout Markup) {
        guard counts.starts.count > 1 else { return }
        html.element("div", ["class": "modes"]) { html in
            html.element("p", ["class": "toggles"]) { html in
                for other in Metric.allCases {
                    html.element(
                        "a",
                        ["href": state.query.changing([("pulse", other == .count ? nil : other.rawValue), ("cursor", nil)]).href(path)]
                            + (other == metric ? ["class": "toggle on", "aria-current": "true"] : ["class": "toggle"])
                    ) { $0.text(other.title) }
                }
            }
            html.element("p", ["class": "meta"]) { $0.text("\(Show.duration(counts.step)) a bar, square-root scale") }
        }
        html.element(
            "svg",
            [
                "class": "pulse", "viewBox": "0 0 \(Int(Self.width)) \(Int(Self.height))", "preserveAspectRatio": "none", "role": "img",
                "height": "\(Int(Self.height))", "width": "100%", "aria-label": "\(metric.title), \(state.period.title)",
            ]
        ) { svg in
            for bucket in counts.starts.indices { bar(bucket, into: &svg) }
        }
    }

    private func bar(_ bucket: Int, into svg: inout Markup) {
        let count = counts.lines.first?[bucket] ?? 0
        guard count > 0 else { return }
        let value = values.indices.contains(bucket) ? values[bucket] : nil
        let largest = values.compactMap { $0 }.max() ?? 0
        // Root scale: a bar four times as high stands for sixteen times as much, so that small ones are seen beside large ones.
        let height = value.map { largest > 0 ? (Double($0) / Double(largest)).squareRoot() * (Self.height - 2) : 0 } ?? 0
        let width = Self.width / Double(counts.starts.count)
        let start = counts.starts[bucket]
        let narrowed = state.query.changing(TimeRange(from: start, to: start &+ counts.step).parameters + [("cursor", nil)])
        svg.element("a", ["href": narrowed.href(path)]) { link in
            link.element(
                "rect",
                [
                    "class": value == nil ? "bar" : "bar LLM", "x": Show.decimal(Double(bucket) * width, places: 1),
                    "y": Show.decimal(Self.height - max(2, height), places: 1), "width": Show.decimal(max(1, width - 1), places: 1),
                    "height": Show.decimal(max(2, height), places: 1),
                ]
            ) { rect in
                rect.element("title") { $0.text("\(Show.moment(start)) · \(count) requests · \(metric.title) \(self.words(value))") }
            }
        }
    }

    private func words(_ value: Int64?) -> String {
        switch metric {
        case .count: Show.count(value)
        case .cost: Show.money(value)
        case .p95: Show.duration(value)
        }
    }
}
