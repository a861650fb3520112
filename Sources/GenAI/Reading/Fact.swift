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
    case streaming, duration, milliseconds, firstChunk, firstChunkMilliseconds, firstChunkMoment, serviceTier, requestedTier
    // Long texts that hold facts; looked into only where nothing shorter says them
    case invocation, inputText, outputText, requestText, messages
    // One dialect's own marks
    case attempt, gatewayMark, previousCall

    var topic: Topic {
        switch self {
        case .total, .cacheRead, .cacheWrite, .reasoning, .uncachedInput, .cacheWrite1h, .usageText, .usageDetails, .outputDetails: .usage
        case .inputAudio, .cacheReadAudio, .inputImage, .outputAudio, .outputImage: .parts
        case .cost, .inputCost, .outputCost, .costText, .cacheHit: .money
        case .errorType, .errorCode, .errorMessage, .httpStatus, .level: .failure
        case .streaming, .duration, .milliseconds, .firstChunk, .firstChunkMilliseconds, .firstChunkMoment: .time
        case .serviceTier, .requestedTier, .invocation: .manner
        case .inputText, .outputText, .requestText: .texts
        default: []
        }
    }

    /// Facts that differ from call to call: what a span is, and whose, depends on whether they are there, never on what they say. Long texts
    /// are an exception: where nothing shorter names a model, they are looked into (`Models.isFromTexts`).
    var isPersonal: Bool {
        switch self {
        case .toolName, .toolCallID, .responseID, .previousResponseID, .conversation, .metadata, .agentCallID, .workflowName, .input,
            .output,
            .errorType, .errorCode, .errorMessage, .httpStatus, .level, .serviceTier, .requestedTier, .messages, .gatewayMark,
            .previousCall:
            true
        default: !topic.isDisjoint(with: [.usage, .parts, .money, .time, .texts])
        }
    }

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

/// Facts that few spans state, in groups: one question tells that none of a group is there.
struct Topic: OptionSet, BitwiseCopyable {
    let rawValue: UInt8
    /// Counts beside input and output.
    static let usage = Topic(rawValue: 1)
    /// Sound and pictures.
    static let parts = Topic(rawValue: 2)
    static let money = Topic(rawValue: 4)
    static let failure = Topic(rawValue: 8)
    static let time = Topic(rawValue: 16)
    /// Long texts that hold facts.
    static let texts = Topic(rawValue: 32)
    /// How a call was to be served.
    static let manner = Topic(rawValue: 64)
}
