/// How a figure moved against the period before. Colour only where a direction is good or bad, and never without an arrow.
struct Delta {
    enum Liking { case more, less, neither }

    let text: String
    let className: String

    /// Nil where there is nothing to compare with.
    init?(_ current: Double?, _ previous: Double?, liking: Liking, isShare: Bool = false) {
        guard let current, let previous else { return nil }
        if previous == 0, !isShare {
            guard current > 0 else { return nil }
            text = "new"
            className = "delta"
            return
        }
        let change = isShare ? (current - previous) * 100 : (current - previous) / previous * 100
        let size = Show.decimal(abs(change), places: abs(change) < 100 ? 1 : 0)
        guard size != "0.0" else {
            text = "unchanged"
            className = "delta"
            return
        }
        text = "\(change > 0 ? "▲" : "▼") \(size)\(isShare ? " pp" : " %")"
        let isGood = (change > 0) == (liking == .more)
        className = liking == .neither ? "delta" : isGood ? "delta good" : "delta bad"
    }
}
