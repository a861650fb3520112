import Wire

/// Provider codes and exception names, as they are written, and the class each stands for. Sources: dialects.md 3.2.
enum ErrorWords {
    static let all = Words<ErrorClass>(
        .matters,
        grouped: [
            (
                .rateLimited,
                [
                    "rate_limit_exceeded", "rate_limit_error", "rate_limited", "RESOURCE_EXHAUSTED", "ThrottlingException",
                    "TooManyRequestsException", "RateLimitError", "ModelRateLimitError", "GatewayRateLimitError", "OpenAIRateLimitError",
                    "ModelThrottledException", "TooManyRequests", "Throttling", "throttlingException", "AnthropicRateLimitError",
                    "ResourceExhausted", "_ResourceExhaustedError",
                ]
            ),
            (
                .quotaExhausted,
                [
                    "insufficient_quota", "billing_hard_limit_reached", "billing_error", "token_quota_reached",
                    "ServiceQuotaExceededException", "budget_exceeded", "ModelQuotaExceededError", "PaymentRequiredError",
                    "BudgetExceededError", "billing_not_active", "InsufficientQuotaError", "quota_exceeded",
                ]
            ),
            (
                .overloaded,
                [
                    "overloaded_error", "UNAVAILABLE", "ModelNotReadyException", "OverloadedError", "ServiceUnavailableError",
                    "ModelOverloadedError", "ModelUnavailableError", "ServiceUnavailable", "ServiceUnavailableException",
                    "serviceUnavailableException", "engine_overloaded",
                ]
            ),
            (
                .timeout,
                [
                    "timeout_error", "DEADLINE_EXCEEDED", "ModelTimeoutException", "modelTimeoutException", "vector_store_timeout",
                    "APITimeoutError", "DeadlineExceededError", "DeadlineExceeded", "Timeout", "ReadTimeout", "ReadTimeoutError",
                    "ConnectTimeout", "ConnectTimeoutError", "TimeoutError", "ModelTimeoutError", "GatewayTimeoutError", "PoolTimeout",
                    "TimeoutException", "OpenAITimeoutError", "ETIMEDOUT", "request_timeout", "timeout", "HttpTimeoutException",
                    "SocketTimeoutException", "OpenAIAPITimeoutError",
                ]
            ),
            (
                .authentication,
                [
                    "authentication_error", "invalid_api_key", "invalid_authentication", "UNAUTHENTICATED", "UnrecognizedClientException",
                    "ExpiredTokenException", "AuthenticationError", "OAuthError", "AI_LoadAPIKeyError", "GatewayAuthenticationError",
                    "OpenAIAuthenticationError", "NoCredentialsError", "Unauthorized", "ModelAuthenticationError",
                    "InvalidSignatureException",
                    "UnauthorizedException",
                ]
            ),
            (
                .permission,
                [
                    "permission_error", "PERMISSION_DENIED", "AccessDeniedException", "insufficient_permissions",
                    "data_residency_mismatch", "PermissionDeniedError", "GatewayForbiddenError", "PermissionDenied", "Forbidden",
                    "OpenAIPermissionDeniedError", "ModelPermissionDeniedError", "unsupported_country_region_territory",
                    "request_forbidden",
                ]
            ),
            (
                .contextLengthExceeded,
                [
                    "context_length_exceeded", "model_context_window_exceeded", "ContextWindowExceededError",
                    "ModelContextWindowExceededError", "OpenAIContextOverflowError", "ContextWindowOverflowException",
                    "ContextOverflowError", "context_window_exceeded", "prompt_too_long",
                ]
            ),
            (
                .contentFiltered,
                [
                    "content_filter", "content_policy_violation", "ResponsibleAIPolicyViolation", "invalid_prompt", "bio_policy",
                    "image_content_policy_violation", "PROHIBITED_CONTENT", "IMAGE_SAFETY", "MODEL_ARMOR", "guardrail_intervened",
                    "content_filtered", "ContentPolicyViolationError", "ContentFilterFinishReasonError", "ContentFilterError",
                    "GuardrailRaisedException",
                ]
            ),
            (
                .invalidRequest,
                [
                    "invalid_request_error", "INVALID_ARGUMENT", "FAILED_PRECONDITION", "ValidationException", "validationException",
                    "unsupported_file", "request_too_large", "BadRequestError", "UnprocessableEntityError", "ConflictError",
                    "invalid_value", "invalid_type", "missing_required_parameter",
                    "unsupported_parameter", "unsupported_value", "invalid_parameter", "string_above_max_length", "integer_above_max_value",
                    "invalid_function_parameters",
                    "RequestTooLargeError", "UnsupportedParamsError", "AI_InvalidPromptError", "AI_TypeValidationError",
                    "AI_UnsupportedFunctionalityError", "BadRequest", "OpenAIBadRequestError", "ModelInvalidRequestError",
                ]
            ),
            (
                .notFound,
                [
                    "model_not_found", "not_found_error", "DeploymentNotFound", "ResourceNotFoundException", "NOT_FOUND",
                    "NotFoundError", "ModelNotFoundError", "AI_NoSuchModelError", "GatewayModelNotFoundError", "NotFound",
                    "OpenAINotFoundError", "OpenAIModelNotFoundError",
                ]
            ),
            (
                .serverError,
                [
                    "server_error", "api_error", "InternalServerException", "internalServerException", "ModelErrorException",
                    "ModelStreamErrorException", "InternalServerError", "BadGatewayError", "ModelServerError", "ServerError", "INTERNAL",
                    "OpenAIAPIError", "APIError", "InternalFailure",
                ]
            ),
            (
                .connection,
                [
                    "APIConnectionError", "ConnectError", "RemoteProtocolError", "ModelConnectionError", "HttpRequestException",
                    "ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EPIPE", "ConnectionError", "ConnectionResetError",
                    "ConnectionRefusedError", "connection_error", "ReadError", "WriteError", "EndpointConnectionError",
                    "ConnectionClosedError", "RemoteDisconnected", "OpenAIConnectionError", "OpenAIAPIConnectionError",
                    "ClientConnectorError",
                    "ServerDisconnectedError", "ClientPayloadError", "IncompleteRead", "ProtocolError", "BrokenPipeError",
                    "ResponseStreamingError", "TransferEncodingError", "HTTPClientError", "EventStreamError",
                ]
            ),
            (
                .cancelled,
                [
                    "client_cancelled", "CANCELLED", "CancelledError", "AbortError", "RunCancelled", "OperationCanceledException",
                    "TaskCanceledException", "CancellationError", "GeneratorExit", "KeyboardInterrupt",
                ]
            ),
            (
                .outputInvalid,
                [
                    "LengthFinishReasonError", "APIResponseValidationError", "JSONSchemaValidationError", "UnexpectedModelBehavior",
                    "AI_NoObjectGeneratedError", "AI_JSONParseError", "OutputParserException",
                ]
            ),
            (
                .toolError,
                ["tool_error", "ToolExecutionError", "ToolFailed", "ToolRetryError", "AI_InvalidToolInputError", "AI_NoSuchToolError"]
            ),
            (.limitExceeded, ["UsageLimitExceeded", "GraphRecursionError", "MaxTurnsExceeded", "MaxStepsExceeded"]),
        ])
}

/// Phrases of messages, in lower case, for errors without a code. Sources: dialects.md 3.2.
enum ErrorPhrases {
    static let all: [(StaticString, ErrorClass)] = [
        ("rate limit", .rateLimited), ("request was throttled", .rateLimited), ("service tier capacity exceeded", .rateLimited),
        ("too many requests", .rateLimited),
        ("exceeded your current quota", .quotaExhausted), ("credit balance", .quotaExhausted), ("perday", .quotaExhausted),
        ("overloaded", .overloaded), ("temporarily out of capacity", .overloaded),
        ("timed out", .timeout), ("request timeout", .timeout), ("a timeout occurred", .timeout), ("connect timeout", .timeout),
        ("read timeout", .timeout), ("deadline exceeded", .timeout),
        ("incorrect api key", .authentication), ("invalid api key", .authentication), ("api key not valid", .authentication),
        ("invalid x-api-key", .authentication), ("security token included in the request is invalid", .authentication),
        ("unable to locate credentials", .authentication),
        ("has not been used in project", .permission), ("access denied", .permission), ("region, or territory not supported", .permission),
        ("maximum context length", .contextLengthExceeded), ("prompt is too long", .contextLengthExceeded),
        ("exceed context limit", .contextLengthExceeded), ("exceeds the maximum number of tokens", .contextLengthExceeded),
        ("too many input tokens", .contextLengthExceeded), ("input is too long", .contextLengthExceeded),
        ("input tokens exceed the configured limit", .contextLengthExceeded),
        ("exceeds the available context size", .contextLengthExceeded), ("`inputs` tokens + `max_new_tokens`", .contextLengthExceeded),
        ("content management policy", .contentFiltered), ("safety system", .contentFiltered),
        ("violating our usage policy", .contentFiltered), ("output blocked by content filtering policy", .contentFiltered),
        ("the response was blocked", .contentFiltered),
        ("malformed input request", .invalidRequest), ("invalid value: ", .invalidRequest), ("unsupported parameter", .invalidRequest),
        ("unsupported value", .invalidRequest), ("missing required parameter", .invalidRequest),
        ("must have required property", .invalidRequest),
        ("a conversation must start with a user message", .invalidRequest),
        ("provided model identifier is invalid", .notFound), ("does not exist", .notFound),
        ("the server had an error", .serverError), ("internal server error", .serverError),
        ("invalid response from an upstream server", .serverError),
        ("connection error", .connection), ("failed to establish a new connection", .connection),
        ("name or service not known", .connection), ("peer closed connection", .connection), ("connection reset", .connection),
        ("connection refused", .connection), ("server disconnected", .connection), ("connection was closed", .connection),
        ("incomplete chunked read", .connection), ("response ended prematurely", .connection), ("connection aborted", .connection),
        ("response cancelled", .cancelled), ("was cancelled", .cancelled), ("was aborted", .cancelled),
    ]

    private static let statusForms: [StaticString] = [
        "error code: ", "status_code: ", "status_code=", "status code: ", "status code ", "'code': ", "\"code\": ", "\"code\":",
        "http status: ", "statuscode: ", "status=", "status: ", "status ", "http ", "http/1.1 ", "http error ", "error '",
        "does not indicate success: ", "\"status\": ", "\"status\":", "api error (",
    ]

    /// A status that a message states in a form that SDKs print: never a bare number, which a prompt may hold.
    static func status(in text: Text) -> Int64? {
        for form in statusForms {
            guard let end = text.endIgnoringCase(of: form), let status = threeDigits(text.slice(end, end + 3)) else { continue }
            return status
        }
        // `429 RESOURCE_EXHAUSTED. {…`, `429 Rate limit reached`
        guard text[3] == UInt8(ascii: " "), Text.lower(text[4]) &- 97 < 26 else { return nil }
        return threeDigits(text.prefix(3))
    }

    private static func threeDigits(_ text: Text) -> Int64? {
        guard text.count == 3, let status = text.integer, (400..<600).contains(status) else { return nil }
        return status
    }
}

extension Text {
    /// The place behind the first `other`, which must be lower case, whatever the case here.
    func endIgnoringCase(of other: StaticString) -> Int? {
        guard containsIgnoringCase(other) else { return nil }
        let size = other.utf8CodeUnitCount
        var low = 0
        while low + size <= count {
            if slice(low, low + size).equalsIgnoringCase(other) { return low + size }
            low += 1
        }
        return nil
    }
}
