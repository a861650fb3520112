import Testing

@testable import GenAI

/// One small story for each dialect without a capture, from what dialects.md says of it.
struct DialectTests {
    @Test func `Vercel AI SDK 7: the step is a call, the root that sums is not`() throws {
        let read = try interpret([
            Sketch(
                1, "invoke_agent gpt-4o", scope: "gen_ai", kind: 1,
                [
                    "gen_ai.operation.name": "invoke_agent", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o",
                    "gen_ai.usage.input_tokens": 30, "gen_ai.usage.output_tokens": 12,
                ]),
            Sketch(2, under: 1, "step 1", scope: "gen_ai", kind: 1, ["gen_ai.operation.name": "agent_step"]),
            Sketch(
                3, under: 2, "chat gpt-4o", scope: "gen_ai", at: 10...90,
                [
                    "gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o",
                    "gen_ai.usage.input_tokens": 30, "gen_ai.usage.output_tokens": 12, "gen_ai.usage.cache_read.input_tokens": 8,
                    "ai.settings.context.sessionId": "s-1",
                ]),
        ])
        #expect(read.calls == [3])
        #expect(read.role(1) == "agent")
        #expect(read[3]?["gen_ai.usage.input_tokens"] == 30)
        #expect(read[3]?["gen_ai.conversation.id"] == "s-1")
        #expect(read[1]?["gen_ai.conversation.id"] == "s-1")
    }

    @Test func `Vercel AI SDK 7: an embedding's root and inner span are one call`() throws {
        let read = try interpret([
            Sketch(
                1, "embeddings m", scope: "gen_ai",
                ["gen_ai.operation.name": "embeddings", "gen_ai.request.model": "text-embedding-3-small"]),
            Sketch(
                2, under: 1, "embeddings m", scope: "gen_ai", at: 5...50,
                [
                    "gen_ai.operation.name": "embeddings", "gen_ai.request.model": "text-embedding-3-small", "gen_ai.usage.input_tokens": 9,
                ]),
        ])
        #expect(read.calls == [2])
        #expect(read.role(1) == "duplicate")
    }

    @Test func `Vercel AI SDK 4 to 6: doGenerate is the call, Anthropic's input leaves cached tokens out`() throws {
        let read = try interpret([
            Sketch(
                1, "ai.generateText", scope: "ai", kind: 1,
                [
                    "ai.operationId": "ai.generateText", "operation.name": "ai.generateText", "ai.usage.promptTokens": 10,
                    "ai.usage.completionTokens": 5, "ai.model.id": "claude-3-5-sonnet", "ai.telemetry.metadata.threadId": "t-9",
                ]),
            Sketch(
                2, under: 1, "ai.generateText.doGenerate", scope: "ai", kind: 1, at: 10...90,
                [
                    "ai.operationId": "ai.generateText.doGenerate", "operation.name": "ai.generateText.doGenerate my-fn",
                    "ai.model.provider": "anthropic.messages", "ai.model.id": "claude-3-5-sonnet", "gen_ai.system": "anthropic.messages",
                    "gen_ai.usage.input_tokens": "10", "gen_ai.usage.output_tokens": "5", "ai.response.model": "claude-3-5-sonnet-20241022",
                    "ai.response.providerMetadata": #"{"anthropic":{"usage":{"cache_read_input_tokens":4},"cacheCreationInputTokens":2}}"#,
                    "ai.response.finishReason": "stop",
                ]),
            Sketch(3, under: 1, "ai.toolCall", scope: "ai", kind: 1, ["ai.operationId": "ai.toolCall", "ai.toolCall.name": "weather"]),
        ])
        #expect(read.calls == [2])
        #expect(read[2]?["gen_ai.usage.input_tokens"] == 16)
        #expect(read[2]?["weir.original.gen_ai.usage.input_tokens"] == "10")
        #expect(read[2]?["gen_ai.usage.cache_creation.input_tokens"] == 2)
        #expect(read[2]?["gen_ai.provider.name"] == "anthropic")
        #expect(read[2]?["gen_ai.request.model"] == "claude-3-5-sonnet")
        #expect(read[2]?["gen_ai.conversation.id"] == "t-9")
        #expect(read.role(3) == "tool")
    }

    @Test func `Vercel AI SDK 6: a key for uncached tokens says that the input has them all`() throws {
        let read = try interpret([
            Sketch(
                1, "ai.streamText.doStream", scope: "ai", kind: 1,
                [
                    "ai.operationId": "ai.streamText.doStream", "gen_ai.system": "anthropic.messages",
                    "gen_ai.request.model": "claude-sonnet-4-5",
                    "gen_ai.usage.input_tokens": 16, "gen_ai.usage.output_tokens": 5, "ai.usage.inputTokenDetails.noCacheTokens": 10,
                    "ai.usage.inputTokenDetails.cacheReadTokens": 4, "ai.usage.inputTokenDetails.cacheWriteTokens": 2,
                ])
        ])
        #expect(read[1]?["gen_ai.usage.input_tokens"] == 16)
    }

    @Test func `Microsoft.Extensions.AI: finish reasons as a JSON string`() throws {
        let read = try interpret([
            Sketch(
                1, "chat gpt-4o", scope: "Experimental.Microsoft.Extensions.AI",
                [
                    "gen_ai.operation.name": "chat", "gen_ai.provider.name": "openai", "gen_ai.request.model": "gpt-4o",
                    "gen_ai.response.finish_reasons": #"["length"]"#, "gen_ai.usage.input_tokens": 3, "gen_ai.usage.output_tokens": 4,
                ]),
            Sketch(2, "execute_tool f", scope: "Experimental.Microsoft.Extensions.AI", kind: 1, ["gen_ai.operation.name": "execute_tool"]),
        ])
        #expect(read.calls == [1])
        #expect(read[1]?["weir.degraded"] == "length")
        #expect(read.role(2) == "tool")
    }

    @Test func `Microsoft Agent Framework: the agent repeats, the provider is a framework, response ids are no conversations`() throws {
        let read = try interpret([
            Sketch(
                1, "invoke_agent helper", scope: "agent_framework", kind: 1,
                [
                    "gen_ai.operation.name": "invoke_agent", "gen_ai.provider.name": "microsoft.agent_framework",
                    "gen_ai.usage.input_tokens": 7, "gen_ai.usage.output_tokens": 2, "gen_ai.conversation.id": "resp_abc",
                ]),
            Sketch(
                2, under: 1, "chat gpt-4o", scope: "agent_framework", at: 5...80,
                error: "<class 'x.ChatClient'> service failed: Error code: 429 - {'error': {'code': 'insufficient_quota'}}",
                [
                    "gen_ai.operation.name": "chat", "gen_ai.provider.name": "microsoft.agent_framework", "gen_ai.request.model": "gpt-4o",
                    "error.type": "ChatClientException",
                ]),
        ])
        #expect(read.calls == [2])
        #expect(read[2]?["gen_ai.provider.name"] == "openai")
        #expect(read[2]?["weir.original.gen_ai.provider.name"] == "microsoft.agent_framework")
        #expect(read[2]?["weir.error.class"] == "quota_exhausted")
        #expect(read[1]?["gen_ai.conversation.id"] == nil)
        #expect(read[1]?["weir.original.gen_ai.conversation.id"] == "resp_abc")
    }

    @Test func `Semantic Kernel: singular finish reason, old system key`() throws {
        let read = try interpret([
            Sketch(
                1, "chat.completions gpt-4o", scope: "Microsoft.SemanticKernel.Diagnostics",
                [
                    "gen_ai.operation.name": "chat.completions", "gen_ai.system": "openai", "gen_ai.request.model": "gpt-4o",
                    "gen_ai.response.finish_reason": "ContentFilter", "gen_ai.usage.input_tokens": 5, "gen_ai.usage.output_tokens": 6,
                ])
        ])
        #expect(read.calls == [1])
        #expect(read[1]?["gen_ai.operation.name"] == "chat")
        #expect(read[1]?["weir.original.gen_ai.operation.name"] == "chat.completions")
        #expect(read[1]?["gen_ai.provider.name"] == "openai")
    }

    @Test func `Spring AI: every value is a string, Anthropic's input leaves cached tokens out`() throws {
        let read = try interpret([
            Sketch(
                1, "spring_ai chat_client", scope: "org.springframework.boot", kind: 1,
                [
                    "spring.ai.kind": "chat_client", "spring.ai.chat.client.conversation.id": "c-1",
                ]),
            Sketch(
                2, under: 1, "chat claude-3-5-sonnet", scope: "org.springframework.boot", at: 5...90,
                [
                    "gen_ai.operation.name": "chat", "gen_ai.system": "anthropic", "gen_ai.request.model": "claude-3-5-sonnet",
                    "gen_ai.usage.input_tokens": "10", "gen_ai.usage.output_tokens": "5", "gen_ai.usage.total_tokens": "15",
                    "gen_ai.usage.cache_read.input_tokens": "4",
                ]),
        ])
        #expect(read.calls == [2])
        #expect(read.role(1) == "workflow")
        #expect(read[2]?["gen_ai.usage.input_tokens"] == 14)
        #expect(read[2]?["gen_ai.usage.output_tokens"] == 5)
        #expect(read[2]?["gen_ai.conversation.id"] == "c-1")
    }

    @Test func `LangSmith: a prompt that says chat is no call, a retriever that says embeddings is none either`() throws {
        let read = try interpret([
            Sketch(
                1, "RunnableSequence", scope: "langsmith", kind: 1,
                ["langsmith.span.kind": "chain", "langsmith.trace.session_name": "my-project"]),
            Sketch(
                2, under: 1, "ChatPromptTemplate", scope: "langsmith", kind: 1,
                ["langsmith.span.kind": "prompt", "gen_ai.operation.name": "chat"]),
            Sketch(
                3, under: 1, "ChatOpenAI", scope: "langsmith", kind: 1, at: 20...90,
                [
                    "langsmith.span.kind": "llm", "gen_ai.operation.name": "chat", "gen_ai.system": "openai",
                    "gen_ai.request.model": "gpt-4o-mini",
                    "gen_ai.usage.input_tokens": 11, "gen_ai.usage.output_tokens": 3,
                    "gen_ai.usage.input_token_details": #"{"cache_read": 4}"#, "langsmith.metadata.thread_id": "th-1",
                ]),
            Sketch(
                4, under: 1, "docs", scope: "langsmith", kind: 1,
                ["langsmith.span.kind": "retriever", "gen_ai.operation.name": "embeddings"]),
            Sketch(
                5, under: 1, "ChatOpenAI", scope: "langsmith", kind: 1, at: 91...95, error: "boom",
                [
                    "langsmith.span.kind": "llm", "gen_ai.operation.name": "chat", "gen_ai.system": "openai",
                    "gen_ai.request.model": "gpt-4o-mini",
                ],
                exception: (
                    "Exception",
                    #"AuthenticationError("Error code: 401 - {'error': {'code': 'invalid_api_key'}}")Traceback (most recent call last): TimeoutError"#
                )),
        ])
        #expect(read.calls == [3, 5])
        #expect(read.role(2) == "other")
        #expect(read.role(4) == "retrieval")
        #expect(read[3]?["gen_ai.usage.cache_read.input_tokens"] == 4)
        #expect(read[1]?["gen_ai.conversation.id"] == "th-1")
        #expect(read[5]?["weir.error.class"] == "authentication")
    }

    @Test func `MLflow in its own words: span types and JSON values`() throws {
        let read = try interpret([
            Sketch(1, "agent", scope: "mlflow.tracing", kind: 1, ["mlflow.spanType": #""AGENT""#]),
            Sketch(
                2, under: 1, "completions", scope: "mlflow.tracing", kind: 1, at: 5...90,
                [
                    "mlflow.spanType": #""CHAT_MODEL""#,
                    "mlflow.chat.tokenUsage": #"{"input_tokens": 12, "output_tokens": 4, "total_tokens": 16}"#,
                    "mlflow.llm.model": #""gpt-4o""#, "mlflow.llm.provider": #""openai""#, "mlflow.llm.cost": #"{"total_cost": 0.25}"#,
                    "mlflow.trace.session": "s-3",
                ]),
        ])
        #expect(read.calls == [2])
        #expect(read.role(1) == "agent")
        #expect(read[2]?["gen_ai.usage.input_tokens"] == 12)
        #expect(read[2]?["gen_ai.request.model"] == "gpt-4o")
        #expect(read[2]?["gen_ai.provider.name"] == "openai")
        #expect(read[2]?["weir.cost.source"] == "reported")
        #expect(read[2]?["gen_ai.usage.cost_usd"] == 0.25)
    }

    @Test func `AgentOps, Laminar and Genkit: kinds in keys of their own`() throws {
        let read = try interpret([
            Sketch(
                1, "llm", scope: "agentops.sdk", kind: 1,
                [
                    "agentops.span.kind": "llm", "gen_ai.system": "openai", "gen_ai.request.model": "gpt-4o",
                    "gen_ai.usage.prompt_tokens": 3,
                    "gen_ai.usage.completion_tokens": 2, "gen_ai.usage.cache_read_input_tokens": 1,
                ]),
            Sketch(
                2, "openai.chat", scope: "lmnr.openai", trace: 2,
                [
                    "lmnr.span.type": "LLM", "gen_ai.system": "openai", "gen_ai.request.model": "gpt-4o", "gen_ai.usage.input_tokens": 33,
                    "lmnr.association.properties.session_id": "l-1",
                ]),
            Sketch(3, "run", scope: "lmnr.sdk", trace: 2, kind: 1, ["lmnr.span.type": "TOOL"]),
            Sketch(
                4, "gemini", scope: "genkit-tracer", trace: 3, kind: 1,
                [
                    "genkit:metadata:subtype": "model", "genkit:name": "googleai/gemini-2.5-flash",
                    "genkit:output": #"{"usage": {"inputTokens": 5, "outputTokens": 2}}"#,
                ]),
        ])
        #expect(read.calls == [1, 2, 4])
        #expect(read[1]?["gen_ai.usage.cache_read.input_tokens"] == 1)
        #expect(read[2]?["gen_ai.conversation.id"] == "l-1")
        #expect(read.role(3) == "tool")
        #expect(read[4]?["gen_ai.request.model"] == "googleai/gemini-2.5-flash")
        #expect(read[4]?["gen_ai.provider.name"] == "gcp.gemini")
        #expect(read[4]?["gen_ai.usage.input_tokens"] == 5)
    }

    @Test func `Last9: the observed function repeats its SDK call`() throws {
        let read = try interpret([
            Sketch(
                1, "answer", scope: "last9_genai.decorators", kind: 1,
                [
                    "gen_ai.l9.span.kind": "llm", "gen_ai.request.model": "gpt-4o", "gen_ai.response.id": "r-1",
                    "gen_ai.usage.input_tokens": 3,
                    "gen_ai.usage.output_tokens": 2, "gen_ai.usage.cost_usd": 0.5, "workflow.session_id": "w-1",
                ]),
            Sketch(
                2, under: 1, "chat gpt-4o", scope: "opentelemetry.instrumentation.openai_v2", at: 5...90,
                [
                    "gen_ai.operation.name": "chat", "gen_ai.system": "openai", "gen_ai.request.model": "gpt-4o",
                    "gen_ai.response.id": "r-1",
                    "gen_ai.usage.input_tokens": 3, "gen_ai.usage.output_tokens": 2,
                ]),
        ])
        #expect(read.calls == [2])
        #expect(read.role(1) == "duplicate")
        #expect(read[2]?["gen_ai.conversation.id"] == "w-1")
    }
}
