import OTLP
import Testing

@testable import GenAI

/// Log records that may repeat a span, and those that tell nothing.
struct RecordTests {
    private func read(_ records: [[UInt8]]) throws -> [Written] {
        let reader = try Reader()
        return try records.map { Outcome.spans(try reader.pass($0, as: .logs), as: .logs).values.first ?? [:] }
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
