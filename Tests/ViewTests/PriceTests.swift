import Admin
import Synchronization
import Testing

@testable import Store
@testable import View

/// A price table in memory.
final class FakeDesk: PriceDesk {
    private let set = Mutex<[PriceChange]>([])
    let canSet: Bool

    init(canSet: Bool = true) { self.canSet = canSet }

    var basis: String { "2026-11-23/\(set.withLock { $0.count })" }
    var changes: [PriceChange]? { canSet ? set.withLock { $0 } : nil }

    func price(provider: String, model: String, at: Int64) -> ModelPrice? {
        if let own = set.withLock({ $0.last { $0.model == model } }) {
            return ModelPrice(entry: own.title, rates: own.rates, since: own.from, isSet: true)
        }
        guard model.hasPrefix("gpt") else { return nil }
        return ModelPrice(entry: "openai/gpt", rates: [PriceRate(kind: "in", price: "2.5")], since: nil, isSet: false)
    }

    func items(of call: PricedTokens) -> [PricedItem]? {
        [PricedItem(kind: "in", tokens: call.input ?? 0, price: "2.5", picodollars: (call.input ?? 0) * 2_500_000)]
    }

    func cachedDiscount(provider: String, model: String, at: Int64) -> Double? { model.hasPrefix("gpt") ? 2 : nil }

    func check(_ change: PriceChange) throws(PriceProblem) {
        if change.rates.contains(where: { Double($0.price) == nil }) {
            throw PriceProblem(field: change.rates[0].kind, message: "'\(change.rates[0].price)' is no price", hint: "such as 2.5")
        }
    }

    func save(_ change: PriceChange) throws(PriceProblem) {
        try check(change)
        set.withLock { $0.append(change) }
    }

    func remove(_ change: PriceChange) throws(PriceProblem) {
        guard changes?.contains(where: { $0.model == change.model }) == true else {
            throw PriceProblem(field: "model", message: "there is no such price of yours")
        }
        set.withLock { $0.removeAll { $0.model == change.model } }
    }
}

/// Prices on the page Models, and as API (view.md 3.7).
@Suite struct PriceTests {
    private let desk = FakeDesk()

    private func section(_ address: String, models: [ModelRow] = [], canSet: Bool = true) -> String {
        var html = Markup()
        let state = FilterState(Query(address), now: Visitor.now)
        PricesDrawing(desk: canSet ? desk : FakeDesk(canSet: false), models: models, state: state, now: Visitor.now).draw(into: &html)
        return html.html
    }

    private func row(_ model: String) -> ModelRow {
        ModelRow(
            model: model, reported: [ReportedModel(provider: "openai", model: model, requests: 3)], providers: ["openai"], requests: 3,
            share: 1,
            failed: 0, recovered: 0, degraded: 0, costNano: nil, costShare: nil, unpriced: 0, tokens: .init(), latency: .init(), errors: [],
            spark: [])
    }

    @Test func `models are shown with what they cost, and those without a price lead to a form for one`() {
        let html = section("range=7d", models: [row("gpt-4o"), row("mine")])
        #expect(html.contains("openai/gpt"))
        #expect(html.contains("no price"))
        #expect(html.contains("/models?range=7d&amp;p.provider=openai&amp;p.model=mine#prices"))
        #expect(!html.contains("<details id=\"set-price\" open"))
    }

    @Test func `the form keeps the filter, shows the rates of now, and offers to save only what would hold`() {
        let asked = section("range=7d&p.provider=openai&p.model=gpt-4o")
        #expect(asked.contains(#"<input name="p.in" value="2.5""#))
        #expect(asked.contains(#"<input type="hidden" name="range" value="7d">"#))
        #expect(!asked.contains(">Save<"))
        let good = section("p.model=gpt-4o&p.in=3&p.from=2026-12-01")
        #expect(good.contains("gpt-4o from 2026-12-01: Input 3"))
        #expect(good.contains(#"method="post" action="/models/prices?p.model=gpt-4o&amp;p.from=2026-12-01&amp;p.in=3""#))
        let bad = section("p.model=gpt-4o&p.in=three")
        #expect(bad.contains("Not yet: &#39;three&#39; is no price (such as 2.5)"))
        #expect(bad.contains(#"aria-invalid="true""#))
        #expect(!bad.contains(">Save<"))
    }

    @Test func `without a file for them the page says how prices can be set`() {
        let html = section("p.model=x&p.in=1", canSet: false)
        #expect(html.contains("[processors.genai] edits"))
        #expect(!html.contains("<form"))
    }

    @Test func `saving and removing lead back to the page, which says so and offers to work out costs again`() async throws {
        let visitor = Visitor(store: SampleStore(conversations: 2), prices: desk)
        let saved = await visitor.get("/models/prices?range=7d&p.model=mine&p.in=1&p.from=2026-11-01")
        #expect(saved.status == 303)
        let back = try #require(saved["Location"])
        #expect(back == "/models?range=7d&priced=saved~2026-11-01~mine#prices")
        #expect(desk.changes?.map(\.model) == ["mine"])
        let page = section("range=7d&priced=saved~2026-11-01~mine")
        #expect(page.contains("Saved: mine. It counts for calls that come from now on."))
        #expect(page.contains("Work out costs since 2026-11-01 again"))
        #expect(page.contains("from=2026-11-01T00:00:00Z"))
        #expect(page.contains("/models/prices/remove?range=7d&amp;p.model=mine&amp;p.from=2026-11-01&amp;p.in=1"))
        let removed = await visitor.get("/models/prices/remove?p.model=mine")
        #expect(removed["Location"] == "/models?priced=removed~~mine#prices")
        #expect(desk.changes == [])
        #expect(await visitor.get("/models/prices?p.model=mine&p.in=one").status == 422)
        #expect(await visitor.get("/models/prices").status == 400)
        for token in [nil, "", "saved", "gone~~x", "saved~soon~x"] { #expect(PriceOutcome(token) == nil) }
    }

    @Test func `the API lists what models cost and sets prices; another table makes another tag`() async throws {
        let visitor = Visitor(store: SampleStore(conversations: 2), prices: desk)
        let before = try #require(await visitor.get("/api/v1/prices")["ETag"])
        let set = await visitor.get("/api/v1/prices/set?provider=p&model=mine&in=1&out=2")
        #expect(set.status == 200)
        #expect(set.text.contains(#""in":"1""#))
        let list = await visitor.get("/api/v1/prices")
        #expect(list["ETag"] != before)
        #expect(list.text.contains(#""set":[{"provider":"p","model":"mine","from":null,"in":"1""#))
        let bad = await visitor.get("/api/v1/prices/set?model=mine&in=one")
        #expect(bad.status == 422 && bad.type == "application/problem+json" && bad.text.contains("in: 'one' is no price"))
        #expect(await visitor.get("/api/v1/prices/set?in=1").status == 400)
        #expect(await visitor.get("/api/v1/prices/remove?model=mine").status == 200)
        #expect(await visitor.get("/api/v1/prices/remove?model=mine").status == 422)
    }

    @Test func `a call's cost is taken apart where the table's parts add up to it, and not where they do not`() {
        let store = SampleStore(conversations: 3)
        guard var row = store.spans.first(where: { $0.role == "call" && ($0.tokens.input ?? 0) > 0 }) else { return #expect(Bool(false)) }
        row.costSource = "computed"
        row.costNano = (row.tokens.input ?? 0) * 2_500
        func drawn(_ row: SpanRow) -> String {
            var html = Markup()
            CostDrawing(row: row, facts: nil, prices: desk).draw(into: &html)
            return html.html
        }
        #expect(drawn(row).contains("$2.5</td>"))
        row.costNano = 7
        #expect(!drawn(row).contains("$2.5</td>"))
    }
}
