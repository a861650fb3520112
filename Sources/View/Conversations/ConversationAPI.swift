import Admin
import Store

/// `/api/v1/conversations` and `/api/v1/conversations/{key}`: what the pages show, as data.
struct ConversationAPI: Sendable {
    let pages: ConversationPages

    func list(_ asked: Asked) async throws -> AdminAnswer {
        let (rows, next) = try await pages.rows(asked.state)
        let trees = rows.map { JSONTree($0) }
        return Answering.data(.page(trees, next: next), rows: trees, as: asked.format)
    }

    /// One conversation as JSON, as Markdown to read, or its steps as CSV or NDJSON.
    func one(_ asked: Asked) async throws -> AdminAnswer {
        guard let read = try await pages.read(asked.name, asked.query) else {
            return Answering.problem(404, "No such conversation", "the store has no conversation '\(asked.name)' in this environment")
        }
        switch asked.format {
        case .markdown:
            let text = ConversationExport.markdown(read.detail, read.transcript)
            return AdminAnswer(
                type: "text/markdown; charset=utf-8", body: Array(text.utf8),
                headers: Answering.security + [("Content-Disposition", "attachment; filename=\"conversation.md\"")])
        default:
            let steps = read.transcript.turns.flatMap(\.steps).map { JSONTree($0.row) }
            return Answering.data(JSONTree(read.detail, read.transcript), rows: steps, as: asked.format)
        }
    }
}
