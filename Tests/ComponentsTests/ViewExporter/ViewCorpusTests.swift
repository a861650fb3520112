import Foundation
import GenAI
import OTLP
import Pipeline
import Testing
import Wire

@testable import Components
@testable import Store

/// Captures of real SDKs, replayed through `genai` into the store, against what the provider's own log says.
@Suite struct ViewCorpusTests {
    private struct Truth {
        var calls = 0
        var input = 0
        var output = 0
        var conversations: Set<String> = []
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "../../../../shared/corpus")

    @Test(arguments: ["openai_v2", "openinference", "pydantic_ai"]) func `a capture adds up to what the provider served`(name: String)
        async throws
    {
        let folder = Self.root.appendingPathComponent(name)
        guard FileManager.default.fileExists(atPath: folder.path) else {
            print("no corpus beside this checkout: skipped")
            return
        }
        let truth = try Self.truth(folder)
        let requests = try Self.requests(folder)
        let bench = try ViewBench(now: UInt64(Date().timeIntervalSince1970 * 1e9))
        let keys = Keys()
        let interpreter = keys.register { Interpreter(keys: &$0, options: InterpreterOptions()) { 0 } }
        let workbench = Workbench(keys: keys.table)
        var payloads: [Payload] = []
        for (bytes, signal) in requests {
            let spliced = try bytes.withUnsafeBytes { (buffer) throws(WireError) -> [UInt8]? in
                try workbench.batch.scan(buffer, as: signal)
                interpreter.process(&workbench.batch)
                return workbench.splice()?.array
            }
            payloads.append(Captured.payload(spliced ?? bytes, signal))
        }
        let overview = try await bench.run { [payloads] exporter, store in
            for payload in payloads { try await exporter.export(payload) }
            return try await store.overview(
                Filter(range: TimeRange(from: 0, to: Int64(Date().timeIntervalSince1970 * 1e9))), comparing: false)
        }
        #expect(overview.figures.spans.requests == Int64(truth.calls))
        #expect(overview.figures.tokens.input == Int64(truth.input))
        #expect(overview.figures.tokens.output == Int64(truth.output))
        #expect(overview.figures.conversations.total == Int64(truth.conversations.count))
    }

    static func requests(_ folder: URL) throws -> [([UInt8], Signal)] {
        let lines = try String(contentsOf: folder.appendingPathComponent("bodies.jsonl"), encoding: .utf8).split(separator: "\n")
        return try lines.compactMap { line in
            guard let body = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], let file = body["file"] as? String,
                let signal = body["signal"] as? String, signal != "metrics"
            else { return nil }
            return (Array(try Data(contentsOf: folder.appendingPathComponent(file))), signal == "traces" ? .traces : .logs)
        }
    }

    /// The units of `ceiling.json` that have a span, with the facts that the bodies tell of them at all.
    private static func truth(_ folder: URL) throws -> Truth {
        func object(_ name: String) throws -> [String: Any] {
            try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appendingPathComponent(name))) as? [String: Any] ?? [:]
        }
        let scenarios = try object("truth.json")["scenarios"] as? [[String: Any]] ?? []
        let units = try object("ceiling.json")["units"] as? [[String: Any]] ?? []
        var truth = Truth()
        for unit in units where (unit["spans"] as? [String])?.isEmpty == false {
            let can = unit["can"] as? [String: Any] ?? [:]
            let scenario = scenarios.first { $0["scenario"] as? String == unit["scenario"] as? String } ?? [:]
            let last = (unit["calls"] as? [Int])?.last
            let call = (scenario["calls"] as? [[String: Any]])?.first { $0["seq"] as? Int == last }
            let tokens = call?["tokens"] as? [String: Any] ?? [:]
            truth.calls += 1
            if can["input"] != nil { truth.input += tokens["input_total"] as? Int ?? 0 }
            if can["output"] != nil { truth.output += tokens["output_total"] as? Int ?? 0 }
            let expected = scenario["expected"] as? [String: Any] ?? [:]
            if can["conversation"] != nil, let id = expected["conversation_id"], !(id is NSNull), "\(id)" != "" {
                truth.conversations.insert("\(id)")
            }
        }
        return truth
    }
}
