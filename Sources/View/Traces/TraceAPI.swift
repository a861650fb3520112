import Admin
import Store

/// `/api/v1/traces` and `/api/v1/traces/{id}`: what the pages show, as data.
struct TraceAPI: Sendable {
    /// Spans of one trace that are answered as OTLP.
    private static let mostSpans = 500

    let pages: TracePages

    func list(_ asked: Asked) async throws -> AdminAnswer {
        let (rows, next) = try await pages.rows(asked.state)
        let trees = rows.map { JSONTree($0) }
        return Answering.data(.page(trees, next: next), rows: trees, as: asked.format)
    }

    /// One trace with its spans; with `format=otlp` as it was sent.
    func one(_ asked: Asked) async throws -> AdminAnswer {
        guard let id = TraceID(text: asked.name), let detail = try await pages.queries.trace(id) else {
            return Answering.problem(404, "No such trace", "the store has no trace '\(asked.name)'")
        }
        if asked.format == .otlp { return try await sent(detail) }
        let spans = detail.spans.map { JSONTree($0) }
        let tree = JSONTree.object([
            .init("trace", JSONTree(detail.row)), .init("spans", .list(spans)), .init("cut", .flag(detail.isCut)),
        ])
        return Answering.data(tree, rows: spans, as: asked.format)
    }

    /// One export request with what was sent of each span.
    private func sent(_ detail: TraceDetail) async throws -> AdminAnswer {
        let addresses = detail.spans.filter(\.hasPayload).prefix(Self.mostSpans).map(\.address)
        let contents = try await pages.queries.content(of: Array(addresses))
        let resources = contents.flatMap { JSONTree.read($0.span)?.tree["resourceSpans"]?.elements ?? [] }
        return Answering.json(.object([.init("resourceSpans", .list(resources))]))
    }
}
