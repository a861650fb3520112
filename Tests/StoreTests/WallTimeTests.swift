import Testing

@testable import Store

/// A conversation's wall time, and what asks for attention under a filter (view.md 3.3, 6.3).
struct WallTimeTests {
    @Test func `wall time goes to the end of the last span, and is never less than the time of its turns`() async throws {
        let bench = Bench()
        let store = try bench.open()
        let start = Bench.noon - 60 * Bench.second
        try await store.append(
            Load(
                spans: [
                    .call(1, 1, at: start, conversation: "c", seconds: 2),
                    .call(2, 1, at: start + 10 * Bench.second, conversation: "c", seconds: 5),
                ], blocks: [[]]))
        let row = try #require(try await store.conversations(bench.last(1), PageRequest(sort: .wall)).rows.first)
        #expect(row.wallNanoseconds == 15 * Bench.second)
        #expect(row.activeNanoseconds == 7 * Bench.second)
        var filter = bench.last(1)
        filter.bounds = [Bound(.wall, .greater, 12 * Bench.second)]
        #expect(try await store.conversations(filter, PageRequest(sort: .last)).rows == [row], "a bound speaks of the number that is shown")
    }

    @Test(arguments: [("app", true), ("another", false)]) func `an agent's loop asks for attention where the filter admits it`(
        service: String, isSeen: Bool
    ) async throws {
        let bench = Bench()
        let store = try bench.open()
        var spans = [SpanRecord.call(1, 1, at: Bench.noon - 60 * Bench.second)]
        for number in 2..<8 {
            var tool = SpanRecord.call(1, UInt64(number), parent: 1, at: Bench.noon - 50 * Bench.second, cost: nil)
            tool.series.role = "tool"
            tool.series.operation = "execute_tool"
            (tool.tool, tool.toolCallHash) = ("web_search", 7)
            spans.append(tool)
        }
        try await store.append(Load(spans: spans, blocks: [[]]))
        var filter = bench.last(1)
        filter.service.include = [service]
        let found = try await store.overview(filter, comparing: false).attention.contains { $0.kind == .agentLoop }
        #expect(found == isSeen)
    }
}
