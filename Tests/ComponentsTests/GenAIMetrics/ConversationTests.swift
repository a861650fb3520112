import Testing

@testable import Components

@Suite struct ConversationTests {
    private func count(_ bench: MeteringBench, _ name: String) -> Int? {
        bench.lines(name).first.flatMap { $0.split(separator: " ").last }.flatMap { Int($0) }
    }

    @Test func `a turn is a trace, and brings a question and an answer`() {
        let bench = MeteringBench()
        bench.observe([
            .call(conversation: "a", trace: 1, finish: "tool_calls"), .call(conversation: "a", trace: 1, finish: "stop"),
            .call(conversation: "a", trace: 2, finish: "tool_use"),
            .call(conversation: "b", trace: 3).with { $0.failed = true },
            .call(trace: 4),
        ])
        #expect(count(bench, "gen_ai_conversations_started_total") == 2)
        #expect(count(bench, "gen_ai_conversation_turns_total") == 3)
        #expect(count(bench, "gen_ai_conversation_messages_total") == 4)
        bench.observe([.call(conversation: "a", trace: 2, finish: "stop"), .call(conversation: "a", trace: 1)])
        #expect(count(bench, "gen_ai_conversations_started_total") == 2)
        #expect(count(bench, "gen_ai_conversation_turns_total") == 3)
        #expect(count(bench, "gen_ai_conversation_messages_total") == 5)
    }

    @Test func `the same id in another environment is another conversation`() {
        let bench = MeteringBench { $0.dimensions = ["-deployment.environment.name"] }
        for environment in ["dev", "prod", "dev"] {
            bench.observe([.call(conversation: "a")], resource: [("deployment.environment.name", environment)])
        }
        #expect(count(bench, "gen_ai_conversations_started_total") == 2)
    }

    @Test func `the environment is read under its older name too`() {
        let bench = MeteringBench()
        for key in ["deployment.environment.name", "deployment.environment"] {
            bench.observe([.call(conversation: "a")], resource: [(key, "prod")])
        }
        #expect(count(bench, "gen_ai_conversations_started_total") == 1)
    }

    @Test func `what calls of conversations cost is counted beside the whole cost`() {
        let bench = MeteringBench()
        bench.observe([
            .call(cost: 0.5, conversation: "a"), .call(cost: 0.25, conversation: "a", trace: 2), .call(cost: 2),
            .call(cost: nil, conversation: "b"),
        ])
        #expect(bench.lines("gen_ai_conversation_cost_USD_total").first?.hasSuffix(" 0.75") == true)
        #expect(bench.lines("gen_ai_usage_cost_USD_total").first?.hasSuffix(" 2.75") == true)
    }

    @Test func `no id of a conversation becomes a label`() {
        let bench = MeteringBench()
        bench.observe([.call(conversation: "secret-id")])
        #expect(!bench.lines().joined().contains("secret-id"))
    }

    @Test func `the newest hashes are remembered, memory is bounded`() {
        var set = RecentSet(capacity: 1000)
        var state: UInt64 = 1
        func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1
            return state
        }
        let all = (0..<10_000).map { _ in next() }
        for hash in all { #expect(set.note(hash, RecentSet.seen) == 0) }
        for hash in all.suffix(1000) { #expect(set.flags(hash) == RecentSet.seen) }
        let forgotten = all.prefix(5000).filter { set.flags($0) == 0 }.count
        #expect(forgotten == 5000)
        #expect(set.note(all[9999], RecentSet.answered) == RecentSet.seen)
        #expect(set.flags(all[9999]) == RecentSet.seen | RecentSet.answered)
    }
}
