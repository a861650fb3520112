import Testing

@testable import Store
@testable import View

@Suite struct OverviewTextTests {
    private func overview(_ change: (inout Overview) -> Void) -> Overview {
        var overview = Overview(
            filter: Filter(range: TimeRange(from: 0, to: 3_600_000_000_000)), figures: Figures(), sparks: Sparklines(), topModels: [],
            insights: Insights(), attention: [], tier: "minute", approximate: [], tookNanoseconds: 0)
        change(&overview)
        return overview
    }

    @Test func `nothing is a dash and never a zero`() {
        let text = OverviewText(overview { _ in }).text
        #expect(text.contains("1970-01-01 00:00:00 – 1970-01-01 01:00:00 UTC"))
        #expect(text.contains("Total LLM cost        –"))
        #expect(text.contains("no model calls"))
    }

    @Test func `figures stand below one another with what they rest on`() {
        let text = OverviewText(
            overview { overview in
                overview.figures.cost.totalNano = 171_950_000_000
                overview.figures.cost.pricedRequests = 900
                overview.figures.cost.unpricedRequests = 100
                overview.figures.cost.unpricedModels = ["harbor-support-7b"]
                overview.figures.tokens = Figures.Tokens(input: 1_000, output: 500, cacheRead: 250)
                overview.figures.success.requests = 1_000
                overview.figures.success.failed = 21
                overview.topModels = [
                    ModelRow(
                        model: "gpt-4o", providers: ["openai"], requests: 900, share: 0.9, failed: 9, recovered: 0, degraded: 0,
                        costNano: 90_000_000_000, unpriced: 0, tokens: .init(), latency: .init(), errors: [], spark: []),
                    ModelRow(
                        model: "harbor-support-7b", providers: ["harbor"], requests: 100, share: 0.1, failed: 0, recovered: 0, degraded: 0,
                        unpriced: 100, tokens: .init(), latency: .init(), errors: [], spark: []),
                ]
            }
        ).text
        #expect(text.contains("$171.95   100 requests unpriced (harbor-support-7b)"))
        #expect(text.contains("1,500   1,000 in (25 % cached) · 500 out"))
        #expect(text.contains("97.90 %   21 failed"))
        let lines = text.split(separator: "\n")
        let rows = lines.filter { $0.hasPrefix("gpt-4o ") || $0.hasPrefix("harbor") || $0.hasPrefix("Model") }
        #expect(rows.count == 3)
        #expect(Set(rows.map(\.count)).count == 1)
        #expect(rows.last?.contains("no cost") == true)
    }
}
