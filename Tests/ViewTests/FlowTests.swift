import Testing

@testable import Store
@testable import View

@Suite struct FlowTests {
    private let now: Int64 = 1_795_000_000_000_000_000
    private let minute: Int64 = 60_000_000_000

    private var flow: Flow {
        var flow = Flow()
        flow.requests = 40
        flow.refused = 12
        flow.refusedLately = 7
        flow.lastRefusal = Flow.Refusal(at: now - 12 * 1_000_000_000, status: 415, message: "the content type is <none>")
        flow.losses = [
            Flow.Loss(exporter: "backend", reason: "gave_up", items: 90), Flow.Loss(exporter: "backend", reason: "refused", items: 10),
        ]
        flow.lossesGrewAt = now - minute
        return flow
    }

    @Test func `losses come before refusals, with how many, who and why`() {
        let found = flow.attention(in: TimeRange(from: now - 60 * minute, to: now), now: now)
        #expect(found.map(\.kind) == [.dropped, .refused])
        #expect(
            found.map(AttentionText.text) == [
                "100 items were dropped since Weir started (backend: gave_up)",
                "7 requests were refused in the last 15 minutes (415 the content type is <none>)",
            ])
        let state = FilterState(Query("env=prod"), now: now)
        #expect(found.map { AttentionText.href($0, state) } == ["/get-started", "/get-started"])
    }

    @Test func `what is long ago, or not in the range, asks for nothing`() {
        #expect(flow.attention(in: TimeRange(from: 0, to: now - 16 * minute), now: now).isEmpty)
        #expect(flow.attention(in: TimeRange(from: 0, to: now + 20 * minute), now: now + 20 * minute).isEmpty)
        #expect(Flow().attention(in: TimeRange(from: 0, to: now), now: now).isEmpty)
    }

    @Test func `Get started says what was refused last and in what words, and what was lost`() {
        let status = StoreStatus()
        var html = Markup()
        GetStartedDrawing(
            arrival: Arrival(status), status: status, flow: flow, now: now,
            host: Snippet.Host(http: "http://127.0.0.1:4318", grpc: "http://127.0.0.1:4317"), chosen: nil, canSendSample: false, sample: nil
        ).draw(into: &html)
        #expect(html.html.contains("40 requests, <b>12 refused</b>"))
        #expect(html.html.contains("Last refused 12 s ago: <b>415</b> the content type is &lt;none&gt;"))
        #expect(html.html.contains("90 items were dropped by the exporter backend: gave_up."))
    }
}
