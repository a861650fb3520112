import Admin
import Store

extension ViewPages {
    /// Everything, with a button that sends a sample where `send` takes OTLP/JSON trace requests to this run's own receiver.
    package func everything(send: (@Sendable (_ requests: [String]) async throws -> Void)?) -> [AdminPage] {
        all + lists(send: send) + recosting + pricing
    }

    /// Conversations, traces and the first steps.
    func lists(send: (@Sendable (_ requests: [String]) async throws -> Void)?) -> [AdminPage] {
        let conversations = ConversationPages(queries: queries)
        let traces = TracePages(queries: queries, prices: prices)
        let start = GetStartedPages(queries: queries, host: hosts, flow: flow, send: send)
        let stream = TickStream(queries: queries)
        return [
            page(.conversations, conversations.list), below(.conversations, conversations.page), page(.traces, traces.list),
            below(.traces, traces.page),
            AdminPage(Tab.getStarted.path) { await fresh($0, .getStarted, start.page) },
            AdminPage("/api/v1/stream") { await stream.answer(Asked($0, now: now())) },
        ] + data(ConversationAPI(pages: conversations), TraceAPI(pages: traces))
    }

    private func data(_ conversations: ConversationAPI, _ traces: TraceAPI) -> [AdminPage] {
        [
            endpoint("/api/v1/conversations", conversations.list),
            endpoint("/api/v1/conversations/*", formats: ConversationAPI.formatsOfOne, conversations.one),
            endpoint("/api/v1/traces", traces.list), endpoint("/api/v1/traces/*", formats: TraceAPI.formatsOfOne, traces.one),
        ]
    }

    /// The pages below a list's path.
    private func below(_ tab: Tab, _ make: @escaping @Sendable (Asked) async throws -> Drawn?) -> AdminPage {
        AdminPage(tab.path + "/*") { await answer($0, tab, make) }
    }

    /// A page that is made anew each time: it may have an effect.
    private func fresh(_ request: AdminRequest, _ tab: Tab, _ make: @Sendable (Asked) async throws -> Drawn?) async -> AdminAnswer {
        let unconditional = AdminRequest(path: request.path, query: request.query) { name in
            name.lowercased() == "if-none-match" ? nil : request.header(name)
        }
        return await answer(unconditional, tab, make)
    }
}
