import Admin
import Store

/// `/api/v1/conversations` and `/api/v1/conversations/{key}`: what the pages show, as data.
struct ConversationAPI: Sendable {
    static let formatsOfOne: [Asked.Format] = [.json, .markdown, .csv, .ndjson]

    let pages: ConversationPages

    func list(_ asked: Asked, _ format: Asked.Format) async throws -> AdminAnswer {
        let (queries, filter) = (pages.queries, asked.state.filter)
        return try await asked.list(asked.order(usual: ConversationSort.last), as: format, name: "conversations") {
            try await queries.conversations(filter, $0)
        } _: {
            JSONTree($0)
        }
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
        var answer = Answering.file("", format, name: "conversation")
        answer.rest = { try await conversation.piece() }
        return answer
    }
}
