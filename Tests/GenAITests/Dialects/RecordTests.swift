import OTLP
import Testing

@testable import GenAI

/// Log records that are all there is of a call.
struct RecordTests {
    private func read(_ records: [[UInt8]]) throws -> [Written] {
        let reader = try Reader()
        return try records.map { Outcome.spans(try reader.pass($0, as: .logs), as: .logs).values.first ?? [:] }
    }

    @Test func `Claude Code's requests are calls with the price it reports`() throws {
        let request = Sketchbook.record(
            event: "", scope: "com.anthropic.claude_code.events", body: "claude_code.api_request",
            [
                "event.name": "api_request", "model": "claude-sonnet-4-5", "input_tokens": "10", "output_tokens": "5",
                "cache_read_tokens": "100",
                "cache_creation_tokens": "20", "cost_usd": "0.25", "duration_ms": "800", "session.id": "cc-1",
            ])
        let failure = Sketchbook.record(
            event: "claude_code.api_error", scope: "com.anthropic.claude_code.events",
            [
                "model": "claude-sonnet-4-5", "error": "Overloaded", "status_code": "529", "attempt": 3,
            ])
        let read = try read([request, failure])
        #expect(read[0]["weir.role"] == "call")
        #expect(read[0]["gen_ai.usage.input_tokens"] == 130)
        #expect(read[0]["gen_ai.usage.cost_usd"] == 0.25)
        #expect(read[0]["gen_ai.conversation.id"] == "cc-1")
        #expect(read[0]["gen_ai.provider.name"] == "anthropic")
        #expect(read[1]["weir.role"] == "call")
        #expect(read[1]["weir.error.class"] == "overloaded")
    }

    @Test func `Codex: the event that completes a response is the call`() throws {
        let done = Sketchbook.record(
            event: "codex.sse_event", scope: "codex_otel",
            [
                "event.kind": "response.completed", "conversation.id": "k", "model": "gpt-5-codex", "input_token_count": 100,
                "cached_token_count": 60,
                "output_token_count": 20, "reasoning_token_count": 8,
            ])
        let delta = Sketchbook.record(event: "codex.sse_event", scope: "codex_otel", ["event.kind": "response.output_item.done"])
        let read = try read([done, delta])
        #expect(read[0]["weir.role"] == "call")
        #expect(read[0]["gen_ai.usage.input_tokens"] == 100)
        #expect(read[0]["gen_ai.usage.output_tokens"] == 20)
        #expect(read[0]["gen_ai.usage.cache_read.input_tokens"] == 60)
        #expect(read[0]["gen_ai.conversation.id"] == "k")
        #expect(read[1]["weir.role"] == nil)
    }

    @Test func `Gemini CLI counts thoughts beside the answer`() throws {
        let read = try read([
            Sketchbook.record(
                event: "gemini_cli.api_response", scope: "gemini-cli",
                [
                    "model": "gemini-2.5-pro", "input_token_count": 10, "output_token_count": 5, "thoughts_token_count": 7,
                    "cached_content_token_count": 2,
                    "total_token_count": 22, "duration_ms": 900, "session.id": "g",
                ])
        ])
        #expect(read[0]["weir.role"] == "call")
        #expect(read[0]["gen_ai.usage.output_tokens"] == 12)
        #expect(read[0]["gen_ai.provider.name"] == "gcp.gemini")
    }

    @Test func `an event without its span is the call, with it a duplicate`() throws {
        let attributes: KeyValuePairs<String, Datum> = [
            "gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o",
            "gen_ai.usage.input_tokens": 3,
            "gen_ai.usage.output_tokens": 2,
        ]
        let event = "gen_ai.client.inference.operation.details"
        let scope = "opentelemetry.instrumentation.genai.openai"
        let unsampled = Sketchbook.record(event: event, scope: scope, trace: 1, span: 7, attributes)
        let sampled = Sketchbook.record(event: event, scope: scope, trace: 1, span: 7, sampled: true, attributes)
        #expect(try read([unsampled])[0]["weir.role"] == "call")
        #expect(try read([sampled])[0]["weir.role"] == "duplicate")
        let reader = try Reader()
        _ = try reader.read([Sketchbook.request([Sketch(7, "chat gpt-4o", scope: scope, attributes)])])
        let after = try reader.pass(unsampled, as: .logs)
        #expect(Outcome.spans(after, as: .logs).values.first?["weir.role"] == "duplicate")
    }

    @Test func `messages and other records pass byte for byte`() throws {
        let record = Sketchbook.record(
            event: "gen_ai.user.message", scope: "opentelemetry.instrumentation.openai_v2", ["gen_ai.system": "openai"])
        #expect(try Reader().pass(record, as: .logs) == record)
    }
}
