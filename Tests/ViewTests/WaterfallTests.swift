import Testing

@testable import View

@Suite struct WaterfallTests {
    private func span(_ id: String, in parent: String?, _ start: Int64, _ end: Int64, call: Bool = false, failed: Bool = false)
        -> Waterfall.Span
    {
        Waterfall.Span(id: id, parent: parent, start: start, end: end, work: "chat", isFailed: failed, isCall: call)
    }

    @Test func `children stand below their parent, by their beginning, whatever the order they came in`() {
        let spans = [span("c", in: "a", 5, 9), span("b", in: "a", 1, 4), span("d", in: "b", 2, 3), span("a", in: nil, 0, 10)]
        let waterfall = Waterfall(spans)
        #expect(waterfall.rows.map { spans[$0.span].id } == ["a", "b", "d", "c"])
        #expect(waterfall.rows.map(\.depth) == [0, 1, 2, 1])
        #expect(waterfall.start == 0 && waterfall.end == 10)
        #expect(waterfall.position(of: 5) == 0.5)
    }

    @Test func `a span without its parent is an orphan at the top`() {
        let spans = [span("b", in: "lost", 1, 4), span("a", in: nil, 0, 10)]
        let rows = Waterfall(spans).rows
        #expect(rows.map(\.isOrphan) == [false, true])
        #expect(rows.map(\.depth) == [0, 0])
    }

    @Test func `spans that are their own ancestors are all shown once`() {
        let spans = [span("a", in: "b", 1, 4), span("b", in: "a", 2, 3), span("c", in: "c", 5, 6), span("d", in: nil, 0, 1)]
        #expect(Waterfall(spans).rows.map(\.span).sorted() == [0, 1, 2, 3])
    }

    @Test func `own time is what no child covers, overlaps counted once`() {
        let spans = [span("a", in: nil, 0, 10), span("b", in: "a", 1, 5), span("c", in: "a", 3, 6), span("d", in: "a", 8, 20)]
        #expect(Waterfall(spans).rows.first?.ownTime == 3)
    }

    @Test func `the critical path is what the end had to wait for`() {
        let spans = [
            span("root", in: nil, 0, 10), span("quick", in: "root", 0, 2), span("slow", in: "root", 0, 6), span("last", in: "root", 6, 9),
        ]
        let rows = Waterfall(spans).rows
        #expect(rows.filter(\.isCritical).map { spans[$0.span].id } == ["root", "slow", "last"])
        #expect(rows[0].critical == [Waterfall.Stretch(from: 9, to: 10)], "the root itself is only waited for at its end")
        #expect(
            rows.compactMap(\.critical).joined().reduce(0) { $0 + $1.to - $1.from } == 10, "no moment is missing and none is told twice")
    }

    @Test func `a span that begins before its parent says by how much`() {
        let rows = Waterfall([span("a", in: nil, 5, 10), span("b", in: "a", 2, 4), span("c", in: "a", 6, 7)]).rows
        #expect(rows.map(\.lead) == [0, 3, 0])
    }

    @Test func `a zoom shows its stretch of the trace, and one outside of it the whole`() {
        let waterfall = Waterfall([span("a", in: nil, 0, 1_000_000)])
        let window = Window(waterfall, Zoom("250-500"))
        #expect(window.isPart && window.start == 250_000 && window.end == 500_000)
        #expect(window.position(of: 375_000) == 0.5)
        #expect(!Window(waterfall, Zoom("0-1000")).isPart)
        #expect(!Window(waterfall, Zoom("2000-9223372036854775807")).isPart)
        #expect(["", "5", "9-3", "a-b", "-1-5", "1-2-3"].allSatisfy { Zoom($0) == nil })
    }

    @Test func `a call after a failed one of the same work is its repetition`() {
        let spans = [
            span("root", in: nil, 0, 10), span("one", in: "root", 0, 1, call: true, failed: true),
            span("two", in: "root", 2, 3, call: true), span("three", in: "root", 4, 5, call: true),
        ]
        #expect(Waterfall(spans).rows.map(\.repeats) == [nil, nil, 1, nil])
    }

    @Test func `a trace of ten thousand spans below one another is laid out`() {
        let spans = (0..<10_000).map { span("\($0)", in: $0 == 0 ? nil : "\($0 - 1)", Int64($0), 20_000) }
        #expect(Waterfall(spans).rows.last?.depth == 9_999)
    }
}
