/// One thing a span can say, under whatever key its dialect says it.
enum Fact: UInt8, CaseIterable, Sendable {
    // What it is
    case role, operation, langfuseType, openInferenceKind, aiOperation, traceloopKind, requestType, spanKind, logfireType, toolName
    case toolCallID, mcpMethod
    // Who and which
    case provider, system, servedBy, apiFamily, providerHint, framework, serverAddress, baseURL, azureVersion
    case requestModel, responseModel, modelName, modelHint, responseID, previousResponseID
    // How much
    case input, output, total, cacheRead, cacheWrite, reasoning, uncachedInput, cacheWrite1h, usageText, usageDetails, outputDetails
    case inputAudio, cacheReadAudio, inputImage, outputAudio, outputImage
    case cost, inputCost, outputCost, costText, cacheHit
    // Where it belongs
    case conversation, metadata, agentCallID, workflowName
    // How it went
    case errorType, errorCode, errorMessage, httpStatus, level, finishReason
    case streaming, duration, milliseconds, firstChunk, firstChunkMilliseconds, serviceTier, requestedTier
    // Long texts that hold facts; looked into only where nothing shorter says them
    case invocation, inputText, outputText, requestText, messages
    // One dialect's own marks
    case attempt, gatewayMark, previousCall

    /// Facts that any span may state: they do not make it a GenAI span.
    var isCommon: Bool {
        switch self {
        case .role, .serverAddress, .baseURL, .conversation, .metadata, .agentCallID, .workflowName, .errorType, .errorCode, .errorMessage,
            .httpStatus, .level, .duration, .inputText, .outputText, .requestText, .cost, .framework, .spanKind, .logfireType, .cacheHit,
            .providerHint, .modelHint:
            true
        default: false
        }
    }
}
