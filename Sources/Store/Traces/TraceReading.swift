/// What the calls of one trace tell together: turns, messages, retries, and what they add to their conversation (view.md 3.2).
///
/// A pure function of the facts: when one more arrives, however late, the old reading is taken back and the new one added.
struct TraceReading: Sendable, Equatable {
    /// A bucket of a minute and a series.
    var contributions: [RollKey: Sums] = [:]
    /// Failed calls that a retry made good.
    var recovered: Set<UInt64> = []
    var turns: Int64 = 0
    var messages: Int64 = 0

    init() {}

    init(_ facts: [CallFact], inConversation: Bool) {
        let calls = facts.filter(\.isCall).sorted { ($0.start, $0.span) < ($1.start, $1.span) }
        recovered = Self.recovered(calls)
        for call in calls where recovered.contains(call.span) { self[call][.recovered] += 1 }
        guard inConversation else { return }
        for turn in Self.turns(calls, agents: facts.filter { !$0.isCall }) { count(turn) }
        for call in calls { self.count(conversationCall: call) }
    }

    private subscript(call: CallFact) -> Sums {
        get { contributions[RollKey(minute: call.minute, sid: call.sid)] ?? Sums() }
        set { contributions[RollKey(minute: call.minute, sid: call.sid)] = newValue }
    }

    /// One user message, and one more where its last call answered.
    private mutating func count(_ turn: [CallFact]) {
        guard let first = turn.first, let last = turn.max(by: { ($0.end, $0.span) < ($1.end, $1.span) }) else { return }
        let said: Int64 = last.isFinalAnswer ? 2 : 1
        turns += 1
        messages += said
        self[first][.turns] += 1
        self[first][.messages] += said
    }

    private mutating func count(conversationCall call: CallFact) {
        self[call][.conversationCalls] += 1
        if call.isUnused { self[call][.conversationUnused] += 1 }
        guard let cost = call.costNano else { return }
        self[call][.conversationPriced] += 1
        self[call][.conversationCost] &+= cost
    }

    /// The calls of each turn: of each outermost agent that made any; of the trace where there is none. Calls outside of agents go with
    /// the first turn.
    private static func turns(_ calls: [CallFact], agents: [CallFact]) -> [[CallFact]] {
        guard !calls.isEmpty else { return [] }
        var outermost: [CallFact] = []
        var latest = Int64.min
        for agent in agents.sorted(by: { ($0.start, $1.end, $0.span) < ($1.start, $0.end, $1.span) }) where agent.end > latest {
            outermost.append(agent)
            latest = agent.end
        }
        guard outermost.count > 1 else { return [calls] }
        var turns = Array(repeating: [CallFact](), count: outermost.count)
        var outside: [CallFact] = []
        for call in calls {
            if let i = place(of: call, in: outermost) { turns[i].append(call) } else { outside.append(call) }
        }
        turns.removeAll(where: \.isEmpty)
        guard !turns.isEmpty else { return [calls] }
        turns[0] = (turns[0] + outside).sorted { ($0.start, $0.span) < ($1.start, $1.span) }
        return turns
    }

    /// The last agent that began before the call, if it still ran.
    private static func place(of call: CallFact, in agents: [CallFact]) -> Int? {
        var (low, high) = (0, agents.count)
        while low < high {
            let middle = (low + high) / 2
            if agents[middle].start <= call.start { low = middle + 1 } else { high = middle }
        }
        return low > 0 && call.start < agents[low - 1].end ? low - 1 : nil
    }

    /// Failed calls with a successful one of the same parent and operation within two minutes.
    static func recovered(_ calls: [CallFact]) -> Set<UInt64> {
        struct Kin: Hashable {
            let parent: UInt64
            let operation: String
        }
        var recovered: Set<UInt64> = []
        var nextSuccess: [Kin: Int64] = [:]
        for call in calls.reversed() where call.parent != 0 {
            let kin = Kin(parent: call.parent, operation: call.operation)
            if !call.isFailed {
                nextSuccess[kin] = call.start
            } else if let success = nextSuccess[kin], success &- call.end <= 120_000_000_000 {
                recovered.insert(call.span)
            }
        }
        return recovered
    }
}
