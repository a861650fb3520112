import OTLP

/// The attributes that are written, and what an app's own value is kept under where one of them replaces it.
final class Slots: Sendable {
    struct Canonical: Sendable {
        let slot: Slot
        /// `weir.original.<key>`
        let original: Slot

        init(_ key: String, _ keys: inout KeyRegistry) {
            slot = keys.slot(key)
            original = keys.slot("weir.original." + key)
        }
    }

    let role: Slot
    let operation: Canonical
    let provider: Canonical
    let requestModel: Canonical
    let responseModel: Canonical
    let conversation: Canonical
    let input: Canonical
    let output: Canonical
    let cacheRead: Canonical
    let cacheWrite: Canonical
    let reasoning: Canonical
    let firstChunk: Canonical
    let costUSD: Canonical
    let costInput: Canonical
    let costOutput: Canonical
    let cost: Canonical
    let costSource: Slot
    let costPrice: Slot
    let costDetail: Slot
    let errorClass: Slot
    let conversationSource: Slot
    let degraded: Slot
    let retryOf: Slot

    init(_ semconv: Semconv, _ keys: inout KeyRegistry) {
        role = keys.slot("weir.role")
        operation = Canonical("gen_ai.operation.name", &keys)
        provider = Canonical("gen_ai.provider.name", &keys)
        requestModel = Canonical("gen_ai.request.model", &keys)
        responseModel = Canonical("gen_ai.response.model", &keys)
        conversation = Canonical("gen_ai.conversation.id", &keys)
        input = Canonical("gen_ai.usage.input_tokens", &keys)
        output = Canonical("gen_ai.usage.output_tokens", &keys)
        cacheRead = Canonical("gen_ai.usage.cache_read.input_tokens", &keys)
        cacheWrite = Canonical(
            semconv == .latest ? "gen_ai.usage.cache_write.input_tokens" : "gen_ai.usage.cache_creation.input_tokens", &keys)
        reasoning = Canonical("gen_ai.usage.reasoning.output_tokens", &keys)
        firstChunk = Canonical("gen_ai.response.time_to_first_chunk", &keys)
        costUSD = Canonical("gen_ai.usage.cost_usd", &keys)
        costInput = Canonical("gen_ai.usage.cost_input_usd", &keys)
        costOutput = Canonical("gen_ai.usage.cost_output_usd", &keys)
        cost = Canonical("gen_ai.usage.cost", &keys)
        costSource = keys.slot("weir.cost.source")
        costPrice = keys.slot("weir.cost.price")
        costDetail = keys.slot("weir.cost.detail")
        errorClass = keys.slot("weir.error.class")
        conversationSource = keys.slot("weir.conversation.source")
        degraded = keys.slot("weir.degraded")
        retryOf = keys.slot("weir.retry.of")
    }
}
