/// When to try again: exponentially later with full jitter, at most `max` apart, until `giveUpAfter` has passed since the first try.
package struct RetryPolicy: Sendable, Equatable {
    package var initial: Duration = .seconds(1)
    package var max: Duration = .seconds(30)
    /// Nil = never.
    package var giveUpAfter: Duration? = .seconds(300)

    package init() {}

    /// The wait before try `attempt` (1 = the first repetition); what the receiver asked for is a lower bound.
    func delay(attempt: Int, asked: Duration?, random: Double) -> Duration {
        var ceiling = initial
        var step = 1
        while step < attempt, ceiling < max {
            ceiling *= 2
            step += 1
        }
        let jittered = min(ceiling, max) * random
        guard let asked else { return jittered }
        return asked + jittered * 0.1
    }

    /// Whether a try after `waited` in all is still wanted.
    func allows(waited: Duration) -> Bool { giveUpAfter.map { waited < $0 } ?? true }
}
