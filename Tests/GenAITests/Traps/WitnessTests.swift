import Testing

@testable import GenAI

/// TRAPS.md A again: witnesses of one call that no id and no link joins.
struct WitnessTests {
    @Test func `A1: an instrumentation's part of the numbers around the SDK's own span is no second call`() throws {
        let story = [
            Sketch(
                1, "anthropic.messages.create", scope: "anthropic",
                [
                    "instrumentation.name": "agentops", "gen_ai.request.type": "chat", "gen_ai.request.model": "claude-sonnet-4-5",
                    "gen_ai.usage.prompt_tokens": 12, "gen_ai.usage.completion_tokens": 1,
                ]),
            Sketch.anthropic(2, under: 1, at: 5...95, response: "msg_1"),
        ]
        for story in [story, story.reversed()] {
            #expect(try interpret(story).calls == [2])
            #expect(try interpretApart(story).calls.count == 1)
        }
    }

    @Test func `A5: a gateway's made up response id does not make its copy of a call another one`() throws {
        let numbers: [(String, Datum)] = [("gen_ai.usage.input_tokens", 50), ("gen_ai.usage.output_tokens", 20)]
        var gateway = Sketch(
            1, "handler", scope: "app", kind: 2,
            [
                "litellm.call_id": "c", "gen_ai.operation.name": "chat", "gen_ai.request.model": "claude-sonnet-4-5",
                "gen_ai.response.id": "chatcmpl-1",
            ])
        gateway.attributes += numbers
        #expect(try interpret([gateway, Sketch.anthropic(2, under: 1, at: 5...95, response: "msg_1")]).calls == [2])
    }

    @Test func `A5: a client's call without numbers beside the SDK's own span is one call`() throws {
        let story = [
            Sketch(
                1, "mistralai.embeddings", scope: "opentelemetry.instrumentation.mistralai",
                ["llm.request.type": "embedding", "gen_ai.request.model": "mistral-embed", "gen_ai.system": "MistralAI"]),
            Sketch(
                2, "embeddings_v1_embeddings_post", scope: "mistralai_sdk_tracer", kind: 1, at: 5...95,
                ["gen_ai.request.model": "mistral-embed", "gen_ai.usage.prompt_tokens": 7]),
        ]
        let read = try interpret(story)
        #expect(read.calls == [2])
        #expect(read[2]?["gen_ai.operation.name"] == "embeddings")
    }

    @Test func `A1: beside the SDK's own span, a witness that leaves cached tokens out`() throws {
        var native = Sketch.anthropic(3, under: 1, at: 5...95, response: "msg_1", tokens: false)
        native.attributes += [
            ("gen_ai.usage.input_tokens", 90), ("gen_ai.usage.output_tokens", 20), ("gen_ai.usage.cache_read.input_tokens", 40),
        ]
        let story = [
            Sketch(1, "agent", scope: "strands.telemetry.tracer", kind: 1, ["gen_ai.operation.name": "invoke_agent"]),
            Sketch(
                2, under: 1, "chat", scope: "strands.telemetry.tracer", kind: 1,
                [
                    "gen_ai.operation.name": "chat", "gen_ai.request.model": "claude-sonnet-4-5", "gen_ai.usage.input_tokens": 50,
                    "gen_ai.usage.output_tokens": 20,
                ]),
            native,
        ]
        #expect(try interpret(story).calls == [3])
        #expect(try interpretApart(story).calls.count == 1)
        #expect(try interpretApart(story.reversed()).calls == [3])
    }

    @Test func `A1: the SDK's own span beside the agent, where the framework does not enter its spans`() throws {
        let numbers: KeyValuePairs<String, Datum> = [
            "gen_ai.operation.name": "chat", "gen_ai.request.model": "claude-sonnet-4-5", "gen_ai.usage.input_tokens": 50,
            "gen_ai.usage.output_tokens": 20,
        ]
        let scope = "strands.telemetry.tracer"
        let story = [
            Sketch(1, "handler", scope: "app", kind: 2),
            Sketch(2, under: 1, "invoke_agent", scope: scope, kind: 1, ["gen_ai.operation.name": "invoke_agent"]),
            Sketch(3, under: 2, "execute_event_loop_cycle", scope: scope, kind: 1),
            Sketch(4, under: 3, "chat", scope: scope, kind: 1, numbers),
            Sketch.anthropic(5, under: 1, at: 5...95, response: "msg_1"),
        ]
        #expect(try interpret(story).calls == [5])
        #expect(try interpretApart(story).calls.count == 1)
        #expect(try interpretApart(story.reversed()).calls == [5])
    }

    @Test func `A5: two instrumentations of one SDK side by side under one scope are told by their standing`() throws {
        let numbers = #"{"prompt_tokens": 50, "completion_tokens": 20, "total_tokens": 70}"#
        let story = ["ChatOpenAI", "OpenAI-generation", "OpenAI-generation"].enumerated().map { n, name in
            Sketch(
                UInt64(n + 1), under: 9, name, scope: "langfuse-sdk", kind: 1, at: UInt64(n)...UInt64(100 - n),
                [
                    "langfuse.observation.type": "generation", "langfuse.observation.model.name": "gpt-4o",
                    "langfuse.observation.usage_details": .text(numbers),
                ])
        }
        #expect(try interpret(Array(story.prefix(2))).calls == [2])
        #expect(try interpret(story).calls == [2, 3])
    }
}
