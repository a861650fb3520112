import Store

/// What the models' figures come to, in four sentences.
struct InsightsDrawing {
    let insights: Insights
    /// What reading from caches saved, in dollars; nil where no price table says.
    let cacheSaving: Double?
    let state: FilterState

    func draw(into html: inout Markup) {
        html.element("section", ["class": "card", "aria-label": "Model insights"]) { html in
            html.element("h2") { $0.text("Model insights") }
            html.element("div", ["class": "insights"]) { html in
                for (title, sentences, sort) in [
                    ("Performance", performance, "p95"), ("Cost efficiency", cost, "cost"), ("Token usage", tokens, "tokens"),
                    ("Diversity", diversity, "requests"),
                ] {
                    html.element("a", ["href": state.href("/models", [("sort", sort)])]) { html in
                        html.element("h3") { $0.text(title) }
                        html.element("p") { $0.text(sentences.isEmpty ? "not enough requests to say" : sentences.joined(separator: "; ")) }
                    }
                }
            }
        }
    }

    private var performance: [String] {
        var sentences: [String] = []
        if let fastest = insights.fastest { sentences.append("fastest at P95: \(fastest.model) \(Show.duration(Int64(fastest.value)))") }
        if let slowest = insights.slowest, slowest.model != insights.fastest?.model {
            sentences.append("slowest: \(slowest.model) \(Show.duration(Int64(slowest.value)))")
        }
        if let worst = insights.worstSuccess, worst.value < 1 {
            sentences.append("least reliable: \(worst.model) \(Show.rate(worst.value))")
        }
        return sentences
    }

    private var cost: [String] {
        var sentences: [String] = []
        if let cheapest = insights.cheapest {
            sentences.append("\(cheapest.model) \(Self.dollars(cheapest.value)) per 1M tokens")
            if let dearest = insights.dearest, dearest.model != cheapest.model, cheapest.value > 0 {
                sentences.append("\(Show.decimal(dearest.value / cheapest.value, places: 0))× below \(dearest.model)")
            }
        }
        if let cacheSaving { sentences.append("caches saved \(Self.dollars(cacheSaving)) at today's prices") }
        if let each = insights.usdPerSuccessfulRequest { sentences.append("\(Self.dollars(each)) per successful request") }
        return sentences
    }

    private var tokens: [String] {
        var sentences: [String] = []
        if let each = insights.tokensPerRequest { sentences.append("\(Show.count(Int64(each.rounded()))) tokens a request") }
        if let ratio = insights.inputPerOutput { sentences.append("\(Show.decimal(ratio, places: 1)) in for each out") }
        if let hit = insights.cacheHit { sentences.append("\(Show.share(hit)) of input read from cache") }
        return sentences
    }

    private var diversity: [String] {
        guard insights.models > 0 else { return [] }
        let (models, providers) = (
            insights.models == 1 ? "1 model" : "\(insights.models) models",
            insights.providers == 1 ? "1 provider" : "\(insights.providers) providers"
        )
        var sentences = ["\(models), \(providers)"]
        if let effective = insights.effectiveModels { sentences.append("\(Show.decimal(effective, places: 1)) effective models") }
        if let top = insights.topShare { sentences.append("the most used has \(Show.share(top))") }
        return sentences
    }

    private static func dollars(_ amount: Double) -> String { Show.money(Int64((amount * 1e9).rounded())) }
}
