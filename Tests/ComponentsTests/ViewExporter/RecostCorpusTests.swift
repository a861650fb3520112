import Foundation
import GenAI
import OTLP
import Pipeline
import Testing
import Wire

@testable import Components
@testable import Store

/// Costs that are worked out later are those that would have been worked out at once.
@Suite struct RecostCorpusTests {
    private static let captures = [
        "openai_v2", "openinference", "openinference_langchain", "openllmetry", "langfuse", "google_genai", "bedrock_botocore",
    ]
    /// Their SDKs report costs, which stay what they are.
    private static let reporting = ["litellm_v2", "logfire", "pydantic_ai"]

    @Test(arguments: captures + reporting) func `a capture that came without prices costs as much once they are there`(name: String)
        async throws
    {
        let folder = ViewCorpusTests.root.appendingPathComponent(name)
        guard FileManager.default.fileExists(atPath: folder.path) else {
            print("no corpus beside this checkout: skipped")
            return
        }
        let requests = try ViewCorpusTests.requests(folder)
        let book = PriceBook(
            try PriceTable(PriceBook.builtinLayers(), builtin: PriceBook.builtinLayerCount(in: ["builtin"])), coverage: PriceCoverage())
        let filter = Filter(range: TimeRange(from: 0, to: Int64(Date().timeIntervalSince1970 * 1e9)))
        let question = RecostQuestion(range: filter.range)
        let priced = try payloads(requests, book)
        let unpriced = try payloads(requests, nil)
        let atOnce = try await bench().run { [priced] exporter, store in
            for payload in priced { try await exporter.export(payload) }
            let figures = try await store.overview(filter, comparing: false).figures
            let report = try await store.recost(question, BlockCosts(book))
            #expect(report.calls == figures.spans.requests)
            #expect(report.changed == 0, "the same table changed \(report)")
            #expect(try await store.overview(filter, comparing: false).figures == figures)
            return figures
        }
        let later = try await bench().run { [unpriced] exporter, store in
            for payload in unpriced { try await exporter.export(payload) }
            _ = try await store.recost(question, BlockCosts(book))
            return try await store.overview(filter, comparing: false).figures
        }
        if Self.reporting.contains(name) {
            #expect(later.cost.reportedNano > 0)
            #expect(later.cost.pricedRequests == atOnce.cost.pricedRequests)
        } else {
            #expect(later.cost == atOnce.cost)
            #expect(later.conversationCost == atOnce.conversationCost)
        }
    }

    private func bench() throws -> ViewBench { try ViewBench(now: UInt64(Date().timeIntervalSince1970 * 1e9)) }

    /// As `genai` hands them on, with a table or without.
    private func payloads(_ requests: [([UInt8], Signal)], _ book: PriceBook?) throws -> [Payload] {
        let keys = Keys()
        let interpreter = keys.register { Interpreter(keys: &$0, options: InterpreterOptions()) { 0 } }
        if let book { interpreter.use(book, attributes: book.attributeKeys.map { keys.slot($0) }) }
        let workbench = Workbench(keys: keys.table)
        return try requests.map { bytes, signal in
            let spliced = try bytes.withUnsafeBytes { (buffer) throws(WireError) -> [UInt8]? in
                try workbench.batch.scan(buffer, as: signal)
                interpreter.process(&workbench.batch)
                return workbench.splice()?.array
            }
            return Captured.payload(spliced ?? bytes, signal)
        }
    }
}
