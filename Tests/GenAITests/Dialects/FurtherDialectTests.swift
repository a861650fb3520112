import Testing

@testable import GenAI

/// More small stories of dialects without a capture: gateways, command-line agents, and instrumentations nobody knows yet.
struct FurtherDialectTests {
    @Test func `Google ADK's older schema: call_llm repeats generate_content, and stands alone where there is none`() throws {
        let read = try interpret([
            Sketch(
                1, "call_llm", scope: "gcp.vertex.agent", kind: 1,
                [
                    "gen_ai.system": "gcp.vertex.agent", "gen_ai.request.model": "gemini-2.5-flash", "gen_ai.usage.input_tokens": 9,
                    "gen_ai.usage.output_tokens": 4, "gcp.vertex.agent.session_id": "a-1",
                ]),
            Sketch(
                2, under: 1, "generate_content gemini-2.5-flash", scope: "gcp.vertex.agent", kind: 1, at: 5...90,
                [
                    "gen_ai.operation.name": "generate_content", "gen_ai.request.model": "gemini-2.5-flash", "gen_ai.usage.input_tokens": 9,
                    "gen_ai.usage.output_tokens": 4,
                ]),
            Sketch(
                3, "call_llm", scope: "gcp.vertex.agent", trace: 2, kind: 1,
                [
                    "gen_ai.system": "gcp.vertex.agent", "gen_ai.request.model": "gemini-2.5-flash", "gen_ai.usage.input_tokens": 9,
                ]),
        ])
        #expect(read.calls == [2, 3])
        #expect(read.role(1) == "duplicate")
        #expect(read[3]?["gen_ai.provider.name"] == "gcp.gemini")
        #expect(read[2]?["gen_ai.conversation.id"] == "a-1")
    }

    @Test func `LiteLLM 1: attributes on the caller's span, raw requests beside them`() throws {
        let read = try interpret([
            Sketch(
                1, "POST /ask", scope: "opentelemetry.instrumentation.fastapi", kind: 2,
                [
                    "http.response.status_code": 200, "gen_ai.request.model": "gpt-4o-mini", "llm.request.type": "acompletion",
                    "gen_ai.system": "openai",
                    "gen_ai.framework": "litellm", "gen_ai.operation.name": "acompletion", "hidden_params": "{}",
                    "gen_ai.response.id": "chatcmpl-2",
                    "gen_ai.response.model": "gpt-4o-mini-2024-07-18", "gen_ai.usage.input_tokens": 20, "gen_ai.usage.output_tokens": 6,
                    "error.type": "RateLimitError", "gen_ai.cost.total_cost": 0.75,
                ]),
            Sketch(
                2, under: 1, "raw_gen_ai_request", scope: "litellm", kind: 1, at: 5...40,
                [
                    "llm.openai.id": "chatcmpl-1", "llm.openai.model": "gpt-4o-mini-2024-07-18",
                    "llm.openai.usage":
                        "{'prompt_tokens': 10, 'completion_tokens': 3, 'total_tokens': 13, 'prompt_tokens_details': {'cached_tokens': 4, 'audio_tokens': None}}",
                ]),
            Sketch(
                3, under: 1, "raw_gen_ai_request", scope: "litellm", kind: 1, at: 50...80,
                [
                    "llm.openai.id": "chatcmpl-2", "llm.openai.usage": "{'prompt_tokens': 20, 'completion_tokens': 6}",
                ]),
        ])
        #expect(read.calls == [1, 2])
        #expect(read.role(3) == "duplicate")
        #expect(read[2]?["gen_ai.usage.input_tokens"] == 10)
        #expect(read[2]?["gen_ai.usage.cache_read.input_tokens"] == 4)
        #expect(read[1]?["gen_ai.operation.name"] == "chat")
    }

    @Test func `LlamaIndex: methods around and before a call are none`() throws {
        let scope = "openinference.instrumentation.llama_index"
        let read = try interpret([
            Sketch(1, "OpenAI.complete", scope: scope, kind: 1, ["openinference.span.kind": "LLM", "llm.model_name": "gpt-4o"]),
            Sketch(2, under: 1, "OpenAI._prepare_chat_with_tools", scope: scope, kind: 1, at: 1...2, ["openinference.span.kind": "LLM"]),
            Sketch(
                3, under: 1, "OpenAI.chat", scope: scope, kind: 1, at: 3...90,
                [
                    "openinference.span.kind": "LLM", "llm.model_name": "gpt-4o", "llm.token_count.prompt": 5,
                    "llm.token_count.completion": 1,
                ]),
        ])
        #expect(read.calls == [3])
        #expect(read.role(1) == "duplicate")
        #expect(read.role(2) == "other")
    }

    @Test func `OpenInference's Claude agent: the run is the only holder of tokens`() throws {
        let read = try interpret([
            Sketch(
                1, "ClaudeAgentSDK.query", scope: "openinference.instrumentation.claude_agent_sdk", kind: 1,
                [
                    "openinference.span.kind": "AGENT", "llm.model_name": "claude-sonnet-4-5", "llm.token_count.prompt": 10,
                    "llm.token_count.completion": 5, "llm.token_count.total": 15, "llm.token_count.prompt_details.cache_read": 4,
                    "llm.cost.total": 0.01,
                ])
        ])
        #expect(read.calls == [1])
        #expect(read[1]?["gen_ai.usage.input_tokens"] == 14)
    }

    @Test func `Claude Code's spans: bare keys, input without cached tokens`() throws {
        let read = try interpret([
            Sketch(
                1, "claude_code.interaction", scope: "com.anthropic.claude_code.tracing", kind: 1,
                ["span.type": "interaction", "session.id": "cc-1"]),
            Sketch(
                2, under: 1, "claude_code.llm_request", scope: "com.anthropic.claude_code.tracing", kind: 1, at: 5...90,
                [
                    "span.type": "llm_request", "model": "claude-sonnet-4-5", "input_tokens": "10", "output_tokens": "5",
                    "cache_read_tokens": "100",
                    "cache_creation_tokens": "20",
                ]),
            Sketch(3, under: 1, "claude_code.tool", scope: "com.anthropic.claude_code.tracing", kind: 1, ["span.type": "tool"]),
        ])
        #expect(read.calls == [2])
        #expect(read.role(1) == "workflow")
        #expect(read.role(3) == "tool")
        #expect(read[2]?["gen_ai.usage.input_tokens"] == 130)
        #expect(read[2]?["gen_ai.provider.name"] == "anthropic")
        #expect(read[2]?["gen_ai.conversation.id"] == "cc-1")
    }

    @Test func `Gemini CLI's spans follow the conventions with an operation of their own`() throws {
        let read = try interpret([
            Sketch(
                1, "llm_call", scope: "gemini-cli", kind: 1,
                [
                    "gen_ai.operation.name": "llm_call", "gen_ai.agent.name": "gemini-cli", "gen_ai.request.model": "gemini-2.5-pro",
                    "gen_ai.usage.input_tokens": 4,
                ]),
            Sketch(2, "tool_call", scope: "gemini-cli", kind: 1, ["gen_ai.operation.name": "tool_call"]),
        ])
        #expect(read.calls == [1])
        #expect(read.role(2) == "tool")
    }

    @Test func `OpenLLMetry's Gemini: thoughts are what the total has more`() throws {
        let read = try interpret([
            Sketch(
                1, "gemini.generate_content", scope: "opentelemetry.instrumentation.google_generativeai",
                [
                    "gen_ai.operation.name": "generate_content", "gen_ai.provider.name": "gcp.gen_ai",
                    "gen_ai.request.model": "gemini-2.5-pro",
                    "gen_ai.usage.input_tokens": 10, "gen_ai.usage.output_tokens": 5, "gen_ai.usage.total_tokens": 22,
                ])
        ])
        #expect(read[1]?["gen_ai.usage.output_tokens"] == 12)
        #expect(read[1]?["gen_ai.usage.reasoning.output_tokens"] == 7)
    }

    @Test func `an unknown instrumentation that follows the conventions is understood`() throws {
        let read = try interpret([
            Sketch(
                1, "chat m-1", scope: "some.future.sdk",
                [
                    "gen_ai.operation.name": "chat", "gen_ai.provider.name": "acme", "gen_ai.request.model": "m-1",
                    "gen_ai.usage.input_tokens": 3,
                    "gen_ai.usage.output_tokens": 1,
                ]),
            Sketch(
                2, "fetch_response r", scope: "some.future.sdk",
                ["gen_ai.operation.name": "fetch_response", "gen_ai.usage.input_tokens": 3, "gen_ai.request.model": "m-1"]),
        ])
        #expect(read.calls == [1])
        #expect(read.role(2) == "other")
        #expect(read[1]?["gen_ai.provider.name"] == "acme")
    }

    @Test func `an unknown scope gives itself away by its keys`() throws {
        let read = try interpret([
            Sketch(
                1, "my.llm", scope: "renamed", kind: 1,
                [
                    "openinference.span.kind": "LLM", "llm.model_name": "gpt-4o", "llm.token_count.prompt": 3,
                    "llm.token_count.completion": 1,
                ]),
            Sketch(
                2, "gen", scope: "renamed", trace: 2, kind: 1,
                [
                    "langfuse.observation.type": "generation", "langfuse.observation.model.name": "gpt-4o",
                    "langfuse.observation.usage_details": #"{"input": 3, "output": 1}"#,
                ]),
        ])
        #expect(read.calls == [1, 2])
        #expect(read[2]?["gen_ai.usage.input_tokens"] == 3)
    }

    @Test func `spans that are not about GenAI pass byte for byte`() throws {
        let request = Sketchbook.request([
            Sketch(
                1, "GET /", scope: "opentelemetry.instrumentation.fastapi", kind: 2,
                [
                    "http.response.status_code": 500, "session.id": "browser", "server.address": "api.openai.com", "error.type": "500",
                ])
        ])
        #expect(try Reader().pass(request) == request)
    }
}
