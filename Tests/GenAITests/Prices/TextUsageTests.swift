import Testing
import Wire

@testable import GenAI

/// The short way to a price gives what the long one gives, or nothing.
struct TextUsageTests {
    private static let book = try? SmallBook(
        """
        provider p
        p/plain: in 2 cr 0.5 cw 2.5 out 10 think 12
        p/bare: in 2 out 10
        p/long: in 1 out 1
          over 1000: in 2 out 2
        p/thirds: in 0.333333333 out 1
        p/least: in 1 out 2
          atleast 50: in 4 out 4
        p/fee: in 1 out 1 req 5/k
        p/free: free
        p/input: in 1
        """
    ).book

    private static let models = ["plain", "bare", "long", "thirds", "least", "fee", "free", "input", "unknown", ""]
    private static let counts: [Int64] = [0, 1, 7, 49, 50, 999, 1000, 1001, 123_456, 1 << 40, 1 << 51, 1 << 53, -1]

    @Test func `every usage of every kind of model costs the same either way`() throws {
        let book = try #require(Self.book)
        var generator = SplitMix(state: 3)
        var short = 0
        for _ in 0..<20_000 {
            let model = Self.models.randomElement(using: &generator) ?? ""
            func count() -> Int64 { Self.counts.randomElement(using: &generator) ?? 0 }
            var usage = Usage()
            (usage.input, usage.output) = (count(), count())
            if Bool.random(using: &generator) { usage.cacheRead = count() }
            if Bool.random(using: &generator) { usage.cacheWrite = count() }
            if Bool.random(using: &generator) { usage.reasoning = count() }
            guard let cost = cost(usage, model, book) else { continue }
            short += 1
            #expect(.computed(cost) == ask(model) { book.price(BillableUsage(usage), $0) }, "\(model) \(usage)")
        }
        #expect(short > 300)
    }

    private func cost(_ usage: Usage, _ model: String, _ book: PriceBook) -> PricedCall.Cost? {
        guard let text = TextUsage(usage) else { return nil }
        return ask(model) { context in
            var context = context
            context.name = PriceName(
                NameParts(provider: context.provider, response: context.responseModel, request: context.requestModel, host: context.host))
            return book.withMemory { memory in
                // The first question makes the name known.
                _ = book.price(BillableUsage(usage), context, &memory, attribute: { _ in .empty })
                return book.cost(text, context.name, (context.startNanos, context.endNanos), &memory)
            }
        }
    }

    private func ask<Answer>(_ model: String, _ body: (PriceContext) -> Answer) -> Answer {
        var name = model
        return name.withUTF8 { bytes in
            body(
                PriceContext(
                    provider: Text("p"), requestModel: Text(UnsafeRawBufferPointer(bytes)), responseModel: .empty,
                    startNanos: 1_790_000_000_000_000_000, endNanos: 0))
        }
    }

    @Test func `what is no text, or has no total, is left to the long way`() {
        var usage = Usage()
        usage.input = 5
        #expect(TextUsage(usage) == nil)
        usage.output = 5
        #expect(TextUsage(usage) != nil)
        usage.parts.inputAudio = 1
        #expect(TextUsage(usage) == nil)
        usage.parts.inputAudio = 0
        usage.cacheWrite1h = 1
        #expect(TextUsage(usage) == nil)
    }
}
