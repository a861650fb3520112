import Testing

@testable import GenAI

// swift-format-ignore: the table is easier to read in one line a case
/// Calls whose cost was worked out by hand from the providers' rules (`prices.md` 2.2), not taken from the shared vectors.
struct PriceRuleTests {
    /// US dollars, or `-` where there must be no price, and the call.
    private static let cases = #"""
        14.18 {"provider":"openai","model":"gpt-5.4","at":"2026-11-20T12:00:00Z","usage":{"input":272000,"output":900000},"context":{}}
        0.1360275 {"provider":"openai","model":"gpt-5.4","at":"2026-11-20T12:00:00Z","usage":{"input":272001,"output":1,"cache_read":272000},"context":{}}
        1.360155 {"provider":"openai","model":"gpt-6-sol","at":"2026-11-20T12:00:00Z","usage":{"input":272001,"output":10,"cache_write":272001},"context":{}}
        0.80012 {"provider":"x_ai","model":"grok-4.7","at":"2026-11-20T12:00:00Z","usage":{"input":200000,"output":10},"context":{}}
        0.400058 {"provider":"x_ai","model":"grok-4.7","at":"2026-11-20T12:00:00Z","usage":{"input":199999,"output":10},"context":{}}
        0.0505255 {"provider":"anthropic","model":"claude-haiku-5-5","at":"2026-11-20T12:00:00Z","usage":{"input":100001,"output":10,"cache_write":1000,"cache_write_1h":1000},"context":{}}
        0.600153 {"provider":"anthropic","model":"claude-sonnet-4-5","at":"2026-11-20T12:00:00Z","usage":{"input":200001,"output":10},"context":{}}
        0.001125 {"provider":"openai","model":"gpt-5","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{"service_tier":"flex"}}
        0.006 {"provider":"openai","model":"gpt-6-sol","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{"service_tier":"priority"}}
        0.02 {"provider":"openai","model":"gpt-5.5","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{"service_tier":"priority"}}
        0.003 {"provider":"openai","model":"gpt-6-sol","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{"service_tier":"default"}}
        0.0015 {"provider":"openai","model":"gpt-6-sol","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{"processing":"batch"}}
        0.00375 {"provider":"anthropic","model":"claude-opus-5","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{"processing":"batch"}}
        0.015 {"provider":"anthropic","model":"claude-opus-5","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{"speed":"fast"}}
        0.0066 {"provider":"anthropic","model":"claude-opus-5-5","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{"inference_geo":"us"}}
        0.001125 {"provider":"gcp.gemini","model":"gemini-2.5-pro","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{"processing":"batch"}}
        0.031 {"provider":"anthropic","model":"claude-opus-5-5","at":"2026-11-20T12:00:00Z","usage":{"input":5000,"output":0,"cache_write":5000,"cache_write_1h":2000},"context":{}}
        0.03 {"provider":"anthropic","model":"claude-opus-5-5","at":"2026-11-20T12:00:00Z","usage":{"input":5000,"output":0,"cache_write":4000,"cache_write_5m":1000,"cache_write_1h":2000},"context":{}}
        0.03568 {"provider":"openai","model":"gpt-realtime-2","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":500,"input_audio":400,"output_audio":300,"cache_read":200,"cache_read_audio":100},"context":{}}
        0.00125 {"provider":"gcp.gemini","model":"gemini-2.5-flash","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100,"input_audio":1000},"context":{}}
        0.038815 {"provider":"gcp.gemini","model":"gemini-2.5-flash-image","at":"2026-11-20T12:00:00Z","usage":{"input":300,"output":1300,"output_image":1290},"context":{}}
        0.02 {"provider":"openai","model":"text-embedding-3-small","at":"2026-11-20T12:00:00Z","usage":{"input":1000000},"context":{}}
        0.13 {"provider":"openai","model":"text-embedding-3-large","at":"2026-11-20T12:00:00Z","usage":{"input":1000000},"context":{}}
        0.12 {"provider":"cohere","model":"embed-v4.0","at":"2026-11-20T12:00:00Z","usage":{"input":1000000},"context":{}}
        2.5375 {"provider":"anthropic","model":"claude-opus-4-6","at":"2026-03-12T23:59:59Z","usage":{"input":250000,"output":1000},"context":{}}
        1.275 {"provider":"anthropic","model":"claude-opus-4-6","at":"2026-03-14T00:00:00Z","usage":{"input":250000,"output":1000},"context":{}}
        0.0016 {"provider":"openai","model":"gpt-5.6-luna","at":"2026-07-29T23:59:59Z","usage":{"input":1000,"output":100},"context":{}}
        0.00032 {"provider":"openai","model":"gpt-5.6-luna","at":"2026-08-01T00:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.003 {"provider":"gcp.gemini","model":"gemini-4-argon","at":"2026-11-30T23:59:59Z","usage":{"input":1000,"output":100},"context":{}}
        0.006 {"provider":"gcp.gemini","model":"gemini-4-argon","at":"2026-12-01T00:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.00225 {"provider":"gcp.gemini","model":"gemini-3.7-flash","at":"2027-01-01T00:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.00042 {"provider":"deepseek","model":"deepseek-flash","at":"2026-11-20T02:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.00021 {"provider":"deepseek","model":"deepseek-flash","at":"2026-11-20T04:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.00021 {"provider":"deepseek","model":"deepseek-flash","at":"2026-11-21T02:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.00021 {"provider":"deepseek","model":"deepseek-flash","at":"2026-10-02T02:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        - {"provider":"openai","model":"gpt-4o","at":"2026-11-20T12:00:00Z","usage":{"input":10,"output":5,"reasoning":6},"context":{}}
        - {"provider":"openai","model":"gpt-4o","at":"2026-11-20T12:00:00Z","usage":{"input":-1,"output":5},"context":{}}
        0.0066 {"provider":"aws.bedrock","model":"us.anthropic.claude-opus-5-5","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.006 {"provider":"aws.bedrock","model":"global.anthropic.claude-opus-5-5","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.0066 {"provider":"aws.bedrock","model":"arn:aws:bedrock:eu-west-1:123456789012:inference-profile/eu.anthropic.claude-opus-5-5","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.00112 {"provider":"aws.bedrock","model":"us.amazon.nova-pro-v1:0","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        - {"provider":"aws.bedrock","model":"arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/abcdefgh","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.0066 {"provider":"gcp.vertex_ai","model":"projects/p/locations/us-east5/publishers/anthropic/models/claude-opus-5-5","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.00225 {"provider":"gcp.vertex_ai","model":"publishers/google/models/gemini-2.5-pro","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.0045 {"provider":"gcp.vertex_ai","model":"claude-sonnet-4-5@20250929","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{"vertex_location":"global"}}
        0.0044 {"provider":"openai","model":"gpt-5.4","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{"data_residency":"eu"}}
        0.0035 {"provider":"azure.ai.openai","model":"gpt-4o-2024-08-06","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        - {"provider":"azure.ai.openai","model":"my-team-deployment","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.0035 {"provider":"openrouter","model":"openai/gpt-4o","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.006 {"provider":"litellm","model":"anthropic/claude-opus-5-5","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.0035 {"provider":"litellm_proxy","model":"gpt-4o","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.00225 {"provider":"litellm","model":"vertex_ai/gemini-2.5-pro","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.006 {"provider":"vercel","model":"anthropic/claude-opus-5-5","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.0035 {"provider":"portkey","model":"gpt-4o","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.0035 {"provider":"helicone","model":"gpt-4o","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.0035 {"provider":"cloudflare_ai_gateway","model":"openai/gpt-4o","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.0035 {"provider":"","model":"openai/gpt-4o","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.0035 {"provider":"","model":"gpt-4o","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.0035 {"provider":"openai","model":"GPT-4o","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.0035 {"provider":"openai","model":" gpt-4o ","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.0065 {"provider":"openai","model":"gpt-4o-2024-05-13","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.0065 {"provider":"openai","model":"chatgpt-4o-latest","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.00042 {"provider":"openai","model":"ft:gpt-4o-mini-2024-07-18:acme::abc","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.0042 {"provider":"openai","model":"ft:gpt-4.1-2025-04-14:acme:x:abc","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.0075 {"provider":"anthropic","model":"claude-opus-4-5-20251101","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.0045 {"provider":"anthropic","model":"claude-sonnet-4-5@20250929","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.0012 {"provider":"anthropic","model":"claude-3-5-haiku-latest","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.00055 {"provider":"gcp.gemini","model":"models/gemini-2.5-flash","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.000669 {"provider":"groq","model":"llama-3.3-70b-versatile","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0 {"provider":"ollama","model":"llama3.2","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        - {"provider":"openai","model":"llama3.2","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        - {"provider":"openai","model":"gpt-4o-clone","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        - {"provider":"openai","model":"my-gpt-4o","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        - {"provider":"openai","model":"gpt-4oo","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        - {"provider":"anthropic","model":"claude-opus-9","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        - {"provider":"anthropic","model":"claude-fable-5-3","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        - {"provider":"cohere","model":"command-a-plus","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        - {"provider":"anthropic","model":"gpt-4o","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        - {"provider":"acme","model":"gpt-4o","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100},"context":{}}
        0.033 {"provider":"anthropic","model":"claude-sonnet-5","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100,"web_searches":3},"context":{}}
        0.03555 {"provider":"gcp.gemini","model":"gemini-2.5-flash","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100,"web_searches":3},"context":{}}
        0.043125 {"provider":"gcp.gemini","model":"gemini-3.8-flash","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":100,"web_searches":3},"context":{}}
        0.0236 {"provider":"perplexity","model":"sonar-deep-research","at":"2026-11-20T12:00:00Z","usage":{"input":1000,"output":3000,"reasoning":2000,"citation":400,"web_searches":2},"context":{}}
        0.000308333333 {"provider":"groq","model":"whisper-large-v3","at":"2026-11-20T12:00:00Z","usage":{"audio_seconds":3},"context":{}}
        0.006 {"provider":"openai","model":"whisper-1","at":"2026-11-20T12:00:00Z","usage":{"audio_seconds":60},"context":{}}
        """#

    @Test func `what a rule says is what a call costs`() throws {
        let book = try #require(BuiltinBook.book)
        var count = 0
        for line in Self.cases.split(separator: "\n") {
            guard let blank = line.firstIndex(of: " ") else { continue }
            let call = String(line[line.index(after: blank)...])
            let answer = try JSONText.read(Array(CallLine.answer(call, book).utf8))
            #expect(answer["usd"]?.string ?? "-" == String(line[..<blank]), "\(call)")
            count += 1
        }
        #expect(count > 80)
    }
}
