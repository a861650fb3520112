import Store

/// The list of traces and the page of one, for an address.
struct TracePages: Sendable {
    let queries: any ViewQueries
    var prices: (any PriceDesk)?

    /// `/traces?sort=-duration&cursor=…`
    func list(_ asked: Asked) async throws -> Drawn {
        let state = asked.state
        let order = try asked.order(usual: TraceSort.start)
        let page = try await queries.traces(state.filter, order)
        guard !page.rows.isEmpty else { return ("Traces", try await Emptiness.draw(asked, queries, .traces)) }
        let pulse = try await PulseDrawing.read(state, "/traces", from: queries)
        let peek = try await peek(asked)
        return (
            "Traces",
            { html in
                html.element("h1") { $0.text("Traces") }
                pulse?.draw(into: &html)
                ListDrawing(
                    columns: Column.traces, page: page, asked: order, caption: "Traces, \(state.period.title)", key: { $0.id.text },
                    peeked: state.query["peek"]
                ) { changes in
                    state.query.changing([("peek", nil)] + changes).href("/traces")
                }.draw(into: &html)
                peek?.draw(into: &html)
            }
        )
    }

    /// The trace that `peek=` names; nil where there is none.
    private func peek(_ asked: Asked) async throws -> PeekDrawing? {
        guard let id = asked.query["peek"].flatMap({ TraceID(text: $0) }), let detail = try await queries.trace(id) else { return nil }
        return PeekDrawing(
            title: detail.row.route ?? detail.row.name, href: "/traces/\(id.text)",
            close: asked.query.changing([("peek", nil)]).href("/traces"),
            facts: Column.traces.filter { $0.name != "name" }.map { ($0.title, $0.cell(detail.row)) },
            steps: detail.spans.compactMap(PeekDrawing.Step.init))
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
            llmOnly: query["llm"] == "1", errorsOnly: query["errors"] == "1", hidesShort: query["long"] == "1", zoom: Zoom(query["zoom"]),
            from: query["from_row"].flatMap { Int($0) })
        let tab = query["tab"].flatMap { PanelDrawing.Tab(rawValue: $0) }
        return (
            detail.row.route ?? detail.row.name,
            { html in
                neighbours.draw(into: &html)
                TracePageDrawing(detail: detail, chosen: chosen, shown: shown, tab: tab, prices: prices) {
                    query.changing($0).href("/traces/\(trace.text)")
                }
                .draw(into: &html)
            }
        )
    }
}
