import OTLP

/// The attributes that are printed.
struct PrintedKeys: Sendable {
    let role, service, operation, provider, system: Slot
    let requestModel, responseModel, agent, tool: Slot
    let input, output, cost, errorClass, errorType: Slot
    let table: KeyTable

    init() {
        var keys = KeyRegistry()
        role = keys.slot("weir.role")
        service = keys.slot("service.name")
        operation = keys.slot("gen_ai.operation.name")
        provider = keys.slot("gen_ai.provider.name")
        system = keys.slot("gen_ai.system")
        requestModel = keys.slot("gen_ai.request.model")
        responseModel = keys.slot("gen_ai.response.model")
        agent = keys.slot("gen_ai.agent.name")
        tool = keys.slot("gen_ai.tool.name")
        input = keys.slot("gen_ai.usage.input_tokens")
        output = keys.slot("gen_ai.usage.output_tokens")
        cost = keys.slot("gen_ai.usage.cost_usd")
        errorClass = keys.slot("weir.error.class")
        errorType = keys.slot("error.type")
        table = KeyTable(keys)
    }
}
