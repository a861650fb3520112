import Foundation
import OTLP
import Pipeline
import Testing
import Wire

@testable import Components
@testable import Store

@Suite struct ViewExporterTests {
    @Test func `a call becomes a row with everything that genai said of it`() async throws {
        let (figures, row, span, content) = try await ViewBench().run { exporter, store in
            try await exporter.export(Captured.payload(Captured.traces(ViewBench.call), .traces))
            let figures = try await store.overview(ViewBench.all, comparing: false).figures
            let row = try #require(await store.conversations(ViewBench.all, PageRequest(sort: .last)).rows.first)
            let trace = try #require(await store.traces(ViewBench.all, PageRequest(sort: .start)).rows.first)
            let span = try #require(await store.trace(trace.id)?.spans.first)
            return (figures, row, span, try await store.content(of: [span.address]))
        }
        #expect(figures.cost.totalNano == 12_345_000)
        #expect(figures.tokens.total == 1801)
        #expect(figures.tokens.reasoning == 0)
        #expect(row.title == "How do I say \"hi\"?")
        #expect(row.user == "ada")
        #expect(row.models == ["gpt-4o-2024-08-06"])
        #expect(span.requestModel == "gpt-4o")
        #expect(span.price == "openai/gpt-4o")
        #expect(span.timeToFirstChunk == 250_000_000)
        #expect(span.durationNanoseconds == 1_500_000_000)
        #expect(content.first?.span.contains("gen_ai.input.messages") == true)
        #expect(content.first?.span.contains("resourceSpans") == true)
    }

    @Test func `a payload that is exported again changes nothing`() async throws {
        let status = try await ViewBench().run { exporter, store in
            for _ in 0..<3 { try await exporter.export(Captured.payload(Captured.traces(ViewBench.call), .traces)) }
            return try await store.status()
        }
        #expect(status.spans == 1)
        #expect(status.redelivered == 2)
        #expect(
            status.checklist
                == StoreStatus.Checklist(spans: true, genAI: true, tokens: true, prices: true, conversations: true, content: true))
    }

    @Test(arguments: ["drop", "hash"]) func `content stays out of every file where it is not wanted`(policy: String) async throws {
        let bench = try ViewBench("content = \"\(policy)\"")
        var call = ViewBench.call
        call["llm.input_messages.0.message.content"] = "swordfish"
        call["gen_ai.input.messages"] = #"[{"role":"user","content":"swordfish"}]"#
        let (row, content, found) = try await bench.run { [call, path = bench.path] exporter, store in
            try await exporter.export(Captured.payload(Captured.traces(call), .traces))
            let row = try #require(await store.conversations(ViewBench.all, PageRequest(sort: .last)).rows.first)
            let trace = try #require(await store.traces(ViewBench.all, PageRequest(sort: .start)).rows.first)
            let span = try #require(await store.trace(trace.id)?.spans.first)
            let content = try await store.content(of: [span.address])
            let found = try FileManager.default.contentsOfDirectory(atPath: path).filter {
                try Data(contentsOf: URL(fileURLWithPath: path + "/" + $0)).range(of: Data("swordfish".utf8)) != nil
            }
            return (row, content, found)
        }
        #expect(found.isEmpty)
        #expect(row.title == nil)
        #expect(content.first?.span.contains("swordfish") == false)
        #expect(content.first?.span.contains("gpt-4o") == true)
        #expect(content.first?.span.contains("hash:") == (policy == "hash"))
    }

    /// In either order.
    @Test(arguments: [true, false]) func `log records of what was said are joined to their span`(recordsFirst: Bool) async throws {
        var logs = WireWriter()
        logs.field(1) {
            $0.field(2) {
                $0.field(2) { record in
                    record.field(1, fixed64: 1_700_000_000_500_000_000)
                    record.field(5) { $0.field(1, string: "What is the weather?") }
                    record.field(9, bytes: Array(1...16))
                    record.field(10, bytes: Array(1...8))
                    record.field(12, string: "gen_ai.user.message")
                }
            }
        }
        var call = ViewBench.call
        call["gen_ai.input.messages"] = nil
        let spans = Captured.payload(Captured.traces(call), .traces)
        let records = Captured.payload(logs.bytes, .logs)
        let (row, content) = try await ViewBench().run { exporter, store in
            for payload in recordsFirst ? [records, spans] : [spans, records] { try await exporter.export(payload) }
            let row = try #require(await store.conversations(ViewBench.all, PageRequest(sort: .last)).rows.first)
            let trace = try #require(await store.traces(ViewBench.all, PageRequest(sort: .start)).rows.first)
            let span = try #require(await store.trace(trace.id)?.spans.first)
            return (row, try await store.content(of: [span.address]))
        }
        #expect(row.title == "What is the weather?")
        #expect(content.first?.records.count == 1)
        #expect(content.first?.records.first?.contains("What is the weather?") == true)
    }

    @Test func `a request that cannot be read is refused, not retried`() async throws {
        let isRefused = try await ViewBench().run { exporter, _ in
            do throws(ExportError) {
                try await exporter.export(Captured.payload([0x0A, 0xFF], .traces))
                return false
            } catch {
                if case .refused = error { return true }
                return false
            }
        }
        #expect(isRefused)
    }

    @Test func `a large request is kept in blocks of which a page reads few`() throws {
        var request: [UInt8] = []
        for i in 0..<40 { request += Captured.traces(name: "span \(i)", ["input.value": String(repeating: "x", count: 6_000)]) }
        let blocks = try request.withUnsafeBytes { (bytes) throws(WireError) in
            try BlockCutter(signal: .traces, content: .keep).blocks(bytes)
        }
        #expect(blocks.count > 3)
        #expect(blocks.map(\.items.count).reduce(0, +) == 40)
        let last = try #require(blocks.last)
        let text = try #require(BlockReader().json(last.bytes, at: [last.items.count - 1]).first ?? nil)
        #expect(text.contains("span 39"))
        #expect(BlockReader().json([0, 1, 2], at: [0]) == [nil])
    }

    @Test(
        arguments: [
            (#"[{"role":"user","content":"plain"}]"#, "plain"),
            (#"[{"content":"before","role":"user"},{"role":"user","content":"after"}]"#, "before"),
            (
                #"{"messages":[{"role":"system","content":"no"},{"role":"user","content":[{"type":"text","text":"deep \u00e4"}]}]}"#,
                "deep ä"
            ),
            (#"[{"role":"assistant","content":"nobody asked"}]"#, nil), ("just text", nil), (#"[{"role":"user","content":"cut"#, nil),
        ] as [(String, String?)]) func `the title is the first thing the user said`(json: String, title: String?)
    {
        let bytes = Array(json.utf8)
        let found = bytes.withUnsafeBytes { buffer in
            var scan = MessageScan(Text(buffer))
            return scan.firstUserText().map(MessageScan.opened)
        }
        #expect(found == title)
    }
}
