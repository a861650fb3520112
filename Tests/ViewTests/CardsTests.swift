import Testing

@testable import Store
@testable import View

@Suite struct CardsTests {
    /// The latency card of so many calls.
    private func latency(calls: Int64, _ query: String = "") throws -> Card {
        var figures = Figures()
        figures.latency.n = calls
        figures.latency.p99 = 1_160_000_000
        let overview = Overview(
            filter: Filter(range: TimeRange(from: 0, to: 3_600_000_000_000)), figures: figures, sparks: Sparklines(), topModels: [],
            insights: Insights(), attention: [], tier: "minute", approximate: [], tookNanoseconds: 0)
        let cards = Cards(overview: overview, state: FilterState(Query(query), now: 1_795_000_000_000_000_000)).all
        return try #require(cards.first { $0.title == "Latency" })
    }

    @Test(arguments: [("", false), ("latency=ok", true), ("latency=nonsense", false)])
    func `the latency of successful calls alone says so`(query: String, isOfSuccess: Bool) throws {
        var html = Markup()
        try latency(calls: 500, query).draw("the hour before", into: &html)
        #expect(html.html.contains("500 successful inference calls") == isOfSuccess)
    }

    @Test(arguments: [(99, true), (100, false), (0, false)])
    func `P99 of fewer than a hundred calls is marked as vague`(calls: Int64, isVague: Bool) throws {
        var html = Markup()
        try latency(calls: calls).draw("the hour before", into: &html)
        #expect(html.html.contains("class=\"vague\"") == isVague)
        #expect(html.html.contains("1.16 s"))
    }
}
