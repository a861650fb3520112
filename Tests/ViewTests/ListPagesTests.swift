import Admin
import Foundation
import Synchronization
import Testing

@testable import Store
@testable import View

/// The pages of the sample traffic, asked for by their addresses. With WEIR_PREVIEW=folder they are written there, to be looked at in a browser.
@Suite struct ListPagesTests {
    private static let visitor = Visitor(store: SampleStore(conversations: 90))
    private var store: SampleStore { Self.visitor.store }

    private func get(
        _ address: String, from store: SampleStore? = nil, headers: [String: String] = [:],
        send: (@Sendable ([String]) async throws -> Void)? = nil
    ) async -> AdminAnswer {
        await (store.map { Visitor(store: $0) } ?? Self.visitor).get(address, headers: headers, send: send)
    }

    private func text(_ address: String, preview name: String? = nil) async -> String {
        let html = String(decoding: await get(address).body, as: UTF8.self)
        if let name, let folder = ProcessInfo.processInfo.environment["WEIR_PREVIEW"] {
            let whole = html.replacingOccurrences(of: "href=\"/assets/", with: "href=\"assets/").replacingOccurrences(
                of: "src=\"/assets/", with: "src=\"assets/")
            try? whole.write(toFile: "\(folder)/\(name).html", atomically: true, encoding: .utf8)
            try? FileManager.default.createDirectory(atPath: "\(folder)/assets", withIntermediateDirectories: true)
            for asset in [Assets.css, Assets.script] {
                try? asset.text.description.write(toFile: folder + asset.path, atomically: true, encoding: .utf8)
            }
        }
        return html
    }

    /// A conversation with many tools.
    private func talk() async throws -> ConversationRow {
        let filter = Filter(range: TimeRange(from: 0, to: .max))
        let rows = try await store.conversations(filter, PageRequest(sort: .last, limit: 500)).rows
        return try #require(rows.max { ($0.turns, $0.toolCalls) < ($1.turns, $1.toolCalls) })
    }

    private func trace(_ isWanted: (TraceRow) -> Bool) async throws -> TraceRow {
        let rows = try await store.traces(Filter(range: TimeRange(from: 0, to: .max)), PageRequest(sort: .start, limit: 500)).rows
        let found = rows.filter(isWanted).max { $0.toolCalls < $1.toolCalls }
        return try #require(found)
    }

    // MARK: - Lists

    @Test func `the list of conversations has a row for each, with every column`() async throws {
        let html = await text("/conversations?limit=40", preview: "conversations")
        for column in Column<ConversationRow, ConversationSort>.conversations { #expect(html.contains(column.title)) }
        #expect(html.components(separatedBy: "<td class=\"when\">").count == 41)
        #expect(html.contains("aria-sort=\"descending\""))
        #expect(html.contains("sort=last"), "a second click turns the order")
        #expect(html.contains("Load more"))
    }

    @Test func `the list of traces has a row for each and says where there is no cost`() async throws {
        let html = await text("/traces?limit=100&sort=-start", preview: "traces")
        #expect(html.contains("POST /v1/chat"))
        #expect(html.contains("no cost"))
    }

    @Test func `an empty list says that nothing was received`() async throws {
        let html = String(decoding: await get("/conversations", from: .empty).body, as: UTF8.self)
        #expect(html.contains("Nothing has been received yet"))
        let quiet = await text("/conversations?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z")
        #expect(quiet.contains("with this filter"))
    }

    @Test(arguments: PulseDrawing.Metric.allCases)
    func `the pulse above a list narrows it to the time of a bar`(metric: PulseDrawing.Metric) async {
        let html = await text("/traces?pulse=\(metric.rawValue)&model=gpt-4o-2024-08-06", preview: "pulse-\(metric.rawValue)")
        #expect(html.contains("class=\"pulse\""))
        #expect(html.contains("from=2026-11-1"))
        #expect(html.contains("aria-current=\"true\">\(metric.title)</a>"))
        let worded = await text("/traces?q=chat")
        #expect(!worded.contains("class=\"pulse\""), "rollups know no words: left out, not wrong")
    }

    // MARK: - Conversations

    @Test(arguments: ConversationDrawing.Mode.allCases)
    func `a conversation can be read in three ways`(mode: ConversationDrawing.Mode) async throws {
        let row = try await talk()
        let html = await text("/conversations/\(row.id.key)?mode=\(mode.rawValue)", preview: "conversation-\(mode.rawValue)")
        #expect(html.contains(row.id.key))
        #expect(html.contains("Timeline: "))
        #expect(html.contains("Where is my order 48213?"))
        #expect(html.contains("format=markdown"))
    }

    @Test func `a conversation that is not there is not found, on the page and as data`() async {
        #expect(await get("/conversations/nobody").status == 404)
        let answer = await get("/api/v1/conversations/nobody")
        #expect(answer.status == 404)
        #expect(answer.type == "application/problem+json")
    }

    @Test func `a conversation is answered as JSON, Markdown and CSV of its steps`() async throws {
        let row = try await talk()
        let address = "/api/v1/conversations/\(row.id.key)?env=\(row.id.environment)"
        let json = JSONTree.read(String(decoding: await get(address).body, as: UTF8.self))?.tree
        #expect(json?["conversation"]?["key"]?.string == row.id.key)
        #expect(json?["turns"]?.elements?.count == Int(row.turns))
        #expect(json?["conversation"]?["nanoUsd"]?.string == row.costNano.map { "\($0)" })
        let markdown = String(decoding: await get(address + "&format=markdown").body, as: UTF8.self)
        #expect(markdown.hasPrefix("# Where is my order 48213?\n"))
        #expect(markdown.contains("> Your order 48213 left our warehouse"))
        #expect(markdown.contains("`lookup_order`"))
        let csv = String(decoding: await get(address + "&format=csv").body, as: UTF8.self).split(separator: "\r\n")
        let steps = try await store.conversation(row.id, turns: 50, after: nil)?.turns.reduce(0) { $0 + $1.spans.count }
        #expect(csv.count == (steps ?? 0) + 1)
    }

    @Test(arguments: [Asked.Format.json, .markdown, .csv, .ndjson]) func `a file of a whole conversation is the same in any pieces`(
        format: Asked.Format
    ) async throws {
        let row = try await talk()
        func file(turns: Int) async throws -> (text: String, pieces: Int) {
            let reading = ConversationReading(queries: store)
            let whole = try #require(try await WholeConversation(row.id, reading, as: format, turns: turns))
            var (text, pieces) = ("", 0)
            while let piece = try await whole.piece() {
                text += String(decoding: piece, as: UTF8.self)
                pieces += 1
            }
            return (text, pieces)
        }
        let (inParts, pieces) = try await file(turns: 1)
        let (atOnce, one) = try await file(turns: 1_000)
        #expect(inParts == atOnce)
        #expect(one == 1 && pieces == Int(row.turns) && pieces > 1)
        guard format == .json else { return }
        let read = await get("/api/v1/conversations/\(row.id.key)?env=\(row.id.environment)").body
        let (tree, page) = (JSONTree.read(inParts)?.tree, JSONTree.read(String(decoding: read, as: UTF8.self))?.tree)
        for member in ["conversation", "turns", "contentCaptured"] { #expect(tree?[member] == page?[member] && tree?[member] != nil) }
    }

    // MARK: - Traces

    @Test(arguments: PanelDrawing.Tab.allCases)
    func `a trace shows its endpoint, its calls and the chosen span in every tab`(tab: PanelDrawing.Tab) async throws {
        let row = try await trace { !$0.isFailed }
        let html = await text("/traces/\(row.id.text)?tab=\(tab.rawValue)", preview: "trace-\(tab.rawValue)")
        #expect(html.contains("POST "))
        #expect(html.contains(" tokens · "))
        #expect(html.contains("first token after"))
        #expect(html.contains("aria-current=\"page\">\(tab.title.replacingOccurrences(of: "&", with: "&amp;"))</a>"))
    }

    @Test func `a failed trace opens on what failed, its retries joined`() async throws {
        let row = try await trace(\.isFailed)
        let html = await text("/traces/\(row.id.text)", preview: "trace-failed")
        #expect(html.contains("rate_limited"))
        #expect(html.contains("repeats the call above"))
        #expect(html.contains("Rate limit reached"))
        let only = await text("/traces/\(row.id.text)?llm=1&errors=1")
        #expect(!only.contains(">POST /v1/chat</a>"))
    }

    @Test func `the error of an attempt names the others, and no call that was made for another reason`() async throws {
        let rows = try await store.traces(Filter(range: TimeRange(from: 0, to: .max)), PageRequest(sort: .start, limit: 500)).rows
        var chains: [[Step]] = []
        for row in rows where row.failures > 0 {
            let steps = try #require(try await store.trace(row.id)).spans.map { Step($0) }
            chains += steps.filter { $0.role == .call && $0.isFailed }.map { PanelDrawing.attempts(with: $0, among: steps) }
        }
        let chain = try #require(chains.first { $0.count > 1 })
        let earlier = chain.dropLast().filter(\.isFailed)
        #expect(earlier.count == chain.count - 1, "only what had failed was tried again")
        #expect(chain.last?.isFailed == false)
        let html = await text(SpanPath.href(chain[0].row.address) + "&tab=error")
        #expect(html.components(separatedBy: "<h3>Attempts</h3>").last?.components(separatedBy: "<li>").count == chain.count + 1)
    }

    @Test func `a failure says how often it happened elsewhere and leads to its group`() async throws {
        let row = try await trace(\.isFailed)
        let html = await text("/traces/\(row.id.text)?tab=error")
        #expect(html.contains("The same error elsewhere: "))
        let link = try #require(html.components(separatedBy: "href=\"/errors?from=").dropFirst().first?.components(separatedBy: "\"").first)
        #expect(link.contains("#group-"))
    }

    @Test func `the growth of context is that of all turns, whichever are shown`() async throws {
        let talk = try await talk()
        let growth = try #require(try await store.inputGrowth(talk.id, points: 10))
        let html = await text(ConversationPath.href(talk.id))
        #expect(html.contains("Context in \(growth.requests) requests"))
    }

    @Test func `a zoomed trace leads back to the whole and keeps its span`() async throws {
        let failed = try await trace { $0.failures > 0 }
        let half = failed.durationNanoseconds / 2_000
        let html = await text("/traces/\(failed.id.text)?zoom=0-\(half)")
        #expect(html.contains("id=\"unzoom\"") && html.contains("class=\"shade\""))
        #expect(html.contains("data-zoom=\"0-\(half)\""), "dragging over a bar goes on from here")
        #expect(!(await text("/traces/\(failed.id.text)").contains("id=\"unzoom\"")))
    }

    @Test func `failures only leaves the turns in which something failed, with their numbers`() async throws {
        let talk = try await talk()
        let path = ConversationPath.href(talk.id)
        for mode in ConversationDrawing.Mode.allCases {
            let html = await text(path + (path.contains("?") ? "&" : "?") + "failures=1&mode=\(mode.rawValue)")
            let turns = html.components(separatedBy: "Turn ").count - 1
            #expect(turns < Int(talk.turns), "\(mode)")
            #expect((turns == 0) == html.contains("Nothing failed in these turns."))
        }
    }

    @Test func `a trace is answered as JSON and as OTLP`() async throws {
        let row = try await trace { !$0.isFailed }
        let json = JSONTree.read(String(decoding: await get("/api/v1/traces/\(row.id.text)").body, as: UTF8.self))?.tree
        #expect(json?["spans"]?.elements?.count == Int(row.spans))
        let otlp = JSONTree.read(String(decoding: await get("/api/v1/traces/\(row.id.text)?format=otlp").body, as: UTF8.self))?.tree
        #expect(otlp?["resourceSpans"]?.elements?.count == Int(row.spans))
        #expect(await get("/api/v1/traces/nothing").status == 404)
    }

    // MARK: - First steps

    @Test func `the button's sample is sent by our own page and by no other`() async throws {
        let taken = Taken()
        let address = "/get-started?sample=1"
        let refused = await get(address, headers: ["sec-fetch-site": "cross-site"]) { taken.add($0) }
        #expect(String(decoding: refused.body, as: UTF8.self).contains("only sent from the button"))
        #expect(taken.requests.isEmpty)
        let sent = await get(address, headers: ["sec-fetch-site": "same-origin"]) { taken.add($0) }
        #expect(String(decoding: sent.body, as: UTF8.self).contains("A conversation of 3 turns was sent"))
        #expect(taken.requests.count == 3)
        #expect(taken.requests.allSatisfy { $0.hasPrefix("{\"resourceSpans\"") })
        _ = await text("/get-started", preview: "get-started")
    }

    @Test func `the stream tells a new page the version at once and an old one the change`() async {
        let hello = String(decoding: await get("/api/v1/stream").body, as: UTF8.self)
        #expect(hello.contains("id: 1\n") && !hello.contains("event: tick"))
        let tick = String(decoding: await get("/api/v1/stream", headers: ["last-event-id": "0"]).body, as: UTF8.self)
        #expect(tick.contains("event: tick\nid: 1\n"))
    }

    @Test func `hostile content stays text`() throws {
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

/// What a receiver got.
private final class Taken: Sendable {
    private let taken = Mutex<[String]>([])

    var requests: [String] { taken.withLock { $0 } }

    func add(_ requests: [String]) { taken.withLock { $0 += requests } }
}
