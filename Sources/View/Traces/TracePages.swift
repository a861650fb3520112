import Store

/// The list of traces and the page of one, for an address.
struct TracePages: Sendable {
    let queries: any ViewQueries

    /// `/traces?sort=-duration&cursor=…`
    func list(_ asked: Asked) async throws -> Drawn {
        let state = asked.state
        let order = try asked.order(usual: TraceSort.start)
        let page = try await queries.traces(state.filter, order)
        guard !page.rows.isEmpty else { return ("Traces", try await Emptiness.draw(asked, queries, .traces)) }
        let pulse = try await PulseDrawing.read(state, "/traces", from: queries)
        return (
            "Traces",
            { html in
                html.element("h1") { $0.text("Traces") }
                pulse?.draw(into: &html)
                ListDrawing(columns: Column.traces, page: page, asked: order, caption: "Traces, \(state.period.title)") { changes in
                    state.query.changing(changes).href("/traces")
                }.draw(into: &html)
            }
        )
    }

    /// `/traces/{id}?span=…&tab=…&llm=1&errors=1&long=1`; nil where there is none.
    func page(_ asked: Asked) async throws -> Drawn? {
        let query = asked.query
        guard let trace = TraceID(text: asked.name), let detail = try await queries.trace(trace) else { return nil }
        let neighbours = try await Neighbours.find(TraceSort.start, at: detail.row.start) { request in
            try await queries.traces(.everything, request).rows.first.map { "/traces/\($0.id.text)" }
        }
        let reading = TraceReading(queries: queries)
        let span = query["span"].flatMap { SpanID(text: $0) } ?? TraceReading.worthALook(in: detail)
        let chosen: TraceReading.Chosen? = if let span { try await reading.choose(span, in: detail) } else { nil }
        let shown = TraceDrawing.Shown(
            llmOnly: query["llm"] == "1", errorsOnly: query["errors"] == "1", hidesShort: query["long"] == "1", zoom: Zoom(query["zoom"]))
        let tab = query["tab"].flatMap { PanelDrawing.Tab(rawValue: $0) }
        return (
            detail.row.route ?? detail.row.name,
            { html in
                neighbours.draw(into: &html)
                TracePageDrawing(detail: detail, chosen: chosen, shown: shown, tab: tab) {
                    query.changing($0).href("/traces/\(trace.text)")
                }
                .draw(into: &html)
            }
        )
    }
}
