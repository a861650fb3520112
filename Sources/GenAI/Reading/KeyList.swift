/// The attribute keys of every fact, the most telling first: the first of them that says anything is believed.
///
/// Source: dialects.md 1.3 and 1.4. A dialect in which a key means something else says so itself (`Dialect.keys`, `Dialect.ignored`).
enum KeyList {
    static let all: [(Fact, [String])] = identity + models + tokens + costs + conversations + outcome + texts

    private static let identity: [(Fact, [String])] = [
        (.role, ["weir.role"]),
        (.operation, ["gen_ai.operation.name"]),
        (.langfuseType, ["langfuse.observation.type"]),
        (.openInferenceKind, ["openinference.span.kind"]),
        (.aiOperation, ["ai.operationId", "operation.name"]),
        (.traceloopKind, ["traceloop.span.kind"]),
        (.requestType, ["llm.request.type", "gen_ai.request.type"]),
        (
            .spanKind,
            [
                "mlflow.spanType", "langsmith.span.kind", "lmnr.span.type", "agentops.span.kind", "gen_ai.l9.span.kind",
                "genkit:metadata:subtype", "span.type", "spring.ai.kind",
            ]
        ),
        (.logfireType, ["logfire.span_type"]),
        (.toolName, ["gen_ai.tool.name", "tool.name", "ai.toolCall.name", "spring.ai.tool.definition.name", "mcp.tool.name"]),
        (.toolCallID, ["gen_ai.tool.call.id", "tool_call.id", "ai.toolCall.id", "spring.ai.tool.call.id"]),
        (.mcpMethod, ["mcp.method.name"]),
        (.provider, ["gen_ai.provider.name"]),
        (.system, ["gen_ai.system"]),
        (.servedBy, ["llm.provider"]),
        (.apiFamily, ["llm.system", "llm.vendor"]),
        (
            .providerHint,
            [
                "ai.model.provider", "mlflow.llm.provider", "traceloop.association.properties.ls_provider",
                "langfuse.observation.metadata.ls_provider", "langsmith.metadata.ls_provider", "litellm.provider.error.llm_provider",
                "error.llm_provider",
            ]
        ),
        (.framework, ["gen_ai.framework"]),
        (.serverAddress, ["server.address"]),
        (.baseURL, ["gen_ai.openai.api_base", "llm.base_url", "url.full"]),
        (.azureVersion, ["gen_ai.openai.api_version"]),
    ]

    private static let models: [(Fact, [String])] = [
        (
            .requestModel,
            [
                "gen_ai.request.model", "llm.request.model_name", "ai.model.id", "llm.request.model", "mlflow.llm.model", "gen_ai.model",
            ]
        ),
        (.responseModel, ["gen_ai.response.model", "llm.response.model_name", "ai.response.model", "llm.response.model"]),
        (.modelName, ["llm.model_name", "embedding.model_name", "reranker.model_name", "langfuse.observation.model.name"]),
        (
            .modelHint,
            [
                "traceloop.association.properties.ls_model_name", "langfuse.observation.metadata.ls_model_name",
                "langsmith.metadata.ls_model_name", "litellm.provider.model",
            ]
        ),
        (.responseID, ["gen_ai.response.id", "ai.response.id", "llm.response.id"]),
        (.previousResponseID, ["gen_ai.request.previous_response.id", "openai.request.previous_response_id"]),
        (.serviceTier, ["openai.response.service_tier", "gen_ai.openai.response.service_tier", "anthropic.response.service_tier"]),
        (.requestedTier, ["openai.request.service_tier", "gen_ai.openai.request.service_tier"]),
    ]

    private static let tokens: [(Fact, [String])] = [
        (
            .input,
            [
                "gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens", "llm.token_count.prompt", "ai.usage.inputTokens",
                "ai.usage.promptTokens", "ai.usage.tokens", "llm.usage.prompt_tokens", "decision.token_count.input",
                "usage.prompt_tokens",
            ]
        ),
        (
            .output,
            [
                "gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens", "llm.token_count.completion", "ai.usage.outputTokens",
                "ai.usage.completionTokens", "llm.usage.completion_tokens", "decision.token_count.output", "usage.completion_tokens",
            ]
        ),
        (
            .total,
            [
                "gen_ai.usage.total_tokens", "llm.usage.total_tokens", "llm.token_count.total", "ai.usage.totalTokens",
                "gen_ai.client.token.usage", "usage.total_tokens",
            ]
        ),
        (
            .cacheRead,
            [
                "gen_ai.usage.cache_read.input_tokens", "gen_ai.usage.cache_read_input_tokens", "gen_ai.usage.details.cache_read_tokens",
                "gen_ai.usage.details.cache_read_input_tokens", "gen_ai.usage.cache_read_tokens",
                "llm.token_count.prompt_details.cache_read", "llm.token_count.prompt_details.cache_input",
                "ai.usage.inputTokenDetails.cacheReadTokens", "ai.usage.cachedInputTokens", "gen_ai.usage.input_tokens.cached",
                "gen_ai.usage.cached_input_tokens", "llm.usage.cache_read_input_tokens", "gen_ai.usage.prompt_tokens_details.cached_tokens",
            ]
        ),
        (
            .cacheWrite,
            [
                "gen_ai.usage.cache_write.input_tokens", "gen_ai.usage.cache_creation.input_tokens",
                "gen_ai.usage.cache_creation_input_tokens", "gen_ai.usage.cache_write_input_tokens",
                "gen_ai.usage.details.cache_write_tokens", "gen_ai.usage.details.cache_creation_input_tokens",
                "gen_ai.usage.cache_write_tokens", "llm.token_count.prompt_details.cache_write",
                "ai.usage.inputTokenDetails.cacheWriteTokens", "llm.usage.cache_creation_input_tokens",
            ]
        ),
        (
            .reasoning,
            [
                "gen_ai.usage.reasoning.output_tokens", "gen_ai.usage.reasoning_tokens", "llm.usage.reasoning_tokens",
                "llm.token_count.completion_details.reasoning", "ai.usage.outputTokenDetails.reasoningTokens", "ai.usage.reasoningTokens",
                "gen_ai.usage.details.reasoning_tokens", "gen_ai.usage.details.thoughts_tokens", "codex.usage.reasoning_output_tokens",
                "gen_ai.usage.output_tokens.reasoning", "gen_ai.usage.completion_details.reasoning",
                "gen_ai.usage.completion_tokens_details.reasoning_tokens",
            ]
        ),
        (
            .inputAudio,
            [
                "gen_ai.usage.audio.input_tokens", "llm.token_count.prompt_details.audio", "gen_ai.usage.details.input_audio_tokens",
                "gen_ai.usage.input_audio_tokens",
            ]
        ),
        (.cacheReadAudio, ["gen_ai.usage.audio.cache_read.input_tokens", "gen_ai.usage.details.cache_audio_read_tokens"]),
        (.inputImage, ["gen_ai.usage.image.input_tokens", "gen_ai.usage.details.input_image_tokens"]),
        (
            .outputAudio,
            [
                "gen_ai.usage.audio.output_tokens", "llm.token_count.completion_details.audio", "gen_ai.usage.details.output_audio_tokens",
                "gen_ai.usage.output_audio_tokens",
            ]
        ),
        (.outputImage, ["gen_ai.usage.image.output_tokens", "gen_ai.usage.details.output_image_tokens"]),
        (.uncachedInput, ["ai.usage.inputTokenDetails.noCacheTokens"]),
        (.usageText, ["langfuse.observation.usage_details", "mlflow.chat.tokenUsage", "gen_ai.usage.raw"]),
        (
            .usageDetails,
            ["gen_ai.usage.input_token_details", "ai.response.providerMetadata"]
        ),
        (.outputDetails, ["gen_ai.usage.output_token_details"]),
    ]

    private static let costs: [(Fact, [String])] = [
        (
            .cost,
            [
                "gen_ai.usage.cost.amount", "litellm.cost.total", "gen_ai.cost.total_cost", "operation.cost", "gen_ai.usage.cost",
                "gen_ai.usage.cost_usd", "llm.cost.total", "gen_ai.usage.total_cost",
            ]
        ),
        (
            .inputCost,
            [
                "litellm.cost.input", "gen_ai.cost.input_cost", "gen_ai.usage.cost_input_usd", "llm.cost.prompt", "gen_ai.usage.input_cost",
            ]
        ),
        (
            .outputCost,
            [
                "litellm.cost.output", "gen_ai.cost.output_cost", "gen_ai.usage.cost_output_usd", "llm.cost.completion",
                "gen_ai.usage.output_cost",
            ]
        ),
        (.costText, ["langfuse.observation.cost_details", "mlflow.llm.cost"]),
        (.cacheHit, ["litellm.cache_hit"]),
    ]

    private static let conversations: [(Fact, [String])] = [
        (.conversation, conversationKeys),
        (.metadata, ["metadata"]),
        (.agentCallID, ["gen_ai.agent.call.id"]),
        (.workflowName, ["gen_ai.workflow.name"]),
    ]

    /// `langsmith.trace.session_id` is a project and `mcp.session.id` a connection: neither is here.
    static let conversationKeys: [String] = [
        "gen_ai.conversation.id", "session.id", "langfuse.session.id", "traceloop.association.properties.session_id",
        "traceloop.association.properties.thread_id", "traceloop.association.properties.conversation_id",
        "traceloop.association.properties.chat_id", "ai.settings.context.sessionId", "ai.settings.context.conversationId",
        "ai.settings.context.threadId", "ai.telemetry.metadata.sessionId", "ai.telemetry.metadata.conversationId",
        "ai.telemetry.metadata.threadId", "ai.telemetry.metadata.chatId", "gcp.vertex.agent.session_id",
        "spring.ai.chat.client.conversation.id", "mlflow.trace.session", "langsmith.metadata.session_id", "langsmith.metadata.thread_id",
        "langsmith.metadata.conversation_id", "langfuse.trace.metadata.langfuse_session_id",
        "langfuse.observation.metadata.langfuse_session_id", "langfuse.trace.metadata.session_id", "langfuse.trace.metadata.thread_id",
        "langfuse.observation.metadata.session_id", "langfuse.observation.metadata.thread_id", "lmnr.association.properties.session_id",
        "workflow.session_id", "gen_ai.session.id", "gen_ai.agent.session_id", "voltagent.conversation_id", "copilot_chat.session_id",
        "metadata.session_id", "metadata.litellm_session_id", "metadata.thread_id", "metadata.conversation_id", "openai.conversation.id",
        "gen_ai.openai.conversation.id", "conversation.id",
    ]

    private static let outcome: [(Fact, [String])] = [
        (.errorType, ["error.type"]),
        (.errorCode, ["litellm.provider.error.code", "error.code", "rpc.response.status_code"]),
        (.errorMessage, ["error.message", "langfuse.observation.status_message", "gen_ai.error.message"]),
        (.httpStatus, ["http.response.status_code", "http.status_code"]),
        (.level, ["langfuse.observation.level"]),
        (
            .finishReason,
            [
                "gen_ai.response.finish_reasons", "gen_ai.response.finish_reason", "llm.finish_reason", "llm.response.finish_reason",
                "llm.response.stop_reason", "ai.response.finishReason", "gen_ai.response.stop_reason", "anthropic.message.stop_reason",
            ]
        ),
        (
            .streaming,
            [
                "gen_ai.request.stream", "gen_ai.is_streaming", "llm.is_streaming", "litellm.request.streaming",
                "gen_ai.request.streaming", "spring.ai.chat.client.stream", "langsmith.request.streaming",
            ]
        ),
        (
            .firstChunk,
            [
                "gen_ai.response.time_to_first_chunk", "gen_ai.client.operation.time_to_first_chunk", "gen_ai.server.time_to_first_token",
                "gen_ai.streaming.time_to_first_token",
            ]
        ),
        (.firstChunkMilliseconds, ["ai.response.msToFirstChunk", "ai.stream.msToFirstChunk"]),
        (.firstChunkMoment, ["langfuse.observation.completion_start_time"]),
        (.gatewayMark, ["litellm.call_id", "hidden_params"]),
    ]

    private static let texts: [(Fact, [String])] = [
        (.invocation, ["llm.invocation_parameters", "embedding.invocation_parameters"]),
        (.inputText, ["input.value"]),
        (.outputText, ["output.value", "traceloop.entity.output", "lmnr.span.output"]),
        (.messages, ["gen_ai.input.messages", "ai.prompt.messages", "gen_ai.prompt", "langfuse.observation.input"]),
    ]
}
