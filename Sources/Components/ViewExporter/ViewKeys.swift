import OTLP

/// The attributes that rows are made of: what `processors.genai` wrote, and what any span says of itself.
struct ViewKeys: Sendable {
    let role, operation, provider, requestModel, responseModel, agent, tool, toolCallID: Slot
    let input, output, cacheRead, cacheCreation, cacheWrite, reasoning: Slot
    let cost, costInput, costOutput, costSource, costDetail, costPrice, firstChunk, finishReasons, degraded: Slot
    let errorClass, errorType, exceptionMessage, eventName, durationMilliseconds: Slot
    let conversation: Slot
    let users: [Slot]
    let service: Slot
    let environments: [Slot]
    let routes, methods, hosts, httpStatuses, databases: [Slot]
    let toolArguments: [Slot]
    /// JSON of messages; the first that holds a user's message gives the title.
    let messages: [Slot]
    /// What a user's message says, as an event's attribute.
    let said: [Slot]
    /// Role and text of the first messages, each in an attribute of its own.
    let numberedMessages: [(role: Slot, text: Slot)]
    let table: KeyTable

    init() {
        var keys = KeyRegistry()
        self.init(&keys)
    }

    /// After others that read the same requests have registered theirs.
    init(_ keys: inout KeyRegistry) {
        func slots(_ names: String...) -> [Slot] { names.map { keys.slot($0) } }
        role = keys.slot("weir.role")
        operation = keys.slot("gen_ai.operation.name")
        provider = keys.slot("gen_ai.provider.name")
        requestModel = keys.slot("gen_ai.request.model")
        responseModel = keys.slot("gen_ai.response.model")
        agent = keys.slot("gen_ai.agent.name")
        tool = keys.slot("gen_ai.tool.name")
        toolCallID = keys.slot("gen_ai.tool.call.id")
        input = keys.slot("gen_ai.usage.input_tokens")
        output = keys.slot("gen_ai.usage.output_tokens")
        cacheRead = keys.slot("gen_ai.usage.cache_read.input_tokens")
        cacheCreation = keys.slot("gen_ai.usage.cache_creation.input_tokens")
        cacheWrite = keys.slot("gen_ai.usage.cache_write.input_tokens")
        reasoning = keys.slot("gen_ai.usage.reasoning.output_tokens")
        cost = keys.slot("gen_ai.usage.cost_usd")
        costInput = keys.slot("gen_ai.usage.cost_input_usd")
        costOutput = keys.slot("gen_ai.usage.cost_output_usd")
        costSource = keys.slot("weir.cost.source")
        costDetail = keys.slot("weir.cost.detail")
        costPrice = keys.slot("weir.cost.price")
        firstChunk = keys.slot("gen_ai.response.time_to_first_chunk")
        finishReasons = keys.slot("gen_ai.response.finish_reasons")
        degraded = keys.slot("weir.degraded")
        errorClass = keys.slot("weir.error.class")
        errorType = keys.slot("error.type")
        exceptionMessage = keys.slot("exception.message")
        eventName = keys.slot("event.name")
        durationMilliseconds = keys.slot("duration_ms")
        conversation = keys.slot("gen_ai.conversation.id")
        users = slots("user.id", "enduser.id", "langfuse.user.id", "traceloop.association.properties.user_id")
        service = keys.slot("service.name")
        environments = slots("deployment.environment.name", "deployment.environment")
        routes = slots("http.route", "url.path", "http.target")
        methods = slots("http.request.method", "http.method")
        hosts = slots("server.address", "net.peer.name")
        httpStatuses = slots("http.response.status_code", "http.status_code")
        databases = slots("db.system.name", "db.system")
        toolArguments = slots("gen_ai.tool.call.arguments", "input.value", "traceloop.entity.input", "gen_ai.tool.input")
        messages = slots(
            "gen_ai.input.messages", "ai.prompt.messages", "gen_ai.prompt", "ai.prompt", "langfuse.observation.input", "request_data",
            "raw_input", "input.value", "traceloop.entity.input")
        said = slots("content", "gen_ai.event.content", "gen_ai.user.message")
        numberedMessages = (0..<4).flatMap { n in
            [
                ("gen_ai.prompt.\(n).role", "gen_ai.prompt.\(n).content"),
                ("llm.input_messages.\(n).message.role", "llm.input_messages.\(n).message.content"),
            ]
        }.map { (keys.slot($0.0), keys.slot($0.1)) }
        table = KeyTable(keys)
    }
}
