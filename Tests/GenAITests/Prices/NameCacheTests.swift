import Testing
import Wire

@testable import GenAI

struct NameCacheTests {
    private func ask(_ book: PriceBook, _ model: String) -> PricedCall {
        Array(model.utf8).withUnsafeBytes { raw in
            let context = PriceContext(
                provider: Text("p"), requestModel: Text(raw), responseModel: .empty, startNanos: 0, endNanos: 0)
            return book.price(BillableUsage(input: 1, output: 1), context)
        }
    }

    @Test func `a name is understood once`() throws {
        let book = try SmallBook("provider p\np/m: in 1 out 1").book
        for _ in 0..<5 { _ = ask(book, "m-latest") }
        #expect(book.nameCacheCounts == NameCache.Counts(hits: 4, misses: 1, evictions: 0, refused: 0, used: 1))
    }

    @Test func `strange names cannot grow it`() throws {
        let book = try SmallBook("provider p\np/m: in 1 out 1").book
        for i in 0..<20_000 { #expect(ask(book, "hostile-\(i)") == .unpriced(.modelUnknown)) }
        let counts = book.nameCacheCounts
        #expect(counts.used <= NameCache.capacity)
        #expect(counts.evictions == counts.misses - UInt64(counts.used))
    }

    @Test func `a name of 64 KiB or with control characters is rejected`() throws {
        let book = try SmallBook("provider p\np/m: in 1 out 1").book
        #expect(ask(book, String(repeating: "m", count: 65_536)) == .unpriced(.nameRejected))
        #expect(ask(book, "m\u{7}") == .unpriced(.nameRejected))
        #expect(book.nameCacheCounts.refused == 1)
    }

    @Test func `a name in use outlives names that come once`() throws {
        let book = try SmallBook("provider p\np/m: in 1 out 1").book
        for i in 0..<30_000 {
            if i % 20 == 0 { _ = ask(book, "m") }
            _ = ask(book, "once-\(i)")
        }
        let counts = book.nameCacheCounts
        #expect(counts.hits > 1400)
    }
}
