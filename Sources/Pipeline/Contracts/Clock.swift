import Glibc

/// The time, as components see it. Tests give their own, so that none of them sleeps.
package struct Clock: Sendable {
    /// Unix nanoseconds.
    package var unixNanoseconds: @Sendable () -> UInt64
    /// Nanoseconds that only go forward.
    package var monotonicNanoseconds: @Sendable () -> UInt64
    package var sleep: @Sendable (Duration) async throws -> Void
    /// In 0..<1, for jitter.
    package var random: @Sendable () -> Double

    package init(
        unixNanoseconds: @escaping @Sendable () -> UInt64, monotonicNanoseconds: @escaping @Sendable () -> UInt64,
        sleep: @escaping @Sendable (Duration) async throws -> Void, random: @escaping @Sendable () -> Double
    ) {
        self.unixNanoseconds = unixNanoseconds
        self.monotonicNanoseconds = monotonicNanoseconds
        self.sleep = sleep
        self.random = random
    }

    package static let system = Clock(
        unixNanoseconds: { nanoseconds(CLOCK_REALTIME) },
        monotonicNanoseconds: { nanoseconds(CLOCK_MONOTONIC) },
        sleep: { try await Task.sleep(for: $0) },
        random: { Double.random(in: 0..<1) }
    )

    private static func nanoseconds(_ clock: clockid_t) -> UInt64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
    }
}
