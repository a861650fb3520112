/// The moments at which counters are known: the ends of minutes, of hours where minutes are not kept any more, of days long ago.
package struct CounterMoments: Sendable {
    /// Where minutes begin to be kept, and hours; both at the start of a bucket of the next wider tier.
    private let minutes: Int64
    private let hours: Int64

    /// `now` in Unix nanoseconds.
    package init(now: Int64) {
        minutes = Self.ceiling(now &- Rollups.minutesKept, .hour)
        hours = Self.ceiling(now &- 399 &* Tier.day.nanoseconds, .day)
    }

    /// The end of the bucket that a time falls into, or the time itself where a bucket begins: what had been counted by then includes
    /// the whole of that bucket.
    package func end(_ time: Int64) -> Int64 { Self.ceiling(time, tier(time)) }

    /// Nanoseconds of the bucket that ends at or contains a time.
    package func width(_ time: Int64) -> Int64 { tier(time).nanoseconds }

    private func tier(_ time: Int64) -> Tier { time > minutes ? .minute : time > hours ? .hour : .day }

    private static func ceiling(_ time: Int64, _ tier: Tier) -> Int64 {
        let floor = tier.bucket(time) &* tier.nanoseconds
        return floor == time ? time : floor &+ tier.nanoseconds
    }
}
