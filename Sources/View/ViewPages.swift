import Admin
import Store

/// A page's title and what stands within its frame.
typealias Drawn = (title: String, draw: (inout Markup) -> Void)

/// The view's pages and its JSON API, to be mounted on the admin listener.
package struct ViewPages: Sendable {
    let queries: any ViewQueries
    let hosts: Snippet.Host
    /// What this run's receivers and queues say of themselves.
    let flow: @Sendable () -> Flow
    let recost: Recost?
    let prices: (any PriceDesk)?
    let now: @Sendable () -> Int64

    /// `http` and `grpc` are where this run's receiver listens, as URLs; `now` gives Unix nanoseconds.
    package init(
        queries: any ViewQueries, http: String, grpc: String, flow: @escaping @Sendable () -> Flow = { Flow() }, recost: Recost? = nil,
        prices: (any PriceDesk)? = nil, now: @escaping @Sendable () -> Int64
    ) {
        self.queries = queries
        hosts = Snippet.Host(http: http, grpc: grpc)
        self.flow = flow
        self.recost = recost
        self.prices = prices
        self.now = now
    }

    /// Everything that is served.
    package var all: [AdminPage] { Assets.pages + figures + figuresAPI + prometheus }

    /// The pages that are made of figures.
    private var figures: [AdminPage] {
        [
            AdminPage("/") { _ in AdminAnswer(status: 302, type: "text/plain", body: [], headers: [("Location", "/overview")]) },
            page(.overview, overview), page(.models, models), page(.errors, errors),
        ]
    }

    // MARK: - Answers

    /// A page under its tab's path; answered with 304 where nothing changed in this minute.
    func page(_ tab: Tab, _ make: @escaping @Sendable (Asked) async throws -> Drawn) -> AdminPage {
        AdminPage(tab.path) { request in await answer(request, tab, make) }
    }

    func answer(
        _ request: AdminRequest, _ tab: Tab, _ make: @Sendable (Asked) async throws -> Drawn?
    ) async -> AdminAnswer {
        let asked = Asked(request, now: now())
        let tag = tag(asked)
        if asked.knows(tag) { return Answering.notModified(tag) }
        return await Zone.$shown.withValue(asked.state.zone) { await answer(asked, tag, tab, make) }
    }

    private func answer(
        _ asked: Asked, _ tag: String, _ tab: Tab, _ make: @Sendable (Asked) async throws -> Drawn?
    ) async -> AdminAnswer {
        do {
            let version = queries.version
            guard let (title, draw) = try await make(asked) else { return missing(asked, tab) }
            // What belongs to one conversation or trace is not filtered.
            let isFiltered = asked.request.path == tab.path && tab != .getStarted
            let bar = isFiltered ? FilterBar(state: asked.state, facets: try await facets(asked), path: tab.path) : nil
            let frame = PageFrame(
                title: title, tab: tab, state: asked.state, freshAt: try await queries.status().lastCommit, version: version, now: asked.now
            )
            let html = frame.document { html in
                bar?.draw(into: &html)
                draw(&html)
            }
            return Answering.page(html, tag: tag)
        } catch {
            return failed(error, asked, tab)
        }
    }

    private func missing(_ asked: Asked, _ tab: Tab) -> AdminAnswer {
        let frame = PageFrame(title: "Not found", tab: tab, state: asked.state, freshAt: nil, now: asked.now)
        let html = frame.document { html in
            html.element("h1") { $0.text("Not found") }
            html.element("p") { $0.text("It never arrived here, or it is older than what is kept.") }
        }
        return Answering.page(html, status: 404)
    }

    private func failed(_ error: any Error, _ asked: Asked, _ tab: Tab) -> AdminAnswer {
        let problem = Answering.problem(error)
        let frame = PageFrame(title: "No answer", tab: tab, state: asked.state, freshAt: nil, now: asked.now)
        let html = frame.document { html in
            html.element("h1") { $0.text("No answer") }
            html.element("p", ["class": "notice"]) { $0.text((error as? BadQuestion)?.detail ?? "\(error)") }
        }
        return Answering.page(html, status: problem.status)
    }

    /// Changes with every commit, with the prices, and with the minute: ranges move with the clock.
    func tag(_ asked: Asked, _ format: Asked.Format? = nil) -> String {
        "W/\"\(queries.version)-\(asked.now / 60_000_000_000)\(prices.map { "-\($0.basis)" } ?? "")\(format.map { "-" + $0.rawValue } ?? "")\""
    }

    /// What the filter bar offers.
    private func facets(_ asked: Asked) async throws -> [String: [Facet]] {
        let found = try await queries.facets(asked.state.filter.range, limit: 30)
        let offered = FilterState.dimensions.compactMap { dimension in found[dimension.dimension].map { (dimension.key, $0) } }
        return Dictionary(uniqueKeysWithValues: offered)
    }

    // MARK: - Pages

    /// The store's figures; what receivers and queues lost asks for attention before all else.
    func overview(_ asked: Asked, comparing: Bool) async throws -> Overview {
        var overview = try await queries.overview(asked.state.filter, comparing: comparing)
        overview.attention = flow().attention(in: asked.state.filter.range, now: asked.now) + overview.attention
        return overview
    }

    @Sendable private func overview(_ asked: Asked) async throws -> Drawn {
        let overview = try await self.overview(asked, comparing: true)
        guard overview.figures.spans.llm > 0 || overview.figures.spans.all > 0 else { return ("Overview", try await nothing(asked)) }
        let metric = asked.query["metric"].flatMap(SeriesQuestion.Metric.init(rawValue:)) ?? .requests
        let by = asked.query["by"].flatMap(Dimension.init(rawValue:)) ?? .model
        let (sums, latency) = (
            try await series(metric == .latency ? .requests : metric, asked, by: by), try await series(.latency, asked)
        )
        let drawing = OverviewDrawing(
            overview: overview, requests: sums, latency: latency,
            ghosts: try await ghosts(metric, sums.step, latency.step, asked), state: asked.state,
            cacheSaving: cacheSaving(overview.insights, asked), order: order(asked), metric: metric, by: by)
        return ("Overview", { drawing.draw(into: &$0) })
    }

    /// What the charts showed in the period before, as lines over the buckets of now (view.md 3.3, "ghost line"). Steps are the charts'.
    private func ghosts(
        _ metric: SeriesQuestion.Metric, _ step: Int64, _ latencyStep: Int64, _ asked: Asked
    ) async throws -> (sum: TimeSeries.Line?, latency: TimeSeries.Line?) {
        guard asked.query["ghost"] == "1" else { return (nil, nil) }
        let filter = asked.state.filter.over(asked.state.filter.range.previous)
        func before(
            _ metric: SeriesQuestion.Metric, _ step: Int64, _ name: String, _ label: String
        ) async throws -> TimeSeries.Line? {
            let question = SeriesQuestion(metric, filter, step: step, zoneOffset: asked.state.zoneOffset)
            guard var line = try await queries.timeSeries(question).lines.first(where: { $0.label == label }) else { return nil }
            line.label = name
            return line
        }
        return (
            try await before(metric == .latency ? .requests : metric, step, "period before", ""),
            try await before(.latency, latencyStep, "P95 before", "p95")
        )
    }

    /// Σ cached input × what it costs less than plain input, by the prices of now (view.md 3.3, model insights).
    func cacheSaving(_ insights: Insights, _ asked: Asked) -> Double? {
        guard let prices else { return nil }
        let savings = insights.cached.compactMap { seen in
            prices.cachedDiscount(provider: seen.provider, model: seen.model, at: asked.now).map { $0 * Double(seen.cacheRead) / 1e6 }
        }
        return savings.isEmpty ? nil : savings.reduce(0, +)
    }

    @Sendable private func models(_ asked: Asked) async throws -> Drawn {
        let order = order(asked)
        let rows = try await queries.models(asked.state.filter)
        let comparison = ModelComparison(rows.sorted { order.comes($0, before: $1) }, asked.state)
        let drawing = ModelsDrawing(
            rows: rows, comparison: comparison,
            spreads: try await queries.latencySpreads(asked.state.filter, of: comparison.chosen.map(\.model)),
            tokens: try await series(.tokensByType, asked), cost: try await series(.cost, asked, by: .model),
            costByType: try await series(.costByType, asked),
            firstToken: try await series(.ttft, asked), speed: try await series(.speed, asked), state: asked.state, order: order,
            prices: prices.map { PricesDrawing(desk: $0, models: rows, state: asked.state, now: asked.now) },
            canRecost: recost != nil)
        return ("Models", { drawing.draw(into: &$0) })
    }

    /// How models are sorted.
    private func order(_ asked: Asked) -> ModelTable.Order { asked.query["sort"].flatMap(ModelTable.Order.init(rawValue:)) ?? .requests }

    @Sendable private func errors(_ asked: Asked) async throws -> Drawn {
        let drawing = ErrorsDrawing(
            report: try await queries.errors(asked.state.filter, limit: 100), series: try await series(.errors, asked, by: .status),
            byModel: try await series(.errors, asked, by: .model), state: asked.state)
        return ("Errors", { drawing.draw(into: &$0) })
    }

    /// The empty state says what is missing; with a range that is merely quiet it says so.
    private func nothing(_ asked: Asked) async throws -> (inout Markup) -> Void {
        let status = try await queries.status()
        return { html in
            if status.spans > 0 {
                html.element("p", ["class": "notice"]) {
                    $0.text(
                        "Nothing in this time with this filter. The newest span began \(status.newest.map { Show.moment($0) } ?? "never")."
                    )
                }
            } else {
                GetStartedDrawing(
                    arrival: Arrival(status), status: status, flow: flow(), now: asked.now, host: hosts, chosen: nil, canSendSample: false,
                    sample: nil
                ).draw(into: &html)
            }
        }
    }

    /// `step` in nanoseconds; nil = one that suits the range.
    func series(_ metric: SeriesQuestion.Metric, _ asked: Asked, by: Dimension? = nil, step: Int64? = nil) async throws -> TimeSeries {
        try await queries.timeSeries(SeriesQuestion(metric, asked.state.filter, by: by, step: step, zoneOffset: asked.state.zoneOffset))
    }
}
