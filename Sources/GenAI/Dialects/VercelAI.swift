import OTLP
import Wire

/// Vercel's AI SDK.
extension Dialect {
    /// Version 7: the conventions' names, a root `invoke_agent` that repeats the sum.
    static let vercel = Dialect(name: "vercel_ai", scopes: ["gen_ai"], standing: .framework)

    /// Versions 4 to 6: `ai.generateText` around `ai.generateText.doGenerate`. Up to 5 the counts of Anthropic and Bedrock leave
    /// cached tokens out; from 6 on a key tells the uncached ones, which decides.
    static let vercelLegacy = Dialect(
        name: "vercel_ai",
        scopes: ["ai"],
        probes: ["ai.operationId"],
        standing: .framework,
        exclusiveInput: [.anthropic, .bedrock],
        sense: { facts, _ in
            let operation = facts.text(.aiOperation).beforeFirst(UInt8(ascii: " "))
            guard operation.hasPrefix("ai.") else { return nil }
            if operation.hasSuffix(".doEmbed") { return .call(.embeddings) }
            if operation.hasSuffix(".doGenerate") || operation.hasSuffix(".doStream") { return .call(.chat) }
            if operation == "ai.toolCall" { return .tool }
            return operation.hasPrefix("ai.embed") ? .workflow : operation.hasPrefix("ai.rerank") ? .retrieval : .agent
        }
    )
}
