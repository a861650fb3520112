/// Plays one turn of a conversation: the endpoint, the agent, its model calls and tools, and what goes wrong.
struct SampleTurn {
    enum Trouble: Sendable {
        case none
        /// The first call is refused and repeated.
        case refusedOnce
        /// Every attempt is refused: the endpoint answers 502.
        case refusedAlways
        case toolFails
        /// The same call again and again.
        case loops
        /// The answer ends at the limit of tokens.
        case cutOff
    }

    let agent: SampleAgent
    let trouble: Trouble
    let model: SampleAgent.Model
    let conversation: String?
    let user: String
    /// The history that every call repeats, as semantic conventions have it.
    private(set) var history: [JSONTree]
    private(set) var spans: [SampleSpan] = []
    private(set) var clock: Int64
    private(set) var random: SampleRandom
    private let trace: String

    init(
        _ agent: SampleAgent, _ trouble: Trouble, conversation: String?, user: String, history: [JSONTree], at start: Int64,
        random: SampleRandom
    ) {
        self.agent = agent
        self.trouble = trouble
        self.conversation = conversation
        self.user = user
        self.history = history
        self.random = random
        clock = start
        trace = self.random.identity(bytes: 16)
        model = trouble == .refusedAlways ? agent.model : self.random.chance(15) ? agent.fallback ?? agent.model : agent.model
    }

    mutating func play(_ exchange: SampleAgent.Exchange) {
        let root = open("POST \(agent.route)", .server, under: nil)
        spans[root].set("http.request.method", "POST")
        spans[root].set("http.route", agent.route)
        spans[root].set("user.id", user)
        wait(random.milliseconds(around: 12))
        let run = open("invoke_agent \(agent.name)", .internal, under: root)
        spans[run].set("gen_ai.operation.name", "invoke_agent")
        spans[run].set("gen_ai.agent.name", agent.name)
        remember(run)
        history.append(Self.message("user", [Self.text(exchange.question)]))
        if agent.retrieves { retrieve(exchange.question, under: run) }
        let answered = converse(exchange, under: run)
        if !answered { spans[run].fail("ModelUnavailable", "the model did not answer") }
        close(run)
        wait(random.milliseconds(around: 6))
        spans[root].set("http.response.status_code", answered ? 200 : 502)
        if !answered { spans[root].failure = "502" }
        close(root)
    }

    /// Tools first, then the answer.
    private mutating func converse(_ exchange: SampleAgent.Exchange, under run: Int) -> Bool {
        var steps = exchange.steps
        if trouble == .loops, let step = steps.first { steps = Array(repeating: step, count: 6) }
        for step in steps {
            let id = "call_" + random.identity(bytes: 6)
            let arguments = JSONTree.text(step.arguments).opened
            let ask = Self.message("assistant", [Self.toolCall(id, step.tool, arguments)], finished: "tool_calls")
            guard call(answering: ask, finished: "tool_calls", under: run) else { return false }
            let failed = trouble == .toolFails
            let result = failed ? "upstream timed out after 2000 ms" : step.result
            use(step, id: id, failed: failed, under: run)
            history.append(Self.message("tool", [Self.toolResult(id, result)]))
        }
        let cutOff = trouble == .cutOff
        let text = cutOff ? String(exchange.answer.prefix(exchange.answer.count / 2)) : exchange.answer
        let finished = cutOff ? "length" : "stop"
        return call(answering: Self.message("assistant", [Self.text(text)], finished: finished), finished: finished, under: run)
    }

    // MARK: - Model calls

    /// A call with its retries; false where all of them were refused.
    private mutating func call(answering answer: JSONTree, finished: String, under run: Int) -> Bool {
        let refusals = trouble == .refusedAlways ? 3 : trouble == .refusedOnce && history.count < 3 ? 1 : 0
        for attempt in 0..<refusals {
            let span = begin(under: run)
            wait(random.milliseconds(around: 90))
            close(span)
            spans[span].fail("429", "Rate limit reached for \(model.asked). Please try again in \(attempt + 1) s.")
            spans[span].set("http.response.status_code", 429)
            wait(Int64(500 << attempt))
        }
        guard refusals < 3 else { return false }
        let span = begin(under: run)
        let output = Self.tokens(answer) + (model.reasons ? random.within(120...900) : 0)
        let first = random.milliseconds(around: model.firstToken)
        wait(first + Int64(output * 1_000 / max(1, model.speed)))
        close(span)
        spans[span].set("gen_ai.response.model", model.answered)
        spans[span].set("gen_ai.response.id", "resp_" + random.identity(bytes: 8))
        spans[span].set("gen_ai.response.finish_reasons", [finished])
        spans[span].set("gen_ai.response.time_to_first_chunk", seconds: Double(first) / 1_000)
        spans[span].set("gen_ai.output.messages", JSONTree.list([answer]).written())
        use(tokensOf: span, output: output, reasoning: model.reasons ? output - Self.tokens(answer) : 0)
        history.append(answer)
        return true
    }

    private mutating func begin(under run: Int) -> Int {
        let span = open("chat \(model.asked)", .client, under: run)
        spans[span].set("gen_ai.operation.name", "chat")
        spans[span].set("gen_ai.provider.name", model.provider)
        spans[span].set("gen_ai.request.model", model.asked)
        spans[span].set("gen_ai.agent.name", agent.name)
        spans[span].set("gen_ai.input.messages", JSONTree.list(history).written())
        spans[span].set("gen_ai.system_instructions", JSONTree.list([Self.text(agent.instructions)]).written())
        remember(span)
        return span
    }

    private mutating func use(tokensOf span: Int, output: Int, reasoning: Int) {
        let instructions = 640
        let input = instructions + history.reduce(0) { $0 + Self.tokens($1) }
        spans[span].set("gen_ai.usage.input_tokens", input)
        spans[span].set("gen_ai.usage.output_tokens", output)
        if reasoning > 0 { spans[span].set("gen_ai.usage.reasoning.output_tokens", reasoning) }
        if model.caches, history.count > 1 { spans[span].set("gen_ai.usage.cache_read.input_tokens", instructions) }
    }

    // MARK: - Tools and documents

    private mutating func use(_ step: SampleAgent.Step, id: String, failed: Bool, under run: Int) {
        let span = open("execute_tool \(step.tool)", .internal, under: run)
        spans[span].set("gen_ai.operation.name", "execute_tool")
        spans[span].set("gen_ai.tool.name", step.tool)
        spans[span].set("gen_ai.tool.call.id", id)
        spans[span].set("gen_ai.tool.call.arguments", step.arguments)
        remember(span)
        wait(2)
        reach(step.behind, for: failed ? 2_000 : step.duration, failed: failed, under: span)
        close(span)
        if failed {
            spans[span].fail("TimeoutError", "upstream timed out after 2000 ms")
        } else {
            spans[span].set("gen_ai.tool.call.result", step.result)
        }
    }

    private mutating func reach(_ behind: SampleAgent.Behind, for duration: Int, failed: Bool, under tool: Int) {
        let took = failed ? Int64(duration) : random.milliseconds(around: duration)
        let span: Int
        switch behind {
        case .nothing: return wait(took)
        case .database(let statement, let table):
            span = open("SELECT \(table)", .client, under: tool)
            spans[span].set("db.system.name", "postgresql")
            spans[span].set("db.query.text", statement)
            spans[span].set("db.collection.name", table)
        case .http(let host, let path):
            span = open("GET", .client, under: tool)
            spans[span].set("http.request.method", "GET")
            spans[span].set("url.full", "https://\(host)\(path)")
            spans[span].set("server.address", host)
            if !failed { spans[span].set("http.response.status_code", 200) }
        }
        wait(took)
        close(span)
        if failed { spans[span].fail("timeout", "no answer within 2000 ms") }
        wait(1)
    }

    /// An embedding of the question and the passages it finds.
    private mutating func retrieve(_ question: String, under run: Int) {
        let embedding = open("embeddings text-embedding-3-small", .client, under: run)
        spans[embedding].set("gen_ai.operation.name", "embeddings")
        spans[embedding].set("gen_ai.provider.name", "openai")
        spans[embedding].set("gen_ai.request.model", "text-embedding-3-small")
        spans[embedding].set("gen_ai.response.model", "text-embedding-3-small")
        spans[embedding].set("gen_ai.usage.input_tokens", max(1, question.utf8.count / 4))
        remember(embedding)
        wait(random.milliseconds(around: 85))
        close(embedding)
        let lookup = open("retrieval passages", .internal, under: run)
        spans[lookup].set("gen_ai.operation.name", "retrieval")
        remember(lookup)
        let statement = "SELECT text FROM passages ORDER BY embedding <=> $1 LIMIT 8"
        reach(.database(statement: statement, table: "passages"), for: 24, failed: false, under: lookup)
        close(lookup)
    }

    // MARK: - Spans and time

    private mutating func open(_ name: String, _ kind: SampleSpan.Kind, under parent: Int?) -> Int {
        spans.append(
            SampleSpan(
                service: agent.service, trace: trace, id: random.identity(bytes: 8), parent: parent.map { spans[$0].id }, name: name,
                kind: kind, start: clock))
        return spans.count - 1
    }

    private mutating func close(_ span: Int) { spans[span].end = clock }

    private mutating func wait(_ milliseconds: Int64) { clock += milliseconds * 1_000_000 + Int64(random.within(0...999_999)) }

    private mutating func remember(_ span: Int) {
        if let conversation { spans[span].set("gen_ai.conversation.id", conversation) }
    }
}
