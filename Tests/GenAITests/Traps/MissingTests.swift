import Testing

@testable import GenAI

/// TRAPS.md: what telemetry leaves out. Weir says what is there and makes nothing up.
struct MissingTests {
    private let instrumented = "opentelemetry.instrumentation.anthropic"
    private let native = "com.anthropic.sdk.python"

    private func chat(_ id: UInt64, under parent: UInt64 = 0, scope: String, at time: ClosedRange<UInt64> = 0...100, output: Int64? = nil)
        -> Sketch
    {
        var sketch = Sketch(
            id, under: parent, "chat claude-sonnet-4-5", scope: scope, at: time,
            [
                "gen_ai.operation.name": "chat", "gen_ai.provider.name": "anthropic", "gen_ai.request.model": "claude-sonnet-4-5",
                "gen_ai.usage.input_tokens": 120,
            ])
        if let output { sketch.attributes.append(("gen_ai.usage.output_tokens", .int(output))) }
        return sketch
    }

    @Test func `B6: a stream counted from one beside the SDK's own count is one call with the SDK's count`() throws {
        let read = try interpret([
            chat(1, scope: instrumented, at: 0...100, output: 36), chat(2, scope: native, at: 1...99, output: 35),
        ])
        #expect(read.calls == [2])
        #expect(read[2]?["gen_ai.usage.output_tokens"] == 35)
        #expect(read.role(1) == "duplicate")
    }

    @Test func `B7: one span around several calls is one call with what it says, not a guess`() throws {
        let sketch = Sketch(
            1, "generate_content gemini-2.5-flash", scope: "opentelemetry.instrumentation.google_genai",
            [
                "gen_ai.operation.name": "generate_content", "gen_ai.system": "gemini", "gen_ai.request.model": "gemini-2.5-flash",
                "gen_ai.usage.input_tokens": 88, "gen_ai.usage.output_tokens": 12, "gen_ai.response.id": "last-of-two",
            ])
        let read = try interpret([sketch])
        #expect(read.calls == [1])
        #expect(read[1]?["gen_ai.usage.input_tokens"] == 88)
        #expect(read[1]?["gen_ai.usage.output_tokens"] == 12)
    }

    @Test func `B10: two wrong counts are not made to cancel out`() throws {
        let first = chat(1, scope: "openlit.instrumentation.anthropic", at: 0...10, output: 18)
        var second = chat(2, scope: "openlit.instrumentation.anthropic", at: 20...30, output: 52)
        second.attributes.append(("gen_ai.usage.total_tokens", 999))
        let read = try interpret([first, second])
        #expect(read[1]?["gen_ai.usage.output_tokens"] == 18)
        #expect(read[2]?["gen_ai.usage.output_tokens"] == 52)
        #expect(read[2]?["gen_ai.usage.input_tokens"] == 120)
    }

    @Test func `B11: a broken stream keeps the input it was billed for, and its output of one`() throws {
        var broken = chat(1, scope: native, output: 1)
        broken.status = 2
        broken.message = "peer closed connection without sending complete message body"
        let read = try interpret([broken], prices: true)
        #expect(read.calls == [1])
        #expect(read[1]?["gen_ai.usage.input_tokens"] == 120)
        #expect(read[1]?["gen_ai.usage.output_tokens"] == 1)
        #expect(read[1]?["weir.cost.source"] == "computed")
        #expect(read[1]?["weir.error.class"] == "connection")
    }

    @Test func `B11: an abandoned stream without any counts has no cost and no zeros`() throws {
        let sketch = Sketch(
            1, "chat gpt-4o", scope: "opentelemetry.instrumentation.openai_v2",
            ["gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o"])
        let read = try interpret([sketch], prices: true)[1]
        #expect(read?["gen_ai.usage.output_tokens"] == nil)
        #expect(read?["gen_ai.usage.cost_usd"] == nil)
        #expect(read?["weir.cost.source"] == "unpriced")
        #expect(read?["weir.cost.detail"] == "no_usage")
    }

    @Test func `C6: where only the HTTP span of a call arrives, no call is made up`() throws {
        let http = Sketch(
            1, "POST", scope: "opentelemetry.instrumentation.httpx",
            ["http.request.method": "POST", "url.full": "https://api.openai.com/v1/chat/completions", "http.response.status_code": 200])
        #expect(try interpret([http])[1]?["weir.role"] == nil)
    }

    @Test func `C6: of an in-stream error that one instrumentation missed the SDK's own span is the call`() throws {
        var failed = chat(7, scope: native)
        failed.status = 2
        failed.attributes.append(("error.type", "overloaded_error"))
        let read = try interpret([failed])
        #expect(read.calls == [7])
        #expect(read[7]?["weir.error.class"] == "overloaded")
    }

    @Test func `C7: a call whose parent never arrives is a call`() throws {
        let orphan = Sketch(
            2, under: 99, "generation", scope: "langfuse-sdk", kind: 1,
            [
                "langfuse.observation.type": "generation", "langfuse.observation.model.name": "gpt-4o",
                "langfuse.observation.usage_details": #"{"prompt_tokens": 5, "completion_tokens": 2}"#,
            ])
        let read = try interpret([orphan])
        #expect(read.calls == [2])
        #expect(read[2]?["gen_ai.usage.input_tokens"] == 5)
    }

    @Test func `C8: under an entry span with a remote parent calls and conversations are found as under any other`() throws {
        let story = [
            Sketch(
                1, under: 4242, "POST /ask", scope: "opentelemetry.instrumentation.fastapi", kind: 2,
                ["http.route": "/ask", "gen_ai.conversation.id": "c-1"]),
            chat(2, under: 1, scope: native, at: 10...90, output: 5),
        ]
        let read = try interpret(story)
        #expect(read.calls == [2])
        #expect(read[2]?["gen_ai.conversation.id"] == "c-1")
    }

    @Test func `D4: the model of a failed call is found in its input, or in its parameters`() throws {
        for (key, value) in [
            ("llm.invocation_parameters", #"{"model": "gpt-4o-mini", "temperature": 0}"#),
            ("input.value", #"{"messages": [{"role": "user", "content": "model"}], "model": "gpt-4o-mini"}"#),
        ] {
            var sketch = Sketch(
                1, "ChatCompletion", scope: "openinference.instrumentation.openai", kind: 1, error: "Error code: 401",
                ["openinference.span.kind": "LLM", "llm.provider": "openai", "input.mime_type": "application/json"])
            sketch.attributes.append((key, .text(value)))
            let read = try interpret([sketch])[1]
            #expect(read?["gen_ai.request.model"] == "gpt-4o-mini")
            #expect(read?["gen_ai.response.model"] == nil)
        }
    }

    @Test func `E2: where no span names a conversation none is written`() throws {
        let story = [
            Sketch(
                1, "agent", scope: "opentelemetry.instrumentation.openai_agents", kind: 1, ["gen_ai.operation.name": "invoke_agent"]),
            chat(2, under: 1, scope: instrumented, at: 1...50, output: 3),
        ]
        let read = try interpret(story)
        for span in read.values {
            #expect(span["gen_ai.conversation.id"] == nil)
            #expect(span["weir.conversation.source"] == nil)
        }
    }

    @Test func `B12: agents, workflows and tools without the client's calls make up none`() throws {
        let scope = "opentelemetry.instrumentation.genai.openai_agents"
        let story = [
            Sketch(1, "invoke_workflow w", scope: scope, kind: 1, ["gen_ai.operation.name": "invoke_workflow"]),
            Sketch(
                2, under: 1, "invoke_agent a", scope: scope, kind: 1,
                ["gen_ai.operation.name": "invoke_agent", "gen_ai.request.model": "gpt-4o", "gen_ai.provider.name": "openai"]),
            Sketch(
                3, under: 2, "execute_tool t", scope: scope, kind: 1, ["gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": "t"]),
        ]
        let read = try interpret(story)
        #expect(read.calls.isEmpty)
        #expect([1, 2, 3].map { read.role($0) } == ["workflow", "agent", "tool"])
    }
}
