import Testing
import Wire

@testable import GenAI

/// What a book remembers of earlier calls must never decide a later one.
struct PriceMemoryTests {
    /// The same call twice: as the memory has it, and worked out anew, which a host too long to be remembered brings about.
    private func answers(_ book: PriceBook, _ usage: BillableUsage, _ context: PriceContext) -> (PricedCall, PricedCall) {
        let remembered = book.price(usage, context)
        let long = Array(repeating: UInt8(ascii: "x"), count: 300)
        let anew = long.withUnsafeBytes { raw in
            var context = context
            context.host = Text(raw)
            return book.price(usage, context)
        }
        return (remembered, anew)
    }

    private static let models: [(provider: StaticString, model: StaticString)] = [
        ("openai", "gpt-6-sol"), ("openai", "gpt-5.4"), ("openai", "gpt-4o-audio-preview"), ("anthropic", "claude-opus-4-6"),
        ("aws.bedrock", "us.anthropic.claude-opus-5-5"), ("gcp.gemini", "gemini-2.5-pro"), ("gcp.gemini", "gemini-4-argon"),
        ("x_ai", "grok-4.7"), ("deepseek", "deepseek-flash"), ("perplexity", "sonar"), ("ollama", "anything"),
    ]
    private static let prompts: [Int64] = [0, 1, 1000, 199_999, 200_000, 200_001, 272_000, 272_001, 1_000_000, 1 << 40]
    private static let tiers: [StaticString] = ["", "", "", "default", "auto", "flex", "priority", "Priority", "fast", "something"]
    private static let words: [StaticString] = ["", "", "", "us", "eu", "fast", "low", "high", "global", "us-east5", "nonsense"]

    @Test func `what is remembered is what would be worked out anew`() throws {
        let book = PriceBook(try PriceTable(try PriceBook.builtinLayers(), builtin: 3))
        var chance = SystemRandomNumberGenerator()
        for round in 0..<20_000 {
            guard let model = Self.models.randomElement(using: &chance), let prompt = Self.prompts.randomElement(using: &chance) else {
                return
            }
            // Around 2026-11-20, within days and within seconds.
            let start = UInt64(1_795_132_800 + Int64.random(in: -1...1) * 86_400 * 120 + Int64.random(in: 0..<86_400)) * 1_000_000_000
            var context = PriceContext(
                provider: Text(model.provider), requestModel: .empty, responseModel: Text(model.model), startNanos: start,
                endNanos: start &+ UInt64.random(in: 0..<7_200) * 1_000_000_000)
            context.servedTier = Text(Self.tiers.randomElement(using: &chance) ?? "")
            context.requestedTier = Text(Self.tiers.randomElement(using: &chance) ?? "")
            context.speed = Text(Self.words.randomElement(using: &chance) ?? "")
            context.region = Text(Self.words.randomElement(using: &chance) ?? "")
            context.residency = Text(Self.words.randomElement(using: &chance) ?? "")
            context.geo = Text(Self.words.randomElement(using: &chance) ?? "")
            context.searchContext = Text(Self.words.randomElement(using: &chance) ?? "")
            context.batch = Int.random(in: 0..<4) == 0
            var usage = BillableUsage(input: prompt, output: 77)
            usage.cacheRead = min(prompt, 13)
            usage.others.webSearches = round % 7 == 0 ? 2 : 0
            let (remembered, anew) = answers(book, usage, context)
            #expect(remembered == anew, "\(model.model) \(prompt) \(String(context.servedTier)) \(start)")
        }
    }

    @Test func `rules that ask for attributes are asked each time`() throws {
        let book = try SmallBook("provider p\np/m: in 1 out 1\n  attr:plan gold: x0.5").book
        let context = PriceContext(provider: Text("p"), requestModel: Text("m"), responseModel: .empty, startNanos: 0, endNanos: 0)
        for plan in ["gold", "tin", "gold", ""] {
            let call = Array(plan.utf8).withUnsafeBytes { raw in book.price(BillableUsage(input: 2, output: 0), context) { _ in Text(raw) }
            }
            guard case .computed(let cost) = call else { return #expect(Bool(false), "no price") }
            #expect(cost.total == (plan == "gold" ? 1_000_000 : 2_000_000))
        }
    }

    @Test func `more sheets than it keeps make it forget, not grow`() throws {
        let lines = (0..<700).map { "p/m\($0): in 1 out 1\n  batch: x0.5" }
        let book = try SmallBook("provider p\n" + lines.joined(separator: "\n")).book
        for round in 0..<2 {
            for i in 0..<700 {
                let call = Array("m\(i)".utf8).withUnsafeBytes { raw in
                    var context = PriceContext(
                        provider: Text("p"), requestModel: Text(raw), responseModel: .empty, startNanos: 0, endNanos: 0)
                    context.batch = round == 1
                    return book.price(BillableUsage(input: 2, output: 0), context)
                }
                guard case .computed(let cost) = call else { return #expect(Bool(false), "no price") }
                #expect(cost.total == (round == 1 ? 1_000_000 : 2_000_000))
            }
        }
        #expect(book.withMemory { $0.sheets.epoch } == 1)
    }

    @Test func `there is a place for every meter`() {
        #expect(Meter.allCases.count == PerMeter<Int>.count)
        #expect(Meter.allCases.map { Int($0.rawValue) } == Array(0..<Meter.allCases.count))
    }
}
