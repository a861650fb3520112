/// What is remembered of a call or an agent's span, to say of its trace what only the whole trace tells.
struct CallFact: Sendable {
    let span: UInt64
    let parent: UInt64
    let start: Int64
    let end: Int64
    let sid: Int64
    let isCall: Bool
    let operation: String
    let isFailed: Bool
    /// It succeeded and did not end in tool calls.
    let isFinalAnswer: Bool
    let costNano: Int64?
    /// It failed and says neither what it used nor what it cost.
    let isUnused: Bool

    var minute: Int64 { Tier.minute.bucket(start) }
}
