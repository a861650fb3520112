import Testing

@testable import Store
@testable import View

@Suite struct ChartTests {
    private func draw(_ lines: [TimeSeries.Line], form: ChartDrawing.Form, isLastIncomplete: Bool = false) -> String {
        let series = TimeSeries(
            unit: .count, step: 3_600_000_000_000, starts: [0, 3_600_000_000_000, 7_200_000_000_000], lines: lines,
            isLastIncomplete: isLastIncomplete)
        var html = Markup()
        ChartDrawing(title: "T", series: series, form: form) { _, _ in nil }.draw(into: &html)
        return html.html
    }

    @Test func `a gap is a gap and no line through zero`() {
        let html = draw([.init(label: "p50", values: [5, nil, 7])], form: .lines)
        let path = html.firstMatch(of: #/<path d="([^"]*)" class="line">/#).map { String($0.1) } ?? ""
        #expect(path.count { $0 == "M" } == 2)
        #expect(!path.contains("L"))
    }

    @Test func `bars stand on each other and the scale begins at zero`() {
        let html = draw([.init(label: "a", values: [3, 0, nil]), .init(label: "b", values: [4, 1, nil])], form: .bars)
        #expect(html.contains("data-label=\"a\""))
        #expect(html.contains(">0</text>"))
        let bottoms = html.matches(of: #/<path d="M[0-9.]+ ([0-9.]+)h/#).map { String($0.1) }
        #expect(Set(bottoms.prefix(2)).count == 2)
    }

    @Test func `the bucket that is still filling is hatched`() {
        #expect(draw([.init(label: "", values: [1, 1, 1])], form: .bars, isLastIncomplete: true).contains("url(#hatch)"))
        #expect(!draw([.init(label: "", values: [1, 1, 1])], form: .bars).contains("fill=\"url(#hatch)\""))
    }

    @Test func `every value stands in the table too, and labels are only text`() {
        let html = draw([.init(label: "<script>", values: [12_345, nil, 1])], form: .bars)
        #expect(html.contains("<td class=\"n\">12.3 k</td>"))
        #expect(!html.contains("1970-01-01 01:00:00</th>"), "a bucket without anything is no row")
        #expect(!html.contains("<script>"))
    }

    @Test(arguments: [0.0, 1, 3, 7, 10, 99, 1000, 12_345_678, 1e12])
    func `the scale reaches above the largest value with two to twelve lines`(largest: Double) {
        let plot = Plot(buckets: 10, largest: largest)
        #expect(plot.ceiling >= largest)
        #expect((2...12).contains(plot.marks.count))
        #expect(plot.marks.first == 0)
        #expect(plot.y(0) > plot.y(plot.ceiling))
    }
}
