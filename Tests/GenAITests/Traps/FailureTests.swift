import Testing

@testable import GenAI

/// TRAPS.md D: what failed, and why.
struct FailureTests {
    private func read(
        _ scope: String = "opentelemetry.instrumentation.openai_v2", error: String? = "",
        saying attributes: KeyValuePairs<String, Datum> = [:],
        exception: (String, String)? = nil
    ) throws -> Datum? {
        var sketch = Sketch(
            1, "chat m", scope: scope, error: error, ["gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai"],
            exception: exception)
        sketch.attributes += attributes.map { ($0.key, $0.value) }
        return try interpret([sketch])[1]?["weir.error.class"]
    }

    @Test func `D1: rate limit and exhausted quota have one type, the message tells them apart`() throws {
        let limit = "Error code: 429 - {'error': {'message': 'Rate limit reached', 'code': 'rate_limit_exceeded'}}"
        let quota = "Error code: 429 - {'error': {'message': 'You exceeded your current quota', 'code': 'insufficient_quota'}}"
        #expect(try read(error: limit, saying: ["error.type": "RateLimitError"]) == "rate_limited")
        #expect(try read(error: quota, saying: ["error.type": "openai.RateLimitError"]) == "quota_exhausted")
        #expect(
            try read(error: "Error code: 400 - This model's maximum context length is 8192", saying: ["error.type": "BadRequestError"])
                == "context_length_exceeded")
        #expect(
            try read(error: "Error code: 503 - The engine is currently overloaded", saying: ["error.type": "InternalServerError"])
                == "overloaded")
        #expect(try read(error: "", saying: ["error.type": "429"]) == "rate_limited")
        #expect(try read(error: "x", saying: ["error.type": "_OTHER"]) == "other")
        #expect(
            try read(error: "<class 'agent.Client'> failed: Error code: 401 - bad", saying: ["error.type": "ChatClientException"])
                == "authentication")
    }

    @Test func `D2: an exception event, a level or a status message is enough`() throws {
        #expect(try read(exception: ("openai.AuthenticationError", "no")) == "authentication")
        #expect(try read(exception: ("Exception", "InternalServerError('Error code: 500 - oops')")) == "server_error")
        let langfuse = Sketch(
            1, "gen", scope: "langfuse-sdk", kind: 1,
            [
                "langfuse.observation.type": "generation", "langfuse.observation.level": "ERROR",
                "langfuse.observation.status_message": "Error code: 404 - The model does not exist", "langfuse.observation.model.name": "x",
            ])
        #expect(try interpret([langfuse])[1]?["weir.error.class"] == "not_found")
    }

    @Test func `D3: frameworks rename the classes`() throws {
        #expect(try read(exception: ("pydantic_ai.exceptions.ModelQuotaExceededError", "")) == "quota_exhausted")
        #expect(
            try read(saying: ["error.type": "langchain_openai.chat_models.base.OpenAIContextOverflowError"]) == "context_length_exceeded")
    }

    @Test func `D6: an error inside a 200, a code that was made up`() throws {
        #expect(
            try read("com.anthropic.sdk.python", saying: ["http.response.status_code": 200, "error.type": "overloaded_error"])
                == "overloaded")
        #expect(
            try read(
                "litellm",
                saying: [
                    "litellm.provider.error.code": "500", "error.type": "InternalServerError",
                    "error.message": "AnthropicException - overloaded_error",
                ]) == "overloaded")
    }

    @Test func `D7: a failure repeated up the tree is one failed call`() throws {
        let story = [
            Sketch(
                1, "agent", scope: "openinference.instrumentation.langchain", kind: 1, error: "Error code: 500",
                ["openinference.span.kind": "CHAIN"]),
            Sketch(
                2, under: 1, "ChatOpenAI", scope: "openinference.instrumentation.langchain", kind: 1, at: 1...50, error: "Error code: 500",
                [
                    "openinference.span.kind": "LLM", "llm.model_name": "gpt-4o",
                ]),
        ]
        let read = try interpret(story)
        #expect(read.calls == [2])
        #expect(read[1]?["weir.error.class"] == "server_error")
    }

    @Test func `D8: finish reasons in every form, degraded is not failed`() throws {
        for (sent, degraded) in [
            (Datum.list(["max_tokens"]), Datum.text("length")), (.text(#"["content_filter"]"#), "content_filter"),
            (.text("SAFETY"), "content_filter"),
            (.text("FinishReason.MAX_TOKENS"), "length"), (.text("refusal"), "content_filter"),
        ] {
            let sketch = Sketch(1, "chat m", scope: "x", ["gen_ai.operation.name": "chat", "gen_ai.response.finish_reasons": sent])
            let read = try interpret([sketch])[1]
            #expect(read?["weir.degraded"] == degraded)
            #expect(read?["weir.error.class"] == nil)
        }
        #expect(
            try interpret([
                Sketch(1, "chat m", scope: "x", ["gen_ai.operation.name": "chat", "gen_ai.response.finish_reasons": ["end_turn"]])
            ])[1]?["weir.degraded"] == nil)
    }

    @Test func `D9: a scrubbed text says nothing`() throws {
        #expect(
            try read(
                "logfire.openai", error: "[Scrubbed due to 'API key']", exception: ("openai.OpenAIError", "[Scrubbed due to 'API key']"))
                == "other")
    }

    @Test func `a number in a prompt is no status, a status is not overruled by a prompt`() throws {
        #expect(try read(error: "token 429 not allowed in prompt", saying: ["http.response.status_code": 400]) == "invalid_request")
        #expect(try read(error: "you wrote: connection error, timed out", saying: ["http.response.status_code": 400]) == "invalid_request")
        #expect(try read(error: "the text has 429 words") == "other")
    }

    @Test func `every status family has its class`() throws {
        for (status, expected) in [
            (400, "invalid_request"), (401, "authentication"), (402, "quota_exhausted"), (403, "permission"), (404, "not_found"),
            (408, "timeout"),
            (409, "invalid_request"), (422, "invalid_request"), (429, "rate_limited"), (499, "cancelled"), (500, "server_error"),
            (502, "server_error"),
            (503, "overloaded"), (504, "timeout"), (529, "overloaded"),
        ] {
            #expect(try read(saying: ["http.response.status_code": .int(Int64(status))]) == .text(expected))
        }
    }

    @Test func `timeouts, connections and cancellations are told apart`() throws {
        for (type, message, expected) in [
            ("APITimeoutError", "Request timed out.", "timeout"), ("openai.APIConnectionError", "Connection error.", "connection"),
            ("httpx.RemoteProtocolError", "peer closed connection without sending complete message body", "connection"),
            ("asyncio.exceptions.CancelledError", "", "cancelled"),
            ("botocore.exceptions.ReadTimeoutError", "Read timeout on endpoint URL", "timeout"),
            ("ThrottlingException", "An error occurred (ThrottlingException)", "rate_limited"),
        ] {
            #expect(try read(error: message, saying: ["error.type": .text(type)]) == .text(expected))
        }
    }

    @Test func `whatever fails in a tool is a tool error`() throws {
        let tool = Sketch(
            1, "execute_tool f", scope: "x", kind: 1, error: "Error code: 429",
            ["gen_ai.operation.name": "execute_tool", "gen_ai.tool.name": "f"])
        #expect(try interpret([tool])[1]?["weir.error.class"] == "tool_error")
    }

    @Test func `an unset status is no failure`() throws {
        #expect(try read(error: nil) == nil)
    }

    @Test func `D5: what was raised in a call without an answer failed it, whatever its status says`() throws {
        var raised = Sketch(
            1, "ChatOpenAI", scope: "langsmith", kind: 1,
            ["langsmith.span.kind": "llm", "gen_ai.request.model": "gpt-4o", "gen_ai.system": "openai"],
            exception: ("Exception", "APITimeoutError('Request timed out.')"))
        raised.status = 1
        #expect(try interpret([raised])[1]?["weir.error.class"] == "timeout")
        raised.attributes.append(("gen_ai.usage.output_tokens", 5))
        #expect(try interpret([raised])[1]?["weir.error.class"] == nil)
    }

    @Test func `D1: a status in whatever form a client prints it`() throws {
        for (message, expected) in [
            ("API error occurred: Status 403. Body: {}", "permission"), ("429 Too Many Requests", "rate_limited"),
            ("Request failed with status code 401", "authentication"), ("HTTP 404 (not here)", "not_found"),
            ("Client error '402 Payment Required' for url 'http://x'", "quota_exhausted"),
            ("Response status code does not indicate success: 429 (Too Many Requests).", "rate_limited"),
            ("TransferEncodingError: 400, message='Not enough data'", "connection"),
        ] {
            #expect(try read(error: message) == .text(expected), "\(message)")
        }
    }
}
