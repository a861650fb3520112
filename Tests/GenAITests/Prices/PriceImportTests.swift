import Testing

@testable import GenAI

struct PriceImportTests {
    private func lines(_ json: String, _ change: (inout PriceImport.Options) -> Void = { _ in }) throws -> [String] {
        var options = PriceImport.Options()
        change(&options)
        let result = PriceImport.read(try JSONText.read(Array(json.utf8)), name: "x", options: options)
        return result.file.records.map { PriceWriter.write($0) }
    }

    @Test func `genai-prices' tiers, dates and variants become rules`() throws {
        let json = """
            [{"id":"p","models":[{"id":"m","match":{"or":[{"equals":"m"},{"equals":"m-x"},{"starts_with":"m-y-"},{"regex":"^m-\\\\d$"}]},
            "prices":[{"prices":{"input_mtok":{"base":5,"tiers":[{"start":200000,"price":10}]},"output_mtok":25,"web_searches_kcount":10}},
            {"constraint":{"start_date":"2026-03-13"},"prices":{"input_mtok":4,"output_mtok":20}}],
            "price_variants":[{"when":{"processing":"batch"},"prices":{"input_mtok":2,"output_mtok":10},"constraint":{"start_date":"2026-10-14"}},
            {"when":{"service_tier":"priority"},"prices":{"input_mtok":9,"output_mtok":20}}]}]}]
            """
        #expect(
            try lines(json) == [
                """
                p/m aka m-x m-y: in 5 out 25 search 10/k
                  over 200000: in 10
                  from 2026-03-13: = in 4 out 20
                  tier priority: in 9 out 20
                  batch: x0.5
                """
            ])
        #expect(try lines(json) { $0.keepsEntryDates = true }[0].contains("batch from 2026-10-14: in 2 out 10"))
    }

    @Test func `LiteLLM's fields become rules`() throws {
        let json = """
            {"sample_spec":{"litellm_provider":"x","input_cost_per_token":1},
            "xai/g":{"litellm_provider":"xai","input_cost_per_token":2e-06,"output_cost_per_token":6e-06,"input_cost_per_token_above_200k_tokens":4e-06,
            "input_cost_per_token_batches":1e-06,"output_cost_per_token_batches":3e-06,"input_cost_per_token_above_200k_tokens_batches":2e-06},
            "gemini/f":{"litellm_provider":"gemini","input_cost_per_token":3e-07,"search_context_cost_per_query":
            {"search_context_size_low":0.035,"search_context_size_medium":0.035,"search_context_size_high":0.035}},
            "dashscope/q":{"litellm_provider":"dashscope","tiered_pricing":[{"input_cost_per_token":1.2e-06,"range":[0,32000.0]},
            {"input_cost_per_token":2.4e-06,"range":[32000.0,128000.0]}]},
            "openai/u":{"litellm_provider":"openai","input_cost_per_token":1.6000000000000001e-06,"regional_processing_uplift_multiplier_eu":1.1},
            "none":{"litellm_provider":"openai","mode":"chat"},
            "zero":{"litellm_provider":"openai","input_cost_per_token":0,"output_cost_per_token":0.0}}
            """
        #expect(
            try lines(json) == [
                "x-ai/g: in 2 out 6\n  over 199999: in 4\n  batch: x0.5", "google/f: in 0.3 grounded 35/k",
                "alibaba/q: in 1.2\n  over 32000: in 2.4", "openai/u: in 1.6\n  residency eu: x1.1",
            ])
    }

    @Test(arguments: ["{", "[1,]", "{\"a\"}", "nul", "1 2", "\"\u{1}\"", "{\"a\":01e}", String(repeating: "[", count: 100), "\"\\u12\""])
    func `what is no JSON is refused with a place`(text: String) {
        #expect(throws: JSONMistake.self) { try JSONText.read(Array(text.utf8)) }
    }

    @Test func `JSON numbers stay as written`() throws {
        let json = try JSONText.read(Array(#"{"a":1.50e-07,"b":[true,null,"\u00e9\ud83d\ude00"]}"#.utf8))
        #expect(json["a"] == .number("1.50e-07"))
        #expect(json["b"]?.elements == [.bool(true), .null, .string("é😀")])
    }
}
