import Testing

@testable import Store
@testable import View

@Suite struct ModelComparisonTests {
    private func row(_ model: String, _ requests: Int64) -> ModelRow {
        var tokens = Figures.Tokens()
        (tokens.input, tokens.output) = (490, 100)
        return ModelRow(
            model: model, providers: ["p"], requests: requests, share: 0.1, failed: 0, recovered: 0, degraded: 0, costNano: 1,
            costShare: nil,
            unpriced: 0, tokens: tokens, latency: Figures.Latency(), errors: [], spark: [])
    }

    private func comparison(_ query: String) -> ModelComparison {
        let rows = (1...6 as ClosedRange<Int64>).map { row("m\($0)", 10 - $0) }
        return ModelComparison(rows, FilterState(Query(query), now: 1_795_000_000_000_000_000))
    }

    @Test(arguments: [
        ("", ["m1", "m2", "m3", "m4"]), ("compare=m6&compare=m2", ["m2", "m6"]), ("compare=gone", ["m1", "m2", "m3", "m4"]),
        ("compare=m2&compare=m3&compare=m4&compare=m5&compare=m6", ["m2", "m3", "m4", "m5"]),
    ])
    func `the models that the address names stand side by side, four at most, or else the first ones`(query: String, chosen: [String]) {
        #expect(comparison(query).chosen.map(\.model) == chosen)
    }

    @Test func `choosing keeps what else the address says, and each of many values of a key`() {
        var html = Markup()
        comparison("range=7d&env=a&env=-b&cursor=x&compare=m6").draw([], into: &html)
        for pair in [("range", "7d"), ("env", "a"), ("env", "-b")] {
            #expect(html.html.contains(#"<input type="hidden" name="\#(pair.0)" value="\#(pair.1)">"#))
        }
        #expect(!html.html.contains("cursor"))
        #expect(html.html.contains(#"<input type="checkbox" name="compare" value="m6" checked="">"#))
        #expect(html.html.contains(#"<input type="checkbox" name="compare" value="m1">"#))
        #expect(html.html.contains("4.9 : 1"))
    }

    @Test func `spreads are laid over each other: shares of each model's own calls over the same bins`() {
        var html = Markup()
        let spreads = [LatencySpread(model: "a<b", calls: 4, bins: [120: 3, 122: 1]), LatencySpread(model: "c", calls: 1, bins: [124: 1])]
        SpreadDrawing(spreads: spreads).draw(into: &html)
        #expect(html.html.contains("a&lt;b, 4 calls"))
        #expect(html.html.contains("3 · 75 %"))
        #expect(html.html.contains("c, 1 call<"))
        #expect(html.html.split(separator: "<tr>").count == 1 + 1 + 5, "a head and the bins 120 to 124")
        #expect(html.html.split(separator: "class=\"line\"").count == 3)
    }

    @Test func `without calls there is no chart`() {
        var html = Markup()
        SpreadDrawing(spreads: []).draw(into: &html)
        #expect(html.html.contains("No inference calls"))
        #expect(!html.html.contains("svg"))
    }
}
