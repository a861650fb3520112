import Admin
import Store

/// `/api/v1/stream?topics=tick,traces`: tells a page that the store has changed, and which traces came that its filter admits (WHATWG HTML,
/// server-sent events).
///
/// An answer of the listener ends, so each connection brings the news of one commit: it waits for the next, and the browser comes back
/// after two seconds with `Last-Event-ID`. Nothing is missed, and a page asks at most every two seconds. What of a search cannot be asked its
/// page says; here it is passed over, as there, for a refusal would end the news.
struct TickStream: Sendable {
    /// Shorter than the listener's own limit for a request.
    private static let longestWait = Duration.seconds(20)

    /// What the asker has heard of: `Last-Event-ID`, at first `since=` with the version that its page was made of.
    private struct Mark {
        var version: UInt64
        /// The newest trace's number; nil where traces are not asked for.
        var trace: Int64?

        init(version: UInt64, trace: Int64?) {
            self.version = version
            self.trace = trace
        }

        init?(_ text: String?) {
            let parts = (text ?? "").split(separator: "-").map { Int64($0) }
            guard let first = parts.first, let version = first.flatMap({ UInt64(exactly: $0) }) else { return nil }
            self.init(version: version, trace: parts.count > 1 ? parts[1] : nil)
        }

        var text: String { "\(version)" + (trace.map { "-\($0)" } ?? "") }
    }

    let queries: any ViewQueries

    func answer(_ asked: Asked) async -> AdminAnswer {
        let known = Mark(asked.request.header("last-event-id") ?? asked.query["since"])
        let topics = Set((asked.query["topics"] ?? "tick").split(separator: ","))
        if known?.version == queries.version { await change(from: queries.version) }
        do {
            return AdminAnswer(
                type: "text/event-stream", body: Array("retry: 2000\n\(try await events(since: known, topics, asked))\n".utf8),
                headers: Answering.security)
        } catch {
            return Answering.problem(error)
        }
    }

    private func events(since known: Mark?, _ topics: Set<Substring>, _ asked: Asked) async throws -> String {
        var mark = Mark(version: queries.version, trace: nil)
        var rows: [TraceRow] = []
        if topics.contains("traces") {
            let arrivals = try await queries.arrivals(asked.state.filter, after: known?.trace)
            (mark.trace, rows) = (arrivals.newest, arrivals.rows)
        }
        guard let known else { return "id: \(mark.text)\n: hello\n" }
        guard known.version != mark.version else { return ": nothing new\n" }
        var events = ""
        if !rows.isEmpty {
            let data = JSONTree.object([.init("rows", .list(rows.map { JSONTree($0) }))]).written()
            events += "event: traces\nid: \(mark.text)\ndata: \(data)\n\n"
        }
        if topics.contains("tick") || rows.isEmpty {
            events += "event: tick\nid: \(mark.text)\ndata: {\"version\":\(mark.version)}\n"
        }
        return events
    }

    /// Returns with the next commit, or when the wait has lasted long enough.
    private func change(from version: UInt64) async {
        let versions = queries.versions()
        guard queries.version == version else { return }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { for await next in versions where next != version { return } }
            group.addTask { try? await Task.sleep(for: Self.longestWait) }
            await group.next()
            group.cancelAll()
        }
    }
}
