/// The prompts and times for which the same rules of a model hold, as far as one look at them could tell.
struct RuleRange {
    /// The prompt is longer than this,
    private var above: Int64 = -1
    /// and not longer than this.
    private var upTo: Int64 = .max
    /// Unix nanoseconds; up to, but not including, `to`.
    private var from: UInt64 = 0
    private var to: UInt64 = .max

    @inline(__always)
    func contains(_ prompt: Int64, _ nanos: UInt64) -> Bool { prompt > above && prompt <= upTo && nanos >= from && nanos < to }

    @inline(__always)
    mutating func cut(_ prompt: Int64, above limit: Int64) {
        if prompt > limit { above = max(above, limit) } else { upTo = min(upTo, limit) }
    }

    /// `seconds` is inside; where hours or days matter, its minute is as far as that is known.
    mutating func cut(_ seconds: Int64, _ rule: CompiledRule) {
        for limit in [rule.from, rule.to] where limit != .min && limit != .max { cut(seconds, at: limit) }
        guard rule.schedule >= 0 else { return }
        let minute = Instant.floorDivide(seconds, 60)
        from = max(from, RuleRange.nanos(minute &* 60))
        to = min(to, RuleRange.nanos(minute &* 60 &+ 60))
    }

    private mutating func cut(_ seconds: Int64, at limit: Int64) {
        if seconds >= limit { from = max(from, RuleRange.nanos(limit)) } else { to = min(to, RuleRange.nanos(limit)) }
    }

    private static func nanos(_ seconds: Int64) -> UInt64 {
        let (nanos, overflow) = UInt64(max(0, seconds)).multipliedReportingOverflow(by: 1_000_000_000)
        return overflow ? .max : nanos
    }
}
