/// A span of time, in Unix nanoseconds: `from` is in it, `to` is not.
package struct TimeRange: Sendable, Equatable, Hashable {
    package var from: Int64
    package var to: Int64

    package init(from: Int64, to: Int64) {
        self.from = from
        self.to = max(from, to)
    }

    package var nanoseconds: Int64 { to &- from }

    package func contains(_ time: Int64) -> Bool { time >= from && time < to }

    /// The window of the same length just before; from seven days on a whole number of weeks before, so that weekdays meet weekdays.
    package var previous: TimeRange {
        let week: Int64 = 604_800_000_000_000
        let back = nanoseconds >= week ? (nanoseconds &+ week - 1) / week &* week : nanoseconds
        return TimeRange(from: from &- back, to: to &- back)
    }
}
