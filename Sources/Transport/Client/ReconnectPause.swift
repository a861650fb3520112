import NIOCore

/// The wait after a connection could not be made: 100 ms, doubling up to 10 s, with jitter; meanwhile calls fail at once.
struct ReconnectPause {
    private static let first: Int64 = 100_000_000
    private static let longest: Int64 = 10_000_000_000

    private var failures = 0
    private var until = NIODeadline.uptimeNanoseconds(0)
    private var trouble = ""

    mutating func fail(_ trouble: String, now: NIODeadline, random: Double) {
        let ceiling = min(Self.first << min(failures, 10), Self.longest)
        failures += 1
        until = now + .nanoseconds(ceiling / 2 + Int64(Double(ceiling / 2) * random))
        self.trouble = trouble
    }

    mutating func succeed() { self = ReconnectPause() }

    /// Why not to try now; nil = try.
    func refusal(_ now: NIODeadline) -> GRPCFailure? {
        now < until ? .unreachable(trouble, retryAfter: .nanoseconds((until - now).nanoseconds)) : nil
    }
}
