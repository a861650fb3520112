import Testing
import Wire

@testable import GenAI

struct PriceCoverageTests {
    private let coverage = PriceCoverage()

    private func book(_ lines: String) throws -> PriceBook {
        PriceBook(try PriceTable([PriceParser.parse(lines: [lines])]), coverage: coverage)
    }

    private func ask(_ book: PriceBook, _ provider: StaticString, _ model: String) {
        Array(model.utf8).withUnsafeBytes { raw in
            let context = PriceContext(
                provider: Text(provider), requestModel: Text(raw), responseModel: .empty, startNanos: 0, endNanos: 0)
            _ = book.price(BillableUsage(input: 10, output: 5), context)
        }
    }

    @Test func `tokens are counted by provider, priced and not`() throws {
        let book = try book("provider p is p_ai\np/m: in 1 out 1")
        ask(book, "p_ai", "m")
        ask(book, "p_ai", "new")
        ask(book, "p_ai", "NEW")
        ask(book, "who", "m")
        let snapshot = coverage.snapshot
        #expect(snapshot.providers.map(\.name) == ["p", "other"])
        #expect(snapshot.providers.first?.tokens == PriceCoverage.Tokens(priced: 15, unpriced: 30))
        #expect(snapshot.unknown.first == PriceCoverage.Unknown(provider: "p_ai", model: "new", calls: 2))
    }

    @Test func `strange names cannot grow the list nor push out what is in it`() throws {
        let book = try book("provider p\np/m: in 1 out 1")
        for _ in 0..<5 { ask(book, "p", "frequent") }
        for i in 0..<1000 { ask(book, "p", "rare-\(i)") }
        let snapshot = coverage.snapshot
        #expect(snapshot.unknown.count == 50)
        #expect(snapshot.unknown.first?.model == "frequent")
        #expect(snapshot.unknownOthers == 951)
    }

    @Test func `a model that becomes frequent is listed, though many rare ones came before`() throws {
        let book = try book("provider p\np/m: in 1 out 1")
        for i in 0..<5000 { ask(book, "p", "rare-\(i)") }
        var calls: UInt64 = 5000
        for i in 0..<20_000 {
            ask(book, "p", i % 10 == 0 ? "heavy" : "rare-\(5000 + i)")
            calls += 1
        }
        let snapshot = coverage.snapshot
        #expect(snapshot.unknown.first?.model == "heavy")
        #expect(snapshot.unknown.count == 50)
        let listed = snapshot.unknown.reduce(0) { $0 + $1.calls }
        // The one whose place it took had one call.
        #expect(listed + snapshot.unknownOthers == calls - 1)
    }

    @Test func `no series of unknown models ever goes backwards`() {
        var seen: [String: UInt64] = [:]
        var others: UInt64 = 0
        var changes = 0
        for i in 0..<60_000 {
            coverage.count(unknown: i % 3 == 0 ? "phase-\(i / 6000)" : "rare-\(i)", of: "p")
            guard i % 100 == 0 else { continue }
            let snapshot = coverage.snapshot
            #expect(snapshot.unknownOthers >= others)
            others = snapshot.unknownOthers
            let now = Dictionary(uniqueKeysWithValues: snapshot.unknown.map { ($0.model, $0.calls) })
            for (model, calls) in now { #expect(calls >= seen[model] ?? 0) }
            changes += now.keys.filter { seen[$0] == nil }.count
            seen = now
        }
        #expect(seen.keys.contains("phase-9"))
        // Fifty to begin with, and a few for each phase.
        #expect(changes < 100)
    }

    @Test func `a later table counts on, and knows its own unknown models`() throws {
        ask(try book("provider p\np/m: in 1 out 1"), "p", "n")
        coverage.forgetUnknown()
        ask(try book("provider q\nprovider p\np/n: in 1 out 1"), "p", "n")
        let snapshot = coverage.snapshot
        #expect(snapshot.providers.map(\.tokens) == [PriceCoverage.Tokens(priced: 15, unpriced: 15)])
        #expect(snapshot.unknown.isEmpty)
    }
}
