import Admin
import Store

/// `/api/v1/conversations` and `/api/v1/conversations/{key}`: what the pages show, as data.
struct ConversationAPI: Sendable {
    static let formatsOfOne: [Asked.Format] = [.json, .markdown, .csv, .ndjson]

    let pages: ConversationPages

    func list(_ asked: Asked, _ format: Asked.Format) async throws -> AdminAnswer {
        let page = try await pages.queries.conversations(asked.state.filter, asked.order(usual: .last))
        return Answering.page(page, asked, format, name: "conversations") { JSONTree($0) }
    }

    /// One conversation: a page of turns at a time as JSON. With `format=` and no `cursor=` it is a file to take away, whole: JSON, Markdown to
    /// read, or its steps as CSV or NDJSON.
    func one(_ asked: Asked, _ format: Asked.Format) async throws -> AdminAnswer {
        let isWhole = format != .json || asked.query["format"] != nil && asked.query["cursor"] == nil
        let answer = try await isWhole ? whole(asked, format) : page(asked)
        return answer
            ?? Answering.problem(404, "No such conversation", "the store has no conversation '\(asked.name)' in this environment")
    }

    private func page(_ asked: Asked) async throws -> AdminAnswer? {
        guard let read = try await pages.read(asked.name, asked.query) else { return nil }
        return Answering.json(JSONTree(read.detail, read.transcript))
    }

    private func whole(_ asked: Asked, _ format: Asked.Format) async throws -> AdminAnswer? {
        let reading = ConversationReading(queries: pages.queries)
        guard let id = try await reading.find(asked.name, in: asked.query["env"]),
            let conversation = try await WholeConversation(id, reading, as: format)
        else { return nil }
        let (type, name) = Self.file(format)
        var answer = Answering.file("", type, name: "conversation.\(name)")
        answer.rest = { try await conversation.piece() }
        return answer
    }

    private static func file(_ format: Asked.Format) -> (type: String, ending: String) {
        switch format {
        case .json, .otlp: ("application/json", "json")
        case .markdown: ("text/markdown; charset=utf-8", "md")
        case .csv: ("text/csv; charset=utf-8; header=present", "csv")
        case .ndjson: ("application/x-ndjson", "ndjson")
        }
    }
}
