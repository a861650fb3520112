/// Realistic traffic of five invented agents: `weir demo` sends it, and so does the page's button. The same seed gives the same traffic.
package struct SampleTraffic: Sendable {
    /// One turn's spans as an OTLP/JSON `ExportTraceServiceRequest`.
    package struct Request: Sendable {
        package let json: String
        package let spans: Int
        /// When its last span ended, in nanoseconds since 1970.
        package let end: Int64
    }

    private var random: SampleRandom

    package init(seed: UInt64) { random = SampleRandom(seed: seed) }

    /// A conversation that begins then, in nanoseconds since 1970: one request for each turn, at most a few minutes apart.
    package mutating func conversation(startingAt start: Int64) -> [Request] {
        let agent = agent()
        return conversation(with: agent, startingAt: start, trouble: trouble())
    }

    /// A conversation with tools that goes well, for the first look at the page.
    package mutating func firstConversation(startingAt start: Int64) -> [Request] {
        conversation(with: .shop, startingAt: start, trouble: .none, dialogue: SampleAgent.shop.dialogues.first)
    }

    /// Conversations that begin between `start` and `end` and are over by then, in the order of their beginnings.
    package mutating func conversations(_ count: Int, from start: Int64, to end: Int64) -> [[Request]] {
        let span = max(1, end - start)
        let starts = (0..<max(0, count)).map { _ in start + Int64(random.next() % UInt64(span)) }
        return starts.sorted().map { conversation(startingAt: $0, overBy: end) }
    }

    private mutating func conversation(startingAt start: Int64, overBy end: Int64) -> [Request] {
        var rehearsal = self
        let length = (rehearsal.conversation(startingAt: start).last?.end ?? start) - start
        return conversation(startingAt: min(start, end - length))
    }

    private mutating func conversation(
        with agent: SampleAgent, startingAt start: Int64, trouble: SampleTurn.Trouble, dialogue: [SampleAgent.Exchange]? = nil
    ) -> [Request] {
        let exchanges = dialogue ?? random.one(of: agent.dialogues) ?? []
        let environment = random.chance(88) ? "production" : "staging"
        let user = "user-\(random.within(100...160))"
        let conversation = agent.remembers ? "conv-" + random.identity(bytes: 6) : nil
        let troubled = random.within(0...max(0, exchanges.count - 1))
        var history: [JSONTree] = []
        var clock = start
        var requests: [Request] = []
        for (index, exchange) in exchanges.enumerated() {
            var turn = SampleTurn(
                agent, index == troubled ? trouble : .none, conversation: conversation, user: user, history: history, at: clock,
                random: random)
            turn.play(exchange)
            requests.append(
                Request(json: SampleSpan.request(turn.spans, environment: environment), spans: turn.spans.count, end: turn.clock))
            random = turn.random
            history = turn.history
            clock = turn.clock + Int64(random.within(8...180)) * 1_000_000_000
        }
        return requests
    }

    private mutating func agent() -> SampleAgent {
        var draw = random.within(0...(SampleAgent.shares.reduce(0, +) - 1))
        for (agent, share) in zip(SampleAgent.all, SampleAgent.shares) {
            if draw < share { return agent }
            draw -= share
        }
        return .shop
    }

    private mutating func trouble() -> SampleTurn.Trouble {
        switch random.within(0...99) {
        case 0..<7: .refusedOnce
        case 7..<10: .refusedAlways
        case 10..<14: .toolFails
        case 14..<15: .loops
        case 15..<18: .cutOff
        default: .none
        }
    }
}
