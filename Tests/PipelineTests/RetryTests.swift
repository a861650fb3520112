import Testing

@testable import Pipeline

@Suite struct RetryTests {
    private let policy: RetryPolicy = {
        var policy = RetryPolicy()
        policy.initial = .seconds(1)
        policy.max = .seconds(10)
        policy.giveUpAfter = .seconds(60)
        return policy
    }()

    @Test func `waits double up to the longest`() {
        let waits = (1...6).map { policy.delay(attempt: $0, asked: nil, random: 1) }
        #expect(waits == [.seconds(1), .seconds(2), .seconds(4), .seconds(8), .seconds(10), .seconds(10)])
    }

    @Test func `jitter spreads over the whole wait`() {
        #expect(policy.delay(attempt: 3, asked: nil, random: 0) == .zero)
        #expect(policy.delay(attempt: 3, asked: nil, random: 0.5) == .seconds(2))
    }

    @Test func `what the receiver asked for is a lower bound`() {
        #expect(policy.delay(attempt: 1, asked: .seconds(20), random: 0) == .seconds(20))
        #expect(policy.delay(attempt: 1, asked: .seconds(20), random: 1) > .seconds(20))
    }

    @Test func `it gives up after its time, or never`() {
        #expect(policy.allows(waited: .seconds(59)))
        #expect(!policy.allows(waited: .seconds(60)))
        var forever = policy
        forever.giveUpAfter = nil
        #expect(forever.allows(waited: .seconds(1_000_000)))
    }
}
