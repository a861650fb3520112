/// All dialects. Order decides only between attribute probes: the first whose key is there is taken.
extension Dialect {
    static let all: [Dialect] = [
        conventions, conventionsOfFrameworks, botocore, nativeSDK,
        openInference, openInferenceOfFrameworks, openInferenceOfClaudeAgent,
        langfuse, langSmith, mlflow, vercelLegacy, vercel, logfire, logfireAgents, logfireSpans, pydanticAI, liteLLM,
        openLLMetry, openLLMetryOfFrameworks, openLLMetryOfBedrock, openLLMetryOfGoogle, traceloopDecorators,
        openLIT, openLITOfFrameworks, googleADK, strands, microsoft, semanticKernel, springAI,
        last9, agentOps, laminar, genkit, voltAgent, claudeCode, codex, geminiCLI,
    ]

    /// The index of `conventions`.
    static let general = 0

    static func index(of dialect: Dialect) -> Int { all.firstIndex { $0 === dialect } ?? general }
}
