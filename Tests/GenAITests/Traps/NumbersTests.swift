import Testing
import Wire

@testable import GenAI

/// TRAPS.md B: counts that are too few, or do not mean what they seem to.
struct NumbersTests {
    private func call(_ scope: String, _ provider: String, _ counts: KeyValuePairs<String, Datum>) throws -> Written {
        var sketch = Sketch(1, "chat m", scope: scope, ["gen_ai.operation.name": "chat", "gen_ai.request.model": "m"])
        sketch.attributes.append(("gen_ai.provider.name", .text(provider)))
        sketch.attributes += counts.map { ($0.key, $0.value) }
        return try interpret([sketch])[1] ?? [:]
    }

    @Test func `B1: the same keys include cached tokens in one scope and not in another`() throws {
        let counts: KeyValuePairs<String, Datum> = [
            "gen_ai.usage.input_tokens": 200, "gen_ai.usage.output_tokens": 9, "gen_ai.usage.cache_read.input_tokens": 64,
            "gen_ai.usage.cache_creation.input_tokens": 32,
        ]
        #expect(try call("opentelemetry.instrumentation.genai.anthropic", "anthropic", counts)["gen_ai.usage.input_tokens"] == 200)
        #expect(try call("openlit.instrumentation.anthropic", "anthropic", counts)["gen_ai.usage.input_tokens"] == 296)
        #expect(try call("openlit.instrumentation.openai", "openai", counts)["gen_ai.usage.input_tokens"] == 200)
        #expect(try call("opentelemetry.instrumentation.bedrock", "aws.bedrock", counts)["gen_ai.usage.input_tokens"] == 296)
        #expect(
            try call("opentelemetry.instrumentation.botocore.bedrock-runtime", "aws.bedrock", counts)["gen_ai.usage.input_tokens"] == 296)
        #expect(try call("strands.telemetry.tracer", "aws.bedrock", counts)["gen_ai.usage.input_tokens"] == 200)
    }

    @Test func `B1: more cached tokens than input can only have been counted apart`() throws {
        let read = try call("anything", "x", ["gen_ai.usage.input_tokens": 10, "gen_ai.usage.cache_read.input_tokens": 64])
        #expect(read["gen_ai.usage.input_tokens"] == 74)
    }

    @Test func `B1: a total decides, where it was not added up by the instrumentation itself`() throws {
        let counts: KeyValuePairs<String, Datum> = [
            "gen_ai.usage.input_tokens": 100, "gen_ai.usage.output_tokens": 10, "gen_ai.usage.total_tokens": 174,
            "gen_ai.usage.cache_read.input_tokens": 64,
        ]
        #expect(try call("anything", "x", counts)["gen_ai.usage.input_tokens"] == 164)
    }

    @Test func `B2: Langfuse's buckets are disjoint, raw OpenAI usage is not`() throws {
        func usage(_ json: String) throws -> Written {
            let sketch = Sketch(
                1, "gen", scope: "langfuse-sdk", kind: 1,
                [
                    "langfuse.observation.type": "generation", "langfuse.observation.model.name": "gpt-4o",
                    "langfuse.observation.usage_details": .text(json),
                ])
            return try interpret([sketch])[1] ?? [:]
        }
        let buckets = try usage(#"{"input": 70, "output": 20, "total": 164, "input_cache_read": 64, "output_reasoning": 10}"#)
        #expect(buckets["gen_ai.usage.input_tokens"] == 134)
        #expect(buckets["gen_ai.usage.output_tokens"] == 30)
        let raw = try usage(
            #"{"prompt_tokens": 134, "completion_tokens": 30, "total_tokens": 164, "prompt_tokens_details": {"cached_tokens": 64}, "completion_tokens_details": {"reasoning_tokens": 10}}"#
        )
        #expect(raw["gen_ai.usage.input_tokens"] == 134)
        #expect(raw["gen_ai.usage.output_tokens"] == 30)
        #expect(raw["gen_ai.usage.cache_read.input_tokens"] == 64)
        #expect(raw["gen_ai.usage.reasoning.output_tokens"] == 10)
    }

    @Test func `B3: counts inside an answer, and inside the text of a Python dict`() throws {
        let answer = Sketch(
            1, "bedrock.invoke_model", scope: "openinference.instrumentation.bedrock", kind: 1,
            [
                "openinference.span.kind": "LLM", "llm.model_name": "anthropic.claude-3-5-sonnet-20241022-v2:0", "llm.provider": "aws",
                "output.value":
                    #"{"id": "msg_1", "content": [{"text": "a \"usage\": {x"}], "usage": {"input_tokens": 10, "output_tokens": 4, "cache_read_input_tokens": 64}}"#,
            ])
        let read = try interpret([answer])[1]
        #expect(read?["gen_ai.usage.input_tokens"] == 74)
        #expect(read?["gen_ai.usage.cache_read.input_tokens"] == 64)
        let dict: StaticString =
            "{'prompt_tokens': 134, 'details': {'x': None, 'cached_tokens': 4}, 'note': 'it\\'s', 'completion_tokens': 3}"
        let text = UsageText(Text(dict))
        #expect(text.counts.input == 134)
        #expect(text.counts.cacheRead == 4)
        #expect(text.counts.output == 3)
    }

    @Test func `B4: one number has many names`() throws {
        for name in [
            "gen_ai.usage.cache_write.input_tokens", "gen_ai.usage.cache_creation_input_tokens", "gen_ai.usage.cache_write_input_tokens",
        ] {
            var sketch = Sketch(1, "chat m", scope: "x", ["gen_ai.operation.name": "chat", "gen_ai.usage.input_tokens": 50])
            sketch.attributes.append((name, 32))
            #expect(try interpret([sketch])[1]?["gen_ai.usage.cache_creation.input_tokens"] == 32)
            var options = InterpreterOptions()
            options.semconv = .latest
            #expect(try interpret([sketch], options)[1]?["gen_ai.usage.cache_write.input_tokens"] == 32)
        }
    }

    @Test func `B5: what a stream did not tell stays absent`() throws {
        let read = try call("opentelemetry.instrumentation.openai_v2", "openai", ["gen_ai.response.id": "r"])
        #expect(read["gen_ai.usage.input_tokens"] == nil)
        #expect(read["weir.cost.source"] == "unpriced")
    }

    @Test func `B8: a gateway's attributes on a server span of old failures: an answer with tokens is no failure`() throws {
        let read = try interpret([
            Sketch(
                1, "POST /ask", scope: "opentelemetry.instrumentation.fastapi", kind: 2,
                [
                    "litellm.call_id": "c", "gen_ai.operation.name": "chat", "gen_ai.request.model": "gpt-4o",
                    "gen_ai.usage.input_tokens": 3,
                    "gen_ai.usage.output_tokens": 1, "error.type": "RateLimitError", "http.response.status_code": 200,
                ])
        ])
        #expect(read.calls == [1])
        #expect(read[1]?["weir.error.class"] == nil)
    }

    @Test func `B9: a failure's zeros are neither usage nor cost`() throws {
        let sketch = Sketch(
            1, "chat m", scope: "litellm", error: "",
            [
                "gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o-mini",
                "error.type": "Timeout",
                "gen_ai.usage.input_tokens": 0, "gen_ai.usage.output_tokens": 0, "litellm.cost.total": 0.0,
                "litellm.provider.error.code": "408",
            ])
        let read = try interpret([sketch], prices: true)[1]
        #expect(read?["gen_ai.usage.input_tokens"] == nil)
        #expect(read?["weir.original.gen_ai.usage.input_tokens"] == 0)
        #expect(read?["weir.cost.source"] == "unpriced")
        #expect(read?["weir.error.class"] == "timeout")
    }

    @Test func `counts that nobody can have counted are not believed`() throws {
        for odd in [Datum.int(-1), .double(.nan), .double(1.5), .text(""), .text("many"), .int(.max), .list([])] {
            let read = try call("x", "openai", ["gen_ai.usage.input_tokens": 1])
            #expect(read["gen_ai.usage.input_tokens"] == 1)
            var sketch = Sketch(1, "chat m", scope: "x", ["gen_ai.operation.name": "chat"])
            sketch.attributes.append(("gen_ai.usage.output_tokens", odd))
            let other = try interpret([sketch])[1]
            #expect(other?["gen_ai.usage.output_tokens"] == nil)
            #expect(other?["weir.original.gen_ai.usage.output_tokens"] != nil)
        }
    }

    @Test func `costs: computed wins by default, the reported one stays readable`() throws {
        let sketch = Sketch(
            1, "chat gpt-4o-mini", scope: "openlit.instrumentation.openai",
            [
                "gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o-mini",
                "gen_ai.response.model": "gpt-4o-mini-2024-07-18", "gen_ai.usage.input_tokens": 1_000_000, "gen_ai.usage.output_tokens": 0,
                "gen_ai.usage.cost": 9.5,
            ])
        let computed = try interpret([sketch], prices: true)[1]
        #expect(computed?["gen_ai.usage.cost_usd"] == 0.15)
        #expect(computed?["gen_ai.usage.cost"] == 0.15)
        #expect(computed?["weir.original.gen_ai.usage.cost"] == 9.5)
        #expect(computed?["weir.cost.source"] == "computed")
        #expect(computed?["weir.cost.price"] == "openai/gpt-4o-mini")
        var options = InterpreterOptions()
        options.preference = .reported
        let reported = try interpret([sketch], options, prices: true)[1]
        #expect(reported?["gen_ai.usage.cost_usd"] == 9.5)
        #expect(reported?["weir.cost.source"] == "reported")
    }

    @Test func `normalize fill replaces nothing, off writes only what is ours`() throws {
        let sketch = Sketch(
            1, "chat gpt-4o", scope: "x",
            [
                "gen_ai.operation.name": "completion", "gen_ai.system": "openai", "gen_ai.request.model": "gpt-4o",
                "gen_ai.usage.prompt_tokens": 4,
            ])
        var options = InterpreterOptions()
        options.normalization = .fill
        let filled = try interpret([sketch], options)[1]
        #expect(filled?["gen_ai.operation.name"] == "completion")
        #expect(filled?["gen_ai.provider.name"] == "openai")
        #expect(filled?["gen_ai.usage.input_tokens"] == 4)
        options.normalization = .off
        let off = try interpret([sketch], options)[1]
        #expect(off?["gen_ai.provider.name"] == nil)
        #expect(off?["weir.role"] == "call")
    }

    @Test func `B5: no answer takes no tokens: two zeros are nothing that was counted`() throws {
        let sketch = Sketch(
            1, "anthropic.chat", scope: "opentelemetry.instrumentation.anthropic",
            [
                "llm.request.type": "chat", "gen_ai.request.model": "claude-sonnet-4-5", "gen_ai.usage.input_tokens": 0,
                "gen_ai.usage.output_tokens": 0,
            ])
        let read = try interpret([sketch], prices: true)[1]
        #expect(read?["weir.role"] == "call")
        #expect(read?["gen_ai.usage.input_tokens"] == nil)
        #expect(read?["weir.cost.source"] == "unpriced")
    }
}
