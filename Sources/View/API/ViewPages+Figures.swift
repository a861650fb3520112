import Admin
import Store

extension ViewPages {
    /// What the pages of figures show, as data.
    var figuresAPI: [AdminPage] {
        [
            endpoint("/api/v1/overview") { asked, format in
                let overview = try await overview(asked, comparing: asked.query["compare"] != "none")
                let tree = OverviewJSON(
                    overview: overview, state: asked.state, now: asked.now, cacheSaving: cacheSaving(overview.insights, asked)
                ).tree
                return Answering.data(tree, rows: [tree], as: format, name: "overview")
            },
            endpoint("/api/v1/timeseries") { asked, format in
                let metric = try word(asked, "metric", SeriesQuestion.Metric.init(rawValue:)) ?? .requests
                let by = try word(asked, "by", Dimension.init(rawValue:))
                let step = try SeriesStep(asked)
                let answer = try await series(metric, asked, by: by, step: step.nanoseconds)
                try step.check(answer)
                return Answering.data(JSONTree(answer), rows: Self.rows(answer), as: format, name: "timeseries")
            },
            endpoint("/api/v1/models") { asked, format in
                let rows = try await queries.models(asked.state.filter).map { JSONTree($0) }
                return Answering.data(.object([.init("models", .list(rows))]), rows: rows, as: format, name: "models")
            },
            endpoint("/api/v1/errors") { asked, format in
                let report = try await queries.errors(asked.state.filter, limit: 500)
                let parts = [("requests", report.requests), ("tools", report.tools), ("degraded", report.degraded)]
                let tree = JSONTree.object(
                    [.init("total", .number(report.total))] + parts.map { .init($0.0, .list($0.1.map { JSONTree($0) })) })
                return Answering.data(tree, rows: report.requests.map { JSONTree($0) }, as: format, name: "errors")
            },
            endpoint("/api/v1/facets") { asked, format in
                guard let field = asked.query["field"] else { throw BadQuestion("field= is needed: \(Self.fields)") }
                guard let dimension = FilterState.dimensions.first(where: { $0.key == field || $0.dimension.rawValue == field }) else {
                    throw BadQuestion("no field '\(field)': \(Self.fields)")
                }
                // Its `q=` is a part of the value.
                let rows = try await queries.facets(dimension.dimension, asked.state.filter, matching: asked.query["q"], limit: 100).map {
                    JSONTree.object([.init("value", .text($0.value)), .init("count", .number($0.count))])
                }
                return Answering.data(.object([.init("values", .list(rows))]), rows: rows, as: format, name: "facets")
            },
        ]
    }

    private static var fields: String { FilterState.dimensions.map(\.key).joined(separator: ", ") }

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
                        .init(ChartDrawing.name(line), .number(line[bucket]))
                    })
        }
    }
}
