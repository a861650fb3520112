import Admin
import Store

/// `/api/v1/traces` and `/api/v1/traces/{id}`: what the pages show, as data.
struct TraceAPI: Sendable {
    /// Spans of one trace that are answered as OTLP.
    private static let mostSpans = 500
    static let formatsOfOne: [Asked.Format] = Asked.Format.ofRows + [.otlp]

    let pages: TracePages

    func list(_ asked: Asked, _ format: Asked.Format) async throws -> AdminAnswer {
        let (queries, filter) = (pages.queries, asked.state.filter)
        return try await asked.list(asked.order(usual: TraceSort.start), as: format, name: "traces") {
            try await queries.traces(filter, $0)
        } _: {
            JSONTree($0)
        }
    }

    /// One trace with its spans; with `format=otlp` as it was sent.
    func one(_ asked: Asked, _ format: Asked.Format) async throws -> AdminAnswer {
        guard let id = TraceID(text: asked.name), let detail = try await pages.queries.trace(id) else {
            return Answering.problem(404, "No such trace", "the store has no trace '\(asked.name)'")
        }
        if format == .otlp { return try await sent(detail) }
        let spans = detail.spans.map { JSONTree($0) }
        let tree = JSONTree.object([
            .init("trace", JSONTree(detail.row)), .init("spans", .list(spans)), .init("cut", .flag(detail.isCut)),
        ])
        return Answering.data(tree, rows: spans, as: format, name: "trace")
    }

    /// One export request with what was sent of each span.
    private func sent(_ detail: TraceDetail) async throws -> AdminAnswer {
        let addresses = detail.spans.filter(\.hasPayload).prefix(Self.mostSpans).map(\.address)
        let contents = try await pages.queries.content(of: Array(addresses))
        let resources = contents.flatMap { JSONTree.read($0.span)?.tree["resourceSpans"]?.elements ?? [] }
        return Answering.json(.object([.init("resourceSpans", .list(resources))]))
    }
}
