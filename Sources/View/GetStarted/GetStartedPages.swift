import Store

/// `/get-started`, and the button on it.
struct GetStartedPages: Sendable {
    let queries: any ViewQueries
    let host: Snippet.Host
    let flow: @Sendable () -> Flow
    /// Sends OTLP/JSON trace requests to this run's own receiver; nil where it has none.
    let send: (@Sendable (_ requests: [String]) async throws -> Void)?

    func page(_ asked: Asked) async throws -> Drawn? {
        let sample = try await sample(asked)
        let status = try await queries.status()
        let drawing = GetStartedDrawing(
            arrival: Arrival(status), status: status, flow: flow(), now: asked.now, host: host, chosen: asked.query["sdk"],
            canSendSample: send != nil, sample: sample)
        return ("Get started", { drawing.draw(into: &$0) })
    }

    /// What became of a sample that was asked for; nil where none was.
    ///
    /// The listener takes no bodies, so the button is a GET with an effect. Only our own page may cause it: browsers name the site that a
    /// request comes from, and no other site can say it is ours (Fetch Metadata, `Sec-Fetch-Site`).
    private func sample(_ asked: Asked) async throws -> String? {
        guard asked.query["sample"] != nil, let send else { return nil }
        guard asked.request.header("sec-fetch-site") == "same-origin" else {
            return "A sample is only sent from the button on this page."
        }
        var traffic = SampleTraffic(seed: UInt64(bitPattern: asked.now))
        let rehearsal = SampleTraffic(seed: UInt64(bitPattern: asked.now)).length
        let requests = traffic.firstConversation(startingAt: asked.now &- rehearsal)
        do { try await send(requests.map(\.json)) } catch { return "The sample was not taken: \(error)" }
        return "A conversation of \(requests.count) turns was sent. It is in Conversations within two seconds."
    }
}

extension SampleTraffic {
    /// How long the first conversation lasts, in nanoseconds.
    var length: Int64 {
        var rehearsal = self
        return rehearsal.firstConversation(startingAt: 0).last?.end ?? 0
    }
}

/// What a list shows that has no rows: what is missing if nothing ever came, else that this time is quiet.
enum Emptiness {
    static func draw(_ asked: Asked, _ queries: any ViewQueries, _ tab: Tab) async throws -> (inout Markup) -> Void {
        let status = try await queries.status()
        let arrival = Arrival(status)
        return { html in
            html.element("h1") { $0.text(tab.title) }
            let isNew = tab == .conversations ? !status.checklist.conversations : !status.checklist.spans
            if isNew {
                html.element("p", ["class": "verdict"]) { $0.text(arrival.verdict(listening: "the address that Get started names")) }
                if let remedy = arrival.remedy { html.element("p") { $0.text(remedy) } }
                html.element("p") { html in html.element("a", ["class": "button", "href": "/get-started"]) { $0.text("Get started") } }
            } else {
                html.element("p", ["class": "notice"]) { html in
                    html.text("Nothing in \(asked.state.period.title.lowercased()) with this filter. ")
                    if let newest = status.newest { html.text("The newest span began \(Show.moment(newest)).") }
                }
            }
        }
    }
}
