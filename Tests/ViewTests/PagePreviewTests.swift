import Foundation
import Testing

@testable import Store
@testable import View

/// What the pages say of the sample traffic. With WEIR_PREVIEW=folder they are written there, to be looked at in a browser.
@Suite struct PagePreviewTests {
    private let store = SampleStore(conversations: 90)
    private let everything = Filter(range: TimeRange(from: .min / 2, to: .max / 2))

    private func page(_ name: String, _ draw: (inout Markup) -> Void) -> String {
        var html = Markup()
        draw(&html)
        if let folder = ProcessInfo.processInfo.environment["WEIR_PREVIEW"] {
            let whole =
                "<!doctype html><meta charset=utf-8><meta name=viewport content='width=device-width'><link rel=stylesheet href=p.css><main>\(html.html)</main>"
            try? whole.write(toFile: "\(folder)/\(name).html", atomically: true, encoding: .utf8)
        }
        return html.html
    }

    @Test func `the list of conversations has a row for each, with every column`() async throws {
        let asked = PageRequest<ConversationSort>(sort: .last, limit: 20)
        let rows = try await store.conversations(everything, asked)
        let html = page("conversations") { html in
            ListDrawing(columns: Column.conversations, page: rows, asked: asked, caption: "Conversations") { _ in "?" }.draw(into: &html)
        }
        #expect(html.components(separatedBy: "<tr>").count == rows.rows.count + 2)
        for column in Column<ConversationRow, ConversationSort>.conversations { #expect(html.contains(column.title)) }
        #expect(html.contains("aria-sort=\"descending\""))
        #expect(html.contains("Load more"))
    }

    @Test func `the list of traces has a row for each`() async throws {
        let asked = PageRequest<TraceSort>(sort: .start, limit: 100)
        let rows = try await store.traces(everything, asked)
        let html = page("traces") { html in
            ListDrawing(columns: Column.traces, page: rows, asked: asked, caption: "Traces") { _ in "?" }.draw(into: &html)
        }
        #expect(html.contains("POST /v1/chat"))
        #expect(html.contains("no price"))
    }

    @Test(arguments: ConversationDrawing.Mode.allCases)
    func `a conversation can be read in three ways`(mode: ConversationDrawing.Mode) async throws {
        let rows = try await store.conversations(everything, PageRequest(sort: .last, limit: 500)).rows
        let row = try #require(rows.max { ($0.toolCalls, $0.turns) < ($1.toolCalls, $1.turns) })
        let read = try #require(try await ConversationReading(queries: store).read(row.id, after: nil))
        let html = page("conversation-\(mode.rawValue)") { html in
            ConversationDrawing(detail: read.detail, transcript: read.transcript, mode: mode, failuresOnly: false) { _ in "?" }.draw(
                into: &html)
        }
        #expect(html.contains(row.id.key))
        #expect(html.contains("<svg"))
        #expect(html.contains("aria-current=\"page\""))
    }

    @Test func `a trace shows its endpoint, its calls and the chosen span`() async throws {
        let rows = try await store.traces(everything, PageRequest(sort: .start, limit: 500)).rows
        let row = try #require(rows.max { ($0.isFailed ? 0 : 1, $0.toolCalls) < ($1.isFailed ? 0 : 1, $1.toolCalls) })
        let detail = try #require(try await store.trace(row.id))
        let reading = TraceReading(queries: store)
        let worth = try #require(TraceReading.worthALook(in: detail))
        let chosen = try await reading.choose(worth, in: detail)
        for tab in PanelDrawing.Tab.allCases {
            let html = page("trace-\(tab.rawValue)") { html in
                TracePageDrawing(detail: detail, chosen: chosen, shown: .init(), tab: tab) { _ in "?" }.draw(into: &html)
            }
            #expect(html.contains("POST "))
            #expect(html.contains(" tokens · "))
        }
        let broken = rows.first { $0.isFailed }
        let failed = try #require(broken)
        let failedDetail = try #require(try await store.trace(failed.id))
        let first = try #require(TraceReading.worthALook(in: failedDetail))
        let failure = try await reading.choose(first, in: failedDetail)
        let html = page("trace-failed") { html in
            TracePageDrawing(detail: failedDetail, chosen: failure, shown: .init(), tab: nil) { _ in "?" }.draw(into: &html)
        }
        #expect(html.contains("rate_limited"))
        #expect(html.contains("retry"))
    }

    @Test func `the empty state says that nothing was received, and how to send`() async throws {
        let status = StoreStatus()
        let html = page("get-started") { html in
            GetStartedDrawing(
                arrival: Arrival(status), status: status, host: Snippet.Host(), chosen: nil, canSendSample: true, sample: nil
            ).draw(into: &html)
        }
        #expect(html.contains("Nothing has been received yet"))
        #expect(html.contains("http://127.0.0.1:4318"))
        #expect(html.contains("Send a sample conversation"))
    }

    @Test func `hostile content stays text on every page`() throws {
        var html = Markup()
        PartDrawing.draw(
            [
                .text("<script>alert(1)</script>"), .unknown("{\"a\":\"</pre><img src=x onerror=1>\"}"),
                .media(.init(kind: "\"><b>", mimeType: nil, name: "javascript:x", bytes: nil)),
            ],
            into: &html)
        #expect(!html.html.contains("<script") && !html.html.contains("<img") && !html.html.contains("<b>"))
        #expect(!html.html.contains("href"))
    }
}
