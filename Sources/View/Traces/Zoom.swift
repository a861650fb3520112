/// The part of a drawing that an address zooms into: `zoom=from-to`, in whole numbers of the drawing's own unit.
struct Zoom: Sendable, Equatable {
    let from, to: Int64

    init(from: Int64, to: Int64) {
        self.from = from
        self.to = max(from &+ 1, to)
    }

    /// Nil where nothing lies between them.
    init?(from: Int64, upTo end: Int64) {
        guard from < end else { return nil }
        self.init(from: from, to: end)
    }

    /// Nil where it is no stretch.
    init?(_ text: String?) {
        let ends = (text ?? "").split(separator: "-", omittingEmptySubsequences: false).map { Int64($0) }
        guard ends.count == 2, let from = ends[0], let to = ends[1], from < to else { return nil }
        self.init(from: from, to: to)
    }

    var text: String { "\(from)-\(to)" }
}

/// The time that a waterfall shows: the whole trace, or the microseconds of it that were zoomed into.
struct Window: Sendable {
    let start, end: Int64
    /// Whether it is less than the whole.
    let isPart: Bool

    init(_ waterfall: Waterfall, _ zoom: Zoom?) {
        let whole = Self.zoom(from: 0, to: waterfall.length)
        let (from, to) = (max(zoom?.from ?? 0, 0), min(zoom?.to ?? .max, whole.to))
        isPart = zoom != nil && from < to && (from > 0 || to < whole.to)
        start = isPart ? waterfall.start &+ from &* 1_000 : waterfall.start
        end = isPart ? waterfall.start &+ to &* 1_000 : waterfall.start &+ waterfall.length
    }

    var length: Int64 { end &- start }

    /// Where a moment stands; outside of 0 and 1 it is not in the window.
    func position(of time: Int64) -> Double { (Double(time) - Double(start)) / Double(length) }

    func shows(_ time: Int64) -> Bool { time >= start && time <= end }

    func shows(_ step: Step) -> Bool { !isPart || step.end >= start && step.start <= end }

    /// Nanoseconds since the trace began as what stands in an address.
    static func zoom(from: Int64, to: Int64) -> Zoom { Zoom(from: from / 1_000, to: (to &+ 999) / 1_000) }
}
