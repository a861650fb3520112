import Testing

@testable import GenAI

/// TRAPS.md A and C: one call in several spans, and spans that are none.
struct CountedTwiceTests {
    @Test func `A1: the SDK's own span inside an instrumentation's is the call`() throws {
        let story = [
            Sketch(
                1, "messages.create", scope: "openinference.instrumentation.anthropic", kind: 1,
                [
                    "openinference.span.kind": "LLM", "llm.model_name": "claude-sonnet-4-5", "llm.token_count.prompt": 50,
                    "llm.token_count.completion": 20,
                    "session.id": "s",
                ]),
            Sketch.anthropic(2, under: 1, at: 5...95, response: "msg_1"),
        ]
        #expect(try interpret(story).calls == [2])
        #expect(try interpret(story.reversed()).calls == [2])
        #expect(try interpret(story)[2]?["gen_ai.conversation.id"] == "s")
        #expect(try interpretApart(story.reversed()).calls == [2])
        #expect(try interpretApart(story).calls.count == 1)
    }

    @Test func `A1: beside it in another trace, joined by the response id`() throws {
        let story = [
            Sketch.anthropic(1, at: 1...99, response: "msg_1"),
            Sketch(
                2, "anthropic.chat", scope: "opentelemetry.instrumentation.anthropic", trace: 2,
                [
                    "gen_ai.operation.name": "chat", "gen_ai.provider.name": "anthropic", "gen_ai.request.model": "claude-sonnet-4-5",
                    "gen_ai.response.id": "msg_1", "gen_ai.usage.input_tokens": 50, "gen_ai.usage.output_tokens": 21,
                ]),
        ]
        #expect(try interpret(story).calls == [1])
        #expect(try interpretApart(story).calls == [1])
        #expect(try interpretApart(story.reversed()).calls == [2])
    }

    @Test func `A1: two failures side by side without an id are one, and share their words`() throws {
        let story = [
            Sketch.anthropic(1, at: 1...99, response: nil, tokens: false, error: ""),
            Sketch(
                2, "anthropic.chat", scope: "opentelemetry.instrumentation.anthropic", trace: 2, error: "prompt is too long",
                [
                    "gen_ai.operation.name": "chat", "gen_ai.provider.name": "anthropic", "gen_ai.request.model": "claude-sonnet-4-5",
                ]),
        ]
        let read = try interpret(story)
        #expect(read.calls == [1])
        #expect(read[1]?["weir.error.class"] == "context_length_exceeded")
        #expect(try interpretApart(story).calls == [1])
    }

    @Test func `A1: calls at the same time in one process stay apart`() throws {
        let scope = "opentelemetry.instrumentation.openai_v2"
        let story = (1...4).map { id in
            Sketch(
                UInt64(id), "chat gpt-4o", scope: scope, trace: UInt64(id),
                [
                    "gen_ai.operation.name": "chat", "gen_ai.system": "openai", "gen_ai.request.model": "gpt-4o",
                    "gen_ai.usage.input_tokens": 10,
                    "gen_ai.usage.output_tokens": 10,
                ])
        }
        #expect(try interpret(story).calls == [1, 2, 3, 4])
        #expect(try interpretApart(story).calls == [1, 2, 3, 4])
    }

    @Test func `A2: an agent that repeats the sums is an agent`() throws {
        let read = try interpret([
            Sketch(
                1, "invoke_agent a", scope: "strands.telemetry.tracer", kind: 1,
                [
                    "gen_ai.operation.name": "invoke_agent", "gen_ai.system": "strands-agents", "gen_ai.request.model": "gpt-4o-mini",
                    "gen_ai.usage.input_tokens": 30, "gen_ai.usage.output_tokens": 9,
                ]),
            Sketch(
                2, under: 1, "chat", scope: "strands.telemetry.tracer", kind: 1, at: 1...50,
                [
                    "gen_ai.operation.name": "chat", "gen_ai.system": "strands-agents", "gen_ai.request.model": "gpt-4o-mini",
                    "gen_ai.usage.prompt_tokens": 30, "gen_ai.usage.input_tokens": 30, "gen_ai.usage.output_tokens": 9,
                ]),
        ])
        #expect(read.calls == [2])
        #expect(read.role(1) == "agent")
        #expect(read[2]?["gen_ai.provider.name"] == "openai")
    }

    @Test func `A2: a wrapper marked as a model, with the sum of its calls, is a duplicate`() throws {
        func model(_ id: UInt64, _ parent: UInt64, _ time: ClosedRange<UInt64>, _ input: Int64, _ output: Int64) -> Sketch {
            var sketch = Sketch(
                id, under: parent, "run", scope: "openinference.instrumentation.instructor", kind: 1, at: time,
                ["openinference.span.kind": "LLM", "llm.model_name": "gpt-4o"])
            sketch.attributes += [("llm.token_count.prompt", .int(input)), ("llm.token_count.completion", .int(output))]
            return sketch
        }
        let read = try interpret([model(1, 0, 0...100, 30, 12), model(2, 1, 1...40, 10, 5), model(3, 1, 41...99, 20, 7)])
        #expect(read.calls == [2, 3])
        #expect(read.role(1) == "duplicate")
    }

    @Test func `A3: sums under aggregated keys are not usage`() throws {
        let read = try interpret([
            Sketch(
                1, "invoke_agent a", scope: "pydantic-ai", kind: 1,
                [
                    "gen_ai.operation.name": "invoke_agent", "gen_ai.aggregated_usage.input_tokens": 10, "model_name": "gpt-4o",
                ])
        ])
        #expect(read.calls == [])
        #expect(read[1]?["gen_ai.usage.input_tokens"] == nil)
    }

    @Test func `A4: usage as JSON on turns and tasks does not make them calls`() throws {
        let read = try interpret([
            Sketch(
                1, "Task: x", scope: "logfire.openai_agents", kind: 1,
                ["usage": #"{"input_tokens":5,"output_tokens":1}"#, "gen_ai.system": "openai"]),
            Sketch(2, under: 1, "Turn {turn} for agent x", scope: "logfire.openai_agents", kind: 1, ["usage": #"{"input_tokens":5}"#]),
            Sketch(
                3, under: 2, "Responses API with {gen_ai.request.model!r}", scope: "logfire.openai_agents", kind: 1,
                [
                    "gen_ai.operation.name": "chat", "gen_ai.request.model": "gpt-4o", "gen_ai.usage.input_tokens": 5,
                    "gen_ai.usage.output_tokens": 1,
                    "usage": #"{"input_tokens":5,"input_tokens_details":{"cached_tokens":2},"output_tokens":1}"#, "gen_ai.system": "openai",
                ]),
        ])
        #expect(read.calls == [3])
        #expect(read.role(1) == "workflow")
        #expect(read[3]?["gen_ai.usage.cache_read.input_tokens"] == 2)
    }

    @Test func `A5: a framework's span and its SDK's span are one call, either alone is one too`() throws {
        let framework = Sketch(
            1, "ChatOpenAI.chat", scope: "opentelemetry.instrumentation.langchain",
            [
                "gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o-mini",
                "gen_ai.usage.input_tokens": 7,
                "gen_ai.usage.output_tokens": 2,
            ])
        let sdk = Sketch(
            2, under: 1, "chat gpt-4o-mini", scope: "opentelemetry.instrumentation.openai_v2", at: 5...95,
            [
                "gen_ai.operation.name": "chat", "gen_ai.system": "openai", "gen_ai.request.model": "gpt-4o-mini",
                "gen_ai.response.id": "r",
                "gen_ai.usage.input_tokens": 7, "gen_ai.usage.output_tokens": 2,
            ])
        #expect(try interpret([framework, sdk]).calls == [2])
        #expect(try interpret([framework]).calls == [1])
        #expect(try interpret([sdk]).calls == [2])
    }

    @Test func `A5: a framework's stream and its client's stream without a link or numbers are one call`() throws {
        func stream(_ id: UInt64, _ scope: String, _ time: ClosedRange<UInt64>) -> Sketch {
            Sketch(
                id, "stream", scope: scope, trace: id, kind: 1, at: time,
                ["openinference.span.kind": "LLM", "llm.model_name": "gpt-4o-mini"])
        }
        let read = try interpret([
            stream(1, "openinference.instrumentation.llama_index", 0...1), stream(2, "openinference.instrumentation.openai", 2...90),
            stream(3, "openinference.instrumentation.openai", 200...290),
        ])
        #expect(read.calls == [2, 3])
        #expect(read.role(1) == "duplicate")
    }

    @Test func `A6: an event of a span that is exported repeats it`() throws {
        let event = Sketchbook.record(
            event: "gen_ai.client.inference.operation.details", scope: "opentelemetry.instrumentation.genai.openai", trace: 1, span: 5,
            sampled: true,
            [
                "gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o",
                "gen_ai.usage.input_tokens": 3,
            ])
        #expect(try Reader().read([event], as: .logs).role(5) == "duplicate")
    }

    @Test func `A7: one number under two keys is one number`() throws {
        let read = try interpret([
            Sketch(
                1, "chat m", scope: "litellm",
                [
                    "gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.usage.prompt_tokens": 4,
                    "gen_ai.usage.input_tokens": 4,
                    "gen_ai.usage.cache_read_input_tokens": 1, "gen_ai.usage.cache_read.input_tokens": 1, "gen_ai.request.model": "gpt-4o",
                ])
        ])
        #expect(read[1]?["gen_ai.usage.input_tokens"] == 4)
        #expect(read[1]?["gen_ai.usage.cache_read.input_tokens"] == 1)
    }

    @Test func `A8: a metric's name as an attribute is a total`() throws {
        let read = try interpret([
            Sketch(
                1, "chat m", scope: "openlit.instrumentation.openai",
                [
                    "gen_ai.operation.name": "chat", "gen_ai.request.model": "gpt-4o", "gen_ai.client.token.usage": 9,
                    "gen_ai.usage.input_tokens": 5,
                    "gen_ai.usage.output_tokens": 4,
                ])
        ])
        #expect(read[1]?["gen_ai.usage.input_tokens"] == 5)
        #expect(read[1]?["gen_ai.usage.output_tokens"] == 4)
    }

    @Test func `A9: a method that only prepares a call and one around it are no calls, though marked as models`() throws {
        let scope = "openinference.instrumentation.llama_index"
        let story = [
            Sketch(1, "OpenAI.complete", scope: scope, kind: 1, ["openinference.span.kind": "LLM", "llm.model_name": "gpt-4o"]),
            Sketch(2, under: 1, "OpenAI._prepare_chat_with_tools", scope: scope, kind: 1, at: 1...2, ["openinference.span.kind": "LLM"]),
            Sketch(
                3, under: 1, "OpenAI.chat", scope: scope, kind: 1, at: 3...90,
                [
                    "openinference.span.kind": "LLM", "llm.model_name": "gpt-4o", "llm.token_count.prompt": 5,
                    "llm.token_count.completion": 1,
                ]),
        ]
        for read in [try interpret(story), try interpret(story.reversed()), try interpretApart(story.reversed())] {
            #expect(read.calls == [3])
            #expect(read.role(1) == "duplicate")
            #expect(read.role(2) == "other")
        }
    }

    @Test func `C1: a stream's request and its closing log span are one call with the log's numbers`() throws {
        let request: KeyValuePairs<String, Datum> = [
            "gen_ai.operation.name": "chat", "gen_ai.request.model": "gpt-4o", "gen_ai.system": "openai", "logfire.span_type": "span",
        ]
        let story = [
            Sketch(1, "Chat Completion with {…}", scope: "logfire.openai", at: 0...2, request),
            Sketch(
                2, "streaming response from {…}", scope: "logfire.openai", trace: 2, kind: 1, at: 50...50,
                [
                    "gen_ai.operation.name": "chat", "gen_ai.request.model": "gpt-4o", "gen_ai.system": "openai",
                    "logfire.span_type": "log", "duration": 0.04,
                    "gen_ai.usage.input_tokens": 5, "gen_ai.usage.output_tokens": 2,
                ]),
        ]
        #expect(try interpret(story).calls == [2])
        #expect(try interpretApart(story).calls == [2])
    }

    @Test func `C2: an unknown operation is none, embeddings are told by their model`() throws {
        let read = try interpret([
            Sketch(
                1, "unknown", scope: "opentelemetry.instrumentation.openai_agents", kind: 1,
                ["gen_ai.operation.name": "unknown", "gen_ai.provider.name": "openai"]),
            Sketch(
                2, "text_completion amazon.titan-embed-text-v2:0", scope: "opentelemetry.instrumentation.botocore.bedrock-runtime",
                [
                    "gen_ai.operation.name": "text_completion", "gen_ai.system": "aws.bedrock",
                    "gen_ai.request.model": "amazon.titan-embed-text-v2:0",
                ]),
            Sketch(3, "chat claude-sonnet-4-5", scope: "openlit.instrumentation.anthropic", error: "RateLimitError: Error code: 429 - {}"),
        ])
        #expect(read.calls == [2, 3])
        #expect(read[2]?["gen_ai.operation.name"] == "embeddings")
        #expect(read[3]?["gen_ai.request.model"] == "claude-sonnet-4-5")
        #expect(read[3]?["gen_ai.provider.name"] == "anthropic")
        #expect(read[3]?["weir.error.class"] == "rate_limited")
    }

    @Test func `C5: repeated attempts are calls of their own, the later says which it repeats`() throws {
        func attempt(_ id: UInt64, _ time: ClosedRange<UInt64>, fails: Bool) -> Sketch {
            Sketch(
                id, under: 9, "chat gpt-4o", scope: "opentelemetry.instrumentation.openai_v2", at: time,
                error: fails ? "Error code: 500" : nil,
                [
                    "gen_ai.operation.name": "chat", "gen_ai.system": "openai", "gen_ai.request.model": "gpt-4o",
                ])
        }
        let story = [attempt(1, 0...10, fails: true), attempt(2, 20...30, fails: true), attempt(3, 40...50, fails: false)]
        let read = try interpret(story)
        #expect(read.calls == [1, 2, 3])
        #expect(read[1]?["weir.retry.of"] == nil)
        #expect(read[2]?["weir.retry.of"] == "0000000000000001")
        #expect(read[3]?["weir.retry.of"] == "0000000000000002")
        #expect(try interpretApart(story)[3]?["weir.retry.of"] == "0000000000000002")
    }

    @Test func `C5: a fallback's failed attempt inside the span of the one that worked is a call of its own`() throws {
        let read = try interpret([
            Sketch(
                1, "chat gpt-4o-mini", scope: "pydantic-ai",
                [
                    "gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o-mini",
                    "gen_ai.usage.input_tokens": 6,
                    "gen_ai.usage.output_tokens": 1, "gen_ai.response.id": "r",
                ]),
            Sketch(
                2, under: 1, "model request attempt gpt-4o", scope: "pydantic-ai", kind: 1, at: 1...5,
                error: "ModelOverloadedError: status_code: 503",
                [
                    "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o", "pydantic_ai.model_request.attempt": 0,
                ]),
        ])
        #expect(read.calls == [1, 2])
        #expect(read[2]?["weir.error.class"] == "overloaded")
    }

    @Test func `a span that is sent again keeps its role`() throws {
        let request = Sketchbook.request([Sketch.anthropic(1, at: 0...9, response: "msg_1")])
        let reader = try Reader()
        #expect(try reader.read([request]).calls == [1])
        #expect(try reader.read([request]).calls == [1])
        #expect(try reader.pass(request) == reader.pass(request))
    }

    @Test func `a second Weir changes nothing`() throws {
        let once = try Reader().pass(Sketchbook.request([Sketch.anthropic(1, at: 0...9, response: "msg_1")]))
        #expect(try Reader().pass(once) == once)
    }
}
