import Glibc
import Store

/// How the latencies of a few models are spread: a line for each over the same bins, so that a slow tail or a second hump is seen.
///
/// Across stand durations, each step 19 % longer than the one before; upwards the share of the model's own calls.
struct SpreadDrawing {
    let spreads: [LatencySpread]

    func draw(into html: inout Markup) {
        guard let bins else { return html.element("p", ["class": "muted"]) { $0.text("No inference calls in this time.") } }
        legend(into: &html)
        let largest = spreads.flatMap { spread in spread.bins.keys.map { spread.share(ofBin: $0) } }.max() ?? 0
        let plot = Plot(buckets: bins.count, largest: largest * 100)
        html.element(
            "svg",
            [
                "class": "plot", "viewBox": "0 0 \(Int(Plot.width)) \(Int(Plot.height))", "role": "img",
                "aria-label": "Share of calls by latency",
            ]
        ) { html in
            plot.grid(into: &html) { Show.decimal($0, places: 0) + " %" }
            moments(bins, plot, into: &html)
            for (place, spread) in spreads.enumerated() { line(spread, place, bins, plot, into: &html) }
        }
        table(bins, into: &html)
    }

    /// From the first bin of any to the last, with an empty one on either side; nil without calls.
    private var bins: ClosedRange<Int>? {
        let all = spreads.flatMap(\.bins.keys)
        guard let first = all.min(), let last = all.max() else { return nil }
        return (first - 1)...(last + 1)
    }

    private func legend(into html: inout Markup) {
        html.element("ul", ["class": "legend"]) { html in
            for (place, spread) in spreads.enumerated() {
                html.element("li") { html in
                    html.element("i", ["class": "key s\(place)", "aria-hidden": "true"]) { _ in }
                    html.text("\(Show.clipped(spread.model, to: 60)), \(Show.count(spread.calls)) \(spread.calls == 1 ? "call" : "calls")")
                }
            }
        }
    }

    private func line(_ spread: LatencySpread, _ place: Int, _ bins: ClosedRange<Int>, _ plot: Plot, into html: inout Markup) {
        let points = bins.enumerated().map { at, bin in
            "\(Plot.text(plot.x(at) + plot.bucketWidth / 2)) \(Plot.text(plot.y(spread.share(ofBin: bin) * 100)))"
        }
        html.element("g", ["class": "s\(place)"]) { html in
            html.element("path", ["d": "M" + points.joined(separator: "L"), "class": "line"]) { _ in }
        }
    }

    // MARK: - Across

    /// Seconds.
    private static let long: [Double] = [10, 30, 60, 300, 600, 1_800, 3_600, 36_000]

    /// Round durations within the range: 1, 2 and 5 times the powers of ten, and minutes and hours; every second one where they are many.
    private func moments(_ bins: ClosedRange<Int>, _ plot: Plot, into html: inout Markup) {
        let short = (-9...0).flatMap { power in [1.0, 2, 5].map { $0 * pow(10, Double(power)) } }
        let marks = (short + Self.long).map { mark in
            (x: position(mark * 1e9, bins, plot), text: Show.duration(Int64((mark * 1e9).rounded())))
        }
        .filter { $0.x > plot.x(0) && $0.x < plot.x(bins.count) - 30 }
        for (number, mark) in marks.enumerated() where marks.count <= 10 || number.isMultiple(of: 2) {
            html.element("text", ["x": Plot.text(mark.x), "y": Plot.text(Plot.height - 6)]) { $0.text(mark.text) }
        }
    }

    private func position(_ nanoseconds: Double, _ bins: ClosedRange<Int>, _ plot: Plot) -> Double {
        let bin = log2(nanoseconds) * Double(LatencySpread.binsPerDoubling)
        return plot.x(0) + (bin - Double(bins.lowerBound)) * plot.bucketWidth
    }

    // MARK: - The same as a table

    private func table(_ bins: ClosedRange<Int>, into html: inout Markup) {
        html.element("details", ["class": "twin"]) { html in
            html.element("summary") { $0.text("Show as table") }
            html.element("div", ["class": "scroll"]) { html in
                html.element("table") { html in
                    html.element("caption", ["class": "visually-hidden"]) { $0.text("Calls by latency") }
                    html.element("thead") { html in
                        html.element("tr") { html in
                            html.element("th", ["scope": "col"]) { $0.text("Up to") }
                            for spread in spreads {
                                html.element("th", ["scope": "col", "class": "n"]) { $0.text(Show.clipped(spread.model, to: 40)) }
                            }
                        }
                    }
                    html.element("tbody") { html in
                        for bin in bins.dropFirst().dropLast() { row(bin, into: &html) }
                    }
                }
            }
        }
    }

    private func row(_ bin: Int, into html: inout Markup) {
        html.element("tr") { html in
            html.element("th", ["scope": "row"]) { $0.text(Show.duration(LatencySpread.start(ofBin: bin + 1))) }
            for spread in spreads {
                let calls = spread.bins[bin].map { "\(Show.count($0)) · \(Show.share(spread.share(ofBin: bin)))" } ?? "0"
                html.element("td", ["class": "n"]) { $0.text(calls) }
            }
        }
    }
}
