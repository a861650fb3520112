import Testing

@testable import GenAI

struct BuiltinPriceTests {
    @Test func `the built-in table loads with its date and its sources`() throws {
        let book = try PriceBook(PriceTable(PriceBook.builtinLayers(), builtin: 3))
        #expect(book.modelCount > 2000)
        #expect(book.asof == "2026-11-23")
        #expect(book.sources.contains { $0.contains("genai-prices") } && book.sources.contains { $0.contains("litellm") })
    }

    @Test(arguments: [
        ("openai", "gpt-6-sol-mini"), ("gcp.gemini", "gemini-3.8-flash-unheard"), ("anthropic", "claude-fable-5-3"),
        ("openai", "my-gpt-4o-clone"),
        ("openai", "gpt-4o-x"), ("anthropic", "claude-opus-6"), ("openrouter", "google/gemma-3-27b-it"),
    ])
    func `a name like a known one is unknown`(provider: String, model: String) throws {
        let book = try #require(BuiltinBook.book)
        let line = #"{"provider":"\#(provider)","model":"\#(model)","usage":{"input":10,"output":10}}"#
        #expect(CallLine.answer(line, book).contains(#""usd":null"#))
    }

    @Test(arguments: [
        "x_ai", "gcp.gen_ai", "gcp.gemini", "gcp.vertex_ai", "azure.ai.inference", "azure.ai.openai", "aws.bedrock", "mistral_ai",
        "moonshot_ai",
        "openai", "anthropic", "cohere", "deepseek", "groq", "perplexity",
    ])
    func `every provider OpenTelemetry names is known`(spelling: String) throws {
        let book = try #require(BuiltinBook.book)
        #expect(book.find(provider: spelling, model: "no-such-model").reason == .modelUnknown)
    }

    @Test(arguments: [
        ("gemini-4-argon", "2026-11-30T23:59:59Z", "12"), ("gemini-4-argon", "2026-12-01T00:00:00Z", "24"),
        ("gemini-3.8-flash", "2026-12-31T23:59:59Z", "4.5"), ("gemini-3.8-flash", "2027-01-01T00:00:00Z", "9"),
    ])
    func `prices announced for a day begin on it`(model: String, at: String, usd: String) throws {
        let book = try #require(BuiltinBook.book)
        let line = #"{"provider":"gcp.gemini","model":"\#(model)","at":"\#(at)","usage":{"input":1000000,"output":1000000}}"#
        #expect(CallLine.answer(line, book).contains(#""usd":"\#(usd)""#))
    }

    @Test func `names near an unknown one are told`() throws {
        let book = try #require(BuiltinBook.book)
        #expect(book.nearest(to: "gpt-6-soll").contains("openai/gpt-6-sol"))
    }
}
