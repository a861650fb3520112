import Admin
import Store

/// A page's title and what stands within its frame.
typealias Drawn = (title: String, draw: (inout Markup) -> Void)

/// The view's pages and its JSON API, to be mounted on the admin listener.
package struct ViewPages: Sendable {
    let queries: any ViewQueries
    let hosts: Snippet.Host
    let now: @Sendable () -> Int64

    /// `http` and `grpc` are where this run's receiver listens, as URLs; `now` gives Unix nanoseconds.
    package init(queries: any ViewQueries, http: String, grpc: String, now: @escaping @Sendable () -> Int64) {
        self.queries = queries
        hosts = Snippet.Host(http: http, grpc: grpc)
        self.now = now
    }

    /// Everything that is served.
    package var all: [AdminPage] { Assets.pages + figures + api }

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
        if request.header("if-none-match") == tag { return Answering.notModified(tag) }
        do {
            guard let (title, draw) = try await make(asked) else { return missing(asked, tab) }
            // What belongs to one conversation or trace is not filtered.
            let isFiltered = request.path == tab.path && tab != .getStarted
            let bar = isFiltered ? FilterBar(state: asked.state, facets: try await facets(asked), path: request.path) : nil
            let frame = PageFrame(
                title: title, tab: tab, state: asked.state, freshAt: try await queries.status().lastCommit, now: asked.now)
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
            html.element("p", ["class": "notice"]) { $0.text("\(error)") }
        }
        return Answering.page(html, status: problem.status)
    }

    /// Changes with every commit, and with the minute: ranges move with the clock.
    func tag(_ asked: Asked) -> String { "W/\"\(queries.version)-\(asked.now / 60_000_000_000)\"" }

    /// What the filter bar offers.
    private func facets(_ asked: Asked) async throws -> [String: [Facet]] {
        var found: [String: [Facet]] = [:]
        let everything = Filter(range: asked.state.filter.range)
        for dimension in FilterState.dimensions where dimension.key != "user" {
            found[dimension.key] = try await queries.facets(dimension.dimension, everything, matching: nil, limit: 30)
        }
        return found
    }

    // MARK: - Pages

    @Sendable private func overview(_ asked: Asked) async throws -> Drawn {
        let filter = asked.state.filter
        let overview = try await queries.overview(filter, comparing: true)
        guard overview.figures.spans.llm > 0 || overview.figures.spans.all > 0 else { return ("Overview", try await nothing(asked)) }
        let metric = asked.query["metric"].flatMap(SeriesQuestion.Metric.init(rawValue:)) ?? .requests
        let by = asked.query["by"].flatMap(Dimension.init(rawValue:)) ?? .model
        let sums = try await series(metric == .latency ? .requests : metric, asked, by: by)
        let drawing = OverviewDrawing(
            overview: overview, requests: sums, latency: try await series(.latency, asked), state: asked.state, metric: metric, by: by)
        return ("Overview", { drawing.draw(into: &$0) })
    }

    @Sendable private func models(_ asked: Asked) async throws -> Drawn {
        let drawing = ModelsDrawing(
            rows: try await queries.models(asked.state.filter), tokens: try await series(.tokensByType, asked),
            cost: try await series(.cost, asked, by: .model), state: asked.state,
            order: asked.query["sort"].flatMap(ModelTable.Order.init(rawValue:)) ?? .requests)
        return ("Models", { drawing.draw(into: &$0) })
    }

    @Sendable private func errors(_ asked: Asked) async throws -> Drawn {
        let drawing = ErrorsDrawing(
            report: try await queries.errors(asked.state.filter, limit: 100), series: try await series(.errors, asked, by: .status),
            state: asked.state)
        return ("Errors", { drawing.draw(into: &$0) })
    }

    /// The empty state says what is missing; with a range that is merely quiet it says so.
    private func nothing(_ asked: Asked) async throws -> (inout Markup) -> Void {
        let status = try await queries.status()
        let arrival = Arrival(status)
        return { html in
            if status.spans > 0 {
                html.element("p", ["class": "notice"]) {
                    $0.text(
                        "Nothing in this time with this filter. The newest span began \(status.newest.map { Show.time($0) + " UTC" } ?? "never")."
                    )
                }
            } else {
                GetStartedDrawing(arrival: arrival, status: status, host: hosts, chosen: nil, canSendSample: false, sample: nil).draw(
                    into: &html)
            }
        }
    }

    private func series(_ metric: SeriesQuestion.Metric, _ asked: Asked, by: Dimension? = nil) async throws -> TimeSeries {
        try await queries.timeSeries(SeriesQuestion(metric, asked.state.filter, by: by, zoneOffset: asked.state.zoneOffset))
    }

    // MARK: - The API

    private var api: [AdminPage] {
        [
            endpoint("/api/v1/overview") { asked in
                let overview = try await queries.overview(asked.state.filter, comparing: asked.query["compare"] != "none")
                let tree = OverviewJSON(overview: overview, state: asked.state, now: asked.now).tree
                return (tree, [tree])
            },
            endpoint("/api/v1/timeseries") { asked in
                let metric = try word(asked, "metric", SeriesQuestion.Metric.init(rawValue:)) ?? .requests
                let by = try word(asked, "by", Dimension.init(rawValue:))
                let answer = try await series(metric, asked, by: by)
                return (JSONTree(answer), Self.rows(answer))
            },
            endpoint("/api/v1/models") { asked in
                let rows = try await queries.models(asked.state.filter).map { JSONTree($0) }
                return (.object([.init("models", .list(rows))]), rows)
            },
            endpoint("/api/v1/errors") { asked in
                let report = try await queries.errors(asked.state.filter, limit: 500)
                let parts = [("requests", report.requests), ("tools", report.tools), ("degraded", report.degraded)]
                let tree = JSONTree.object(
                    [.init("total", .number(report.total))] + parts.map { .init($0.0, .list($0.1.map { JSONTree($0) })) })
                return (tree, report.requests.map { JSONTree($0) })
            },
            endpoint("/api/v1/facets") { asked in
                guard let field = asked.query["field"] else { throw BadQuestion("field= is needed: \(Self.fields)") }
                guard let dimension = FilterState.dimensions.first(where: { $0.key == field || $0.dimension.rawValue == field }) else {
                    throw BadQuestion("no field '\(field)': \(Self.fields)")
                }
                var filter = asked.state.filter
                filter.text = nil
                let rows = try await queries.facets(dimension.dimension, filter, matching: asked.query["q"], limit: 100).map {
                    JSONTree.object([.init("value", .text($0.value)), .init("count", .number($0.count))])
                }
                return (.object([.init("values", .list(rows))]), rows)
            },
        ]
    }

    private static var fields: String { FilterState.dimensions.map(\.key).joined(separator: ", ") }

    func endpoint(_ path: String, _ make: @escaping @Sendable (Asked) async throws -> (JSONTree, rows: [JSONTree])) -> AdminPage {
        AdminPage(path) { request in
            let asked = Asked(request, now: now())
            let tag = tag(asked)
            if request.header("if-none-match") == tag { return Answering.notModified(tag) }
            do {
                let (tree, rows) = try await make(asked)
                return Answering.data(tree, rows: rows, as: asked.format, tag: tag)
            } catch let error as BadQuestion {
                return Answering.problem(400, "Bad question", error.detail)
            } catch {
                return Answering.problem(error)
            }
        }
    }

    /// A word of the address that must be one of ours where it is given.
    private func word<Word>(_ asked: Asked, _ key: String, _ read: (String) -> Word?) throws -> Word? {
        guard let text = asked.query[key] else { return nil }
        guard let word = read(text) else { throw BadQuestion("\(key)=\(text) is not known") }
        return word
    }

    /// A series as one row for each bucket.
    private static func rows(_ series: TimeSeries) -> [JSONTree] {
        series.starts.enumerated().map { bucket, start in
            .object(
                [.init("from", .time(start))]
                    + series.lines.map { line in
                        .init(ChartDrawing.name(line), .number(line.values.indices.contains(bucket) ? line.values[bucket] : nil))
                    })
        }
    }
}

/// A question that nobody can answer as it stands.
struct BadQuestion: Error {
    let detail: String

    init(_ detail: String) { self.detail = detail }
}
