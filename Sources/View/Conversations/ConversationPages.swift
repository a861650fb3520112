import Store

/// The list of conversations and the page of one, for an address.
struct ConversationPages: Sendable {
    let queries: any ViewQueries

    /// `/conversations?sort=-last&cursor=…`
    func list(_ asked: Asked) async throws -> Drawn {
        let state = asked.state
        let order = Self.order(state.query)
        let page = try await queries.conversations(state.filter, order)
        guard !page.rows.isEmpty else { return ("Conversations", try await Emptiness.draw(asked, queries, .conversations)) }
        let pulse = try await PulseDrawing.read(state, "/conversations", from: queries)
        return (
            "Conversations",
            { html in
                html.element("h1") { $0.text("Conversations") }
                pulse?.draw(into: &html)
                ListDrawing(columns: Column.conversations, page: page, asked: order, caption: "Conversations, \(state.period.title)") {
                    changes in
                    state.query.changing(changes).href("/conversations")
                }.draw(into: &html)
            }
        )
    }

    /// `/conversations/{key}?env=…&mode=steps`; nil where there is none.
    func page(_ asked: Asked) async throws -> Drawn? {
        let (key, query) = (asked.name, asked.query)
        guard let read = try await read(key, query) else { return nil }
        let mode = query["mode"].flatMap { ConversationDrawing.Mode(rawValue: $0) } ?? .transcript
        let path = "/conversations/" + ConversationPath.escaped(key)
        let title = read.detail.row.title.map { Show.clipped($0, to: 60) } ?? key
        return (
            title,
            { html in
                ConversationDrawing(
                    detail: read.detail, transcript: read.transcript, mode: mode, failuresOnly: query["failures"] == "1"
                ) { query.changing($0).href(path) }.draw(into: &html)
            }
        )
    }

    /// The list as rows of the API.
    func rows(_ state: FilterState) async throws -> (rows: [ConversationRow], next: Cursor?) {
        let page = try await queries.conversations(state.filter, Self.order(state.query))
        return (page.rows, page.next)
    }

    func read(_ key: String, _ query: Query) async throws -> (detail: ConversationDetail, transcript: Transcript)? {
        let reading = ConversationReading(queries: queries)
        guard let id = try await reading.find(key, in: query["env"]) else { return nil }
        return try await reading.read(id, after: query["cursor"].flatMap { Cursor(token: $0) })
    }

    /// `sort=-cost` is descending; what is no sort is the usual one.
    static func order(_ query: Query) -> PageRequest<ConversationSort> {
        let (sort, isDescending) = Sorting.read(query["sort"], usual: ConversationSort.last)
        return PageRequest(
            sort: sort, isDescending: isDescending, limit: query["limit"].flatMap { Int($0) } ?? 50,
            after: query["cursor"].flatMap { Cursor(token: $0) })
    }
}

/// `sort=` of a list's address.
enum Sorting {
    static func read<Sort: RawRepresentable>(_ text: String?, usual: Sort) -> (Sort, isDescending: Bool) where Sort.RawValue == String {
        guard let text else { return (usual, true) }
        let isDescending = text.hasPrefix("-")
        guard let sort = Sort(rawValue: String(text.drop { $0 == "-" })) else { return (usual, true) }
        return (sort, isDescending)
    }
}
