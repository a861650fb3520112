/// The three widths of buckets that rollups are kept in.
enum Tier: String, CaseIterable, Sendable {
    case minute, hour, day

    var nanoseconds: Int64 {
        switch self {
        case .minute: 60_000_000_000
        case .hour: 3_600_000_000_000
        case .day: 86_400_000_000_000
        }
    }

    var rolls: String { "roll_\(rawValue)" }
    var histograms: String { "lat_\(rawValue)" }

    /// The bucket that a time falls into.
    func bucket(_ time: Int64) -> Int64 { Self.floor(time, nanoseconds) }

    static func floor(_ time: Int64, _ width: Int64) -> Int64 {
        let (quotient, remainder) = time.quotientAndRemainder(dividingBy: width)
        return remainder < 0 ? quotient - 1 : quotient
    }
}

/// Buckets of one tier, one after another.
struct TierRange: Sendable, Equatable {
    var tier: Tier
    var from: Int64
    var to: Int64
}

extension TimeRange {
    /// The fewest buckets that cover the range: days within, hours at the edges, minutes at theirs, none finer than `finest`.
    ///
    /// Edges are widened to whole buckets of the finest tier.
    func cover(finest: Tier = .minute, coarsest: Tier = .day) -> [TierRange] {
        let tiers = Tier.allCases.filter { $0.nanoseconds >= finest.nanoseconds && $0.nanoseconds <= coarsest.nanoseconds }
        guard let smallest = tiers.first, to > from else { return [] }
        let end = Tier.floor(to &- 1, smallest.nanoseconds) + 1
        return Self.cover(smallest.bucket(from) * smallest.nanoseconds, end &* smallest.nanoseconds, tiers[...])
    }

    private static func cover(_ from: Int64, _ to: Int64, _ tiers: ArraySlice<Tier>) -> [TierRange] {
        guard let tier = tiers.first, to > from else { return [] }
        let width = tier.nanoseconds
        guard let next = tiers.dropFirst().first?.nanoseconds else { return [TierRange(tier: tier, from: from / width, to: to / width)] }
        let (low, high) = ((Tier.floor(from &+ next - 1, next)) &* next, Tier.floor(to, next) &* next)
        guard high > low else { return [TierRange(tier: tier, from: from / width, to: to / width)] }
        var ranges: [TierRange] = []
        if low > from { ranges.append(TierRange(tier: tier, from: from / width, to: low / width)) }
        ranges += cover(low, high, tiers.dropFirst())
        if to > high { ranges.append(TierRange(tier: tier, from: high / width, to: to / width)) }
        return ranges
    }
}
