import Admin
import Store

/// `/api/v1/conversations` and `/api/v1/conversations/{key}`: what the pages show, as data.
struct ConversationAPI: Sendable {
    static let formatsOfOne: [Asked.Format] = [.json, .markdown, .csv, .ndjson]

    let pages: ConversationPages

    func list(_ asked: Asked, _ format: Asked.Format) async throws -> AdminAnswer {
        let page = try await pages.queries.conversations(asked.state.filter, asked.order(usual: .last))
        return Answering.page(page.rows.map { JSONTree($0) }, next: page.next, asked, format, name: "conversations")
    }

    /// One conversation as JSON, a page of turns at a time; or at once, as Markdown to read or its steps as CSV or NDJSON.
    func one(_ asked: Asked, _ format: Asked.Format) async throws -> AdminAnswer {
        let turns = format == .json ? ConversationReading.turns : ConversationReading.exportedTurns
        guard let read = try await pages.read(asked.name, asked.query, turns: turns) else {
            return Answering.problem(404, "No such conversation", "the store has no conversation '\(asked.name)' in this environment")
        }
        guard format != .markdown else {
            let text = ConversationExport.markdown(read.detail, read.transcript)
            return Answering.file(text, "text/markdown; charset=utf-8", name: "conversation.md")
        }
        let steps = read.transcript.turns.flatMap(\.steps).map { JSONTree($0.row) }
        return Answering.data(JSONTree(read.detail, read.transcript), rows: steps, as: format, name: "conversation")
    }
}
