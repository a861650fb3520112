import class GRDB.Row
import Testing

@testable import Store

/// Lists that look for what no index has, in windows of time (view.md 4.3), over a store on disk.
@Suite struct TimeSearchTests {
    private let at = Bench.noon - 50 * 60 * Bench.second
    private static let minute = 60 * Bench.second

    /// Forty conversations of one trace each, a minute apart but that three of them share one; every eighth is dear.
    private func filled(_ bench: Bench, _ budget: SearchBudget) async throws -> Store {
        let store = try bench.open(search: budget)
        try await store.append(
            Load(
                spans: (0..<40).map { i in
                    .call(
                        UInt64(i + 1), UInt64(i + 1), at: at + start(i), conversation: "c\(i)",
                        cost: i % 8 == 0 ? 9_000_000 : 1_000_000)
                }))
        return store
    }

    private func start(_ i: Int) -> Int64 { Int64(20..<23 ~= i ? 20 : i) * Self.minute }

    private func dear(_ bench: Bench) -> Filter {
        var filter = bench.last(1)
        filter.bounds = [Bound(.cost, .greater, 5_000_000)]
        return filter
    }

    @Test func `a search ends with its windows and says how far back it came`() async throws {
        let bench = Bench()
        let store = try await filled(bench, .windows(2, firstRows: 4))
        let page = try await store.conversations(dear(bench), PageRequest(sort: .last))
        #expect(page.rows.map(\.id.key) == ["c32"], "4 rows and 8 more: back to the twelfth, of the 28th minute")
        #expect(page.searchedTo == at + start(28))
        let next = try #require(page.next)
        let further = try await store.conversations(dear(bench), PageRequest(sort: .last, after: Cursor(token: next.token)))
        #expect(further.rows.map(\.id.key) == ["c24", "c16"], "4 more and 8 more: back to the sixteenth minute's")
        #expect(further.searchedTo == at + start(16))
    }

    @Test func `the twice of rows at one time are neither lost nor told twice`() async throws {
        let bench = Bench()
        for firstRows in 1...6 {
            let store = try await filled(bench, .windows(1, firstRows: firstRows))
            var filter = bench.last(1)
            filter.bounds = [Bound(.cost, .greater, 0)]
            var (seen, steps, after): ([UInt64], Int, Cursor?) = ([], 0, nil)
            repeat {
                let page = try await store.traces(filter, PageRequest(sort: .start, limit: 5, after: after))
                seen += page.rows.map(\.id.low)
                after = page.next
                steps += 1
            } while after != nil && steps < 99
            #expect(seen.count == 40 && Set(seen).count == 40, "windows of \(firstRows)")
            #expect(seen.first == 40 && seen.last == 1)
            store.close()
        }
    }

    @Test func `a full page goes on behind its last row, and the end of the search is the end`() async throws {
        let bench = Bench()
        let store = try await filled(bench, .windows(9, firstRows: 4))
        var filter = bench.last(1)
        filter.text = "c"
        let full = try await store.conversations(filter, PageRequest(sort: .last, limit: 3))
        #expect(full.rows.map(\.id.key) == ["c39", "c38", "c37"])
        #expect(full.searchedTo == nil && full.next?.value == .number(at + start(37)))
        let whole = try await store.conversations(dear(bench), PageRequest(sort: .last))
        #expect(whole.rows.map(\.id.key) == ["c32", "c24", "c16", "c8", "c0"])
        #expect(whole.searchedTo == nil && whole.next == nil)
    }

    @Test func `what an index has, or another order, is not cut`() async throws {
        let bench = Bench()
        let store = try await filled(bench, .windows(1, firstRows: 1))
        #expect(try await store.conversations(bench.last(1), PageRequest(sort: .last)).rows.count == 40)
        #expect(try await store.conversations(dear(bench), PageRequest(sort: .cost)).rows.count == 5)
        #expect(try await store.traces(dear(bench), PageRequest(sort: .start, isDescending: false)).rows.count == 5)
    }

    @Test func `a cursor that is beyond the range begins at its end, and one of words too`() async throws {
        let bench = Bench()
        let store = try await filled(bench, .windows(9, firstRows: 4))
        for token in ["n\(Int64.max).\(Int64.max)", "t6162.1"] {
            let page = try await store.traces(dear(bench), PageRequest(sort: .start, after: Cursor(token: token)))
            #expect(page.rows.map(\.id.low) == [33, 25, 17, 9, 1])
        }
    }

    @Test(arguments: ["conversation", "trace"], [nil, "u"]) func `a window seeks by time, whatever else is narrowed`(
        table: String, user: String?
    ) async throws {
        let bench = Bench()
        let store = try await filled(bench, .usual)
        let plan = try store.main.read { db in
            let snapshot = try Snapshot(db, store.files, store.catalogs, now: Bench.noon)
            var filter = bench.last(1)
            filter.user.include = user.map { [$0] } ?? ["a", "b"]
            var condition = Condition()
            condition.add("environment", Choice(include: ["prod"]))
            condition.add("user", filter.user)
            condition.add(text: "x", in: ["user"])
            let search = table == "trace" ? TraceRows(snapshot).search(filter) : ConversationRows(snapshot).search(filter)
            let cursor = Cursor(value: .number(filter.range.to), id: .min)
            let window = search.window(condition, after: cursor, filter.range.from, limit: 51)
            return try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN SELECT * FROM \(table) \(window.sql)", arguments: window.arguments)
        }
        let time = table == "trace" ? "start" : "last"
        let index = user == nil ? "\(table)_\(time) (" : "\(table)_user (user=? AND "
        #expect(plan.map { $0["detail"] as String } == ["SEARCH \(table) USING INDEX \(index)\(time)>? AND \(time)<?)"])
    }

    @Test func `the windows of one user hold that user's rows`() async throws {
        let bench = Bench()
        let store = try bench.open(search: .windows(1, firstRows: 3))
        var spans = (0..<40).map { SpanRecord.call(UInt64($0 + 1), UInt64($0 + 1), at: at + start($0), conversation: "c\($0)") }
        for i in spans.indices where i % 10 == 0 { spans[i].user = "u" }
        try await store.append(Load(spans: spans))
        var filter = bench.last(1)
        (filter.user.include, filter.text) = (["u"], "c")
        let page = try await store.conversations(filter, PageRequest(sort: .last))
        #expect(page.rows.map(\.id.key) == ["c30", "c20", "c10"])
        #expect(page.searchedTo == at + start(10))
        let traces = try await store.traces(dear(bench), PageRequest(sort: .start))
        #expect(traces.rows.isEmpty && traces.searchedTo == at + start(37))
    }
}
