import OTLP
import Wire

/// The canonical attributes that are measured (pipelines.md, "What `genai` writes on spans").
struct GenAISlots: Sendable {
    let role, input, output, cacheRead, cacheCreation, reasoning, cost, conversation, finishReasons: Slot
    let serviceName: Slot
    /// Its name today, and the one before.
    let environment: (Slot, Slot)
    /// Seconds until the first chunk, under the names it goes by.
    let firstChunk: (Slot, Slot)

    init(_ slot: (String) -> Slot) {
        role = slot("weir.role")
        input = slot("gen_ai.usage.input_tokens")
        output = slot("gen_ai.usage.output_tokens")
        cacheRead = slot("gen_ai.usage.cache_read.input_tokens")
        cacheCreation = slot("gen_ai.usage.cache_creation.input_tokens")
        reasoning = slot("gen_ai.usage.reasoning.output_tokens")
        cost = slot("gen_ai.usage.cost_usd")
        conversation = slot("gen_ai.conversation.id")
        finishReasons = slot("gen_ai.response.finish_reasons")
        serviceName = slot("service.name")
        environment = (slot("deployment.environment.name"), slot("deployment.environment"))
        firstChunk = (slot("gen_ai.response.time_to_first_chunk"), slot("gen_ai.client.operation.time_to_first_chunk"))
    }
}
