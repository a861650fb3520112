import Admin
import Store

/// `/api/v1/stream`: tells a page that the store has changed (WHATWG HTML, server-sent events).
///
/// An answer of the listener ends, so each connection brings one event: it waits for the next commit, says the version, and the browser
/// comes back after two seconds with `Last-Event-ID`. Nothing is missed, and a page asks at most every two seconds.
struct TickStream: Sendable {
    /// Shorter than the listener's own limit for a request.
    private static let longestWait = Duration.seconds(20)

    let queries: any ViewQueries

    func answer(_ request: AdminRequest) async -> AdminAnswer {
        let known = request.header("last-event-id").flatMap { UInt64($0) }
        if known == queries.version { await change(from: queries.version) }
        let version = queries.version
        let event = known == version ? ": nothing new\n\n" : "event: tick\nid: \(version)\ndata: {\"version\":\(version)}\n\n"
        return AdminAnswer(
            type: "text/event-stream", body: Array("retry: 2000\n\(known == nil ? "id: \(version)\n: hello\n\n" : event)".utf8),
            headers: Answering.security)
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
