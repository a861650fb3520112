import Glibc
import OTLP
import Testing
import Wire

@testable import Components
@testable import Pipeline

@Suite struct StdoutExporterTests {
    private let folder = Folder()

    private func printed(_ settings: String, _ request: [UInt8], _ signal: Signal = .traces) async throws -> String {
        let descriptor = open(folder.file("out"), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        defer { close(descriptor) }
        let exporter = StdoutExporter(
            try Captured.settings(StdoutSettings.self, "{ \(settings) }"), Context(name: "exporters.stdout"),
            TextOutput(descriptor: descriptor, clock: .system))
        try await exporter.export(Captured.payload(request, signal))
        return String(decoding: folder.read("out"), as: UTF8.self)
    }

    private let call = [
        "weir.role": "call", "gen_ai.response.model": "gpt-4o", "gen_ai.usage.input_tokens": "1234", "gen_ai.usage.output_tokens": "567",
        "gen_ai.usage.cost_usd": "0.012345", "weir.error.class": "rate_limited",
    ]

    @Test func `a call is a line of time, service, role, model, tokens, cost, duration and error`() async throws {
        let line = try await printed("", Captured.traces(call))
        let words = line.split(separator: " ").map(String.init)
        #expect(words.dropFirst() == ["shop", "call", "gpt-4o", "1,234", "→", "567", "$0.012345", "1.50", "s", "rate_limited\n"])
        #expect(words.first?.contains(/^\d\d:\d\d:\d\d\.\d\d\d$/) == true)
    }

    @Test func `what was not sent is not shown as zero`() async throws {
        let line = try await printed("", Captured.traces(["weir.role": "call", "gen_ai.usage.input_tokens": "12"]))
        #expect(line.contains("12 → –"))
        #expect(line.contains("unpriced"))
        #expect(!line.contains("$"))
    }

    @Test func `spans that are not about GenAI are shown only if asked for`() async throws {
        #expect(try await printed("", Captured.traces(name: "GET /")) == "")
        #expect(try await printed("all = true", Captured.traces(name: "GET /")).contains("GET /"))
    }

    @Test func `columns stand below each other whatever the text`() async throws {
        var rows: [String] = []
        for model in ["gpt-4o", "a-model-with-a-name-that-does-not-fit-here", "模型-日本語", "e\u{301}te\u{301}", "🤖"] {
            rows.append(try await printed("", Captured.traces(call.merging(["gen_ai.response.model": model]) { $1 })))
        }
        let places = rows.map { row in row.firstIndex(of: "→").map { Column.places(String(row[..<$0])) } }
        #expect(Set(places).count == 1)
    }

    @Test func `nothing in the telemetry steers the terminal`() async throws {
        let wicked = "\u{1B}[31mred\u{7}\u{9B}2J\u{202E}evil\u{2028}\r\nnext"
        let spans = try await printed(
            "all = true", Captured.traces(resource: ["service.name": wicked], name: wicked, ["weir.role": wicked]))
        let logs = try await printed("", Captured.logs(wicked), .logs)
        let metrics = try await printed("", Captured.metrics(wicked), .metrics)
        for text in [spans, logs, metrics] {
            #expect(text.unicodeScalars.filter { $0 == "\n" }.count == 1)
            #expect(
                text.unicodeScalars.dropLast().allSatisfy { ![.control, .format, .lineSeparator].contains($0.properties.generalCategory) })
        }
    }

    @Test func `colours come only when wanted`() async throws {
        #expect(try await printed("", Captured.traces(call)).contains("\u{1B}") == false)
        #expect(try await printed(#"color = "always""#, Captured.traces(call)).contains("\u{1B}[32mcall"))
    }

    @Test func `logs and metrics are short lines`() async throws {
        #expect(try await printed("", Captured.logs("hello"), .logs).hasSuffix("info      hello\n"))
        #expect(try await printed("", Captured.metrics("calls"), .metrics).hasSuffix("metrics   1 point: calls\n"))
    }

    @Test func `json is the request as a line`() async throws {
        let text = try await printed(#"format = "json""#, Captured.logs("hello"), .logs)
        #expect(text.hasPrefix("{\"resourceLogs\"") && text.hasSuffix("}\n"))
    }

    @Test func `a reader that went away is a refusal, not the end of the process`() async throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        close(ends[0])
        defer { close(ends[1]) }
        let exporter = StdoutExporter(
            try Captured.settings(StdoutSettings.self, "{}"), Context(name: "exporters.stdout"),
            TextOutput(descriptor: ends[1], clock: .system))
        do throws(ExportError) {
            try await exporter.export(Captured.payload(Captured.traces(call)))
            Issue.record("a pipe without a reader took it")
        } catch {
            guard case .refused = error else { throw error }
        }
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (-1_234_567, "-1,234,567"), (Int64.min, "-9,223,372,036,854,775,808")])
    func `numbers are grouped by thousands`(number: Int64, text: String) { #expect(Figure.grouped(number) == text) }

    @Test(arguments: [
        (900, "0 µs"), (12_345, "12 µs"), (1_000_000, "1 ms"), (999_499_999, "999 ms"), (999_500_000, "1.00 s"), (12_340_000_000, "12.3 s"),
        (125_000_000_000, "2 m 05 s"), (UInt64(7_500_000_000_000), "2 h 05 m"),
    ])
    func `durations are short`(nanoseconds: UInt64, text: String) { #expect(Figure.duration(nanoseconds: nanoseconds) == text) }
}
