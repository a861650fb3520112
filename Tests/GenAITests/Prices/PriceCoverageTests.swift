import Testing
import Wire

@testable import GenAI

struct PriceCoverageTests {
    private func ask(_ coverage: PriceCoverage, _ book: PriceBook, _ provider: StaticString, _ model: String) -> Bool {
        Array(model.utf8).withUnsafeBytes { raw in
            let context = PriceContext(
                provider: Text(provider), requestModel: Text(raw), responseModel: .empty, startNanos: 0, endNanos: 0)
            let usage = BillableUsage(input: 10, output: 5)
            return coverage.count(book.price(usage, context), usage, context)
        }
    }

    @Test func `tokens are counted by provider, priced and not`() throws {
        let book = try SmallBook("provider p is p_ai\np/m: in 1 out 1").book
        let coverage = PriceCoverage(book)
        _ = ask(coverage, book, "p_ai", "m")
        #expect(ask(coverage, book, "p_ai", "new"))
        #expect(!ask(coverage, book, "p_ai", "NEW"))
        _ = ask(coverage, book, "who", "m")
        let snapshot = coverage.snapshot
        #expect(snapshot.providers.map(\.name) == ["p", "other"])
        #expect(snapshot.providers.first?.tokens == PriceCoverage.Tokens(priced: 15, unpriced: 30))
        #expect(snapshot.unknown.first == PriceCoverage.Unknown(provider: "p_ai", model: "new", calls: 2))
    }

    @Test func `strange names cannot grow the list nor push out what is frequent`() throws {
        let book = try SmallBook("provider p\np/m: in 1 out 1").book
        let coverage = PriceCoverage(book)
        for _ in 0..<5 { _ = ask(coverage, book, "p", "frequent") }
        for i in 0..<1000 { _ = ask(coverage, book, "p", "rare-\(i)") }
        let snapshot = coverage.snapshot
        #expect(snapshot.unknown.count == 50)
        #expect(snapshot.unknown.first?.model == "frequent")
        #expect(snapshot.unknownOthers == 951)
    }
}
