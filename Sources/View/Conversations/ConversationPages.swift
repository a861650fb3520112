import Store

/// The list of conversations and the page of one, for an address.
struct ConversationPages: Sendable {
    let queries: any ViewQueries

    /// `/conversations?sort=-last&cursor=…`
    func list(_ asked: Asked) async throws -> Drawn {
        let state = asked.state
        let order = try asked.order(usual: ConversationSort.last)
        let page = try await queries.conversations(state.filter, order)
        guard !page.rows.isEmpty || page.searchedTo != nil else {
            return ("Conversations", try await Emptiness.draw(asked, queries, .conversations))
        }
        let pulse = try await PulseDrawing.read(state, "/conversations", from: queries)
        let peek = try await peek(asked)
        return (
            "Conversations",
            { html in
                html.element("h1") { $0.text("Conversations") }
                pulse?.draw(into: &html)
                ListDrawing(
                    columns: Column.conversations, page: page, asked: order, caption: "Conversations, \(state.period.title)",
                    key: { ConversationPath.href($0.id) }, peeked: state.query["peek"]
                ) { changes in
                    state.query.changing([("peek", nil)] + changes).href("/conversations")
                }.draw(into: &html)
                peek?.draw(into: &html)
            }
        )
    }

    /// The conversation whose path `peek=` is: the key alone may stand for several. Nil where there is none.
    private func peek(_ asked: Asked) async throws -> PeekDrawing? {
        guard let path = asked.query["peek"], let id = ConversationPath.id(of: path),
            let detail = try await queries.conversation(id, turns: 20, after: nil)
        else { return nil }
        return PeekDrawing(
            title: detail.row.title ?? id.key, href: ConversationPath.href(id),
            close: asked.query.changing([("peek", nil)]).href("/conversations"),
            facts: Column.conversations.filter { $0.name != "title" }.map { ($0.title, $0.cell(detail.row)) },
            steps: detail.turns.flatMap { turn in turn.spans.compactMap(PeekDrawing.Step.init) })
    }

    /// `/conversations/{key}?env=…&mode=steps`; nil where there is none.
    func page(_ asked: Asked) async throws -> Drawn? {
        let (key, query) = (asked.name, asked.query)
        guard let read = try await read(key, query) else { return nil }
        let neighbours = try await Neighbours.find(ConversationSort.last, at: read.detail.row.last) { request in
            try await queries.conversations(.everything, request).rows.first.map { ConversationPath.href($0.id) }
        }
        let growth = try await queries.inputGrowth(read.detail.row.id, points: ContextGrowth.points)
        let mode = query["mode"].flatMap { ConversationDrawing.Mode(rawValue: $0) } ?? .transcript
        let path = "/conversations/" + ConversationPath.escaped(key)
        let title = read.detail.row.title.map { Show.clipped($0, to: 60) } ?? key
        return (
            title,
            { html in
                neighbours.draw(into: &html)
                ConversationDrawing(
                    detail: read.detail, transcript: read.transcript, growth: growth, mode: mode, failuresOnly: query["failures"] == "1",
                    zoom: Zoom(query["zoom"])
                ) { query.changing($0).href(path) }.draw(into: &html)
            }
        )
    }

    func read(_ key: String, _ query: Query) async throws -> (detail: ConversationDetail, transcript: Transcript)? {
        let reading = ConversationReading(queries: queries)
        guard let id = try await reading.find(key, in: query["env"]) else { return nil }
        return try await reading.read(id, after: query["cursor"].flatMap { Cursor(token: $0) })
    }
}
