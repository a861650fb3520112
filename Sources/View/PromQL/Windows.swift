import Store

/// The moments at which a selector's counters are needed: for each step the two ends of its window.
///
/// Rollups know counters where buckets end, so an end within a bucket is moved to the end of it: what is asked for now includes the
/// minute that is still filling. The growth between two such ends is an exact sum over whole buckets; nothing is extrapolated.
/// `increase` is that growth, and 0 where both ends fall into one bucket: windows in a row add up to what there was, none twice. `rate`
/// takes at least one bucket, and divides by the time from end to end.
struct Windows {
    /// As on /metrics by default: series that count nothing for so long are not reported any more.
    private static let silence: Int64 = 3_600_000_000_000

    /// Ascending, each once.
    let moments: [Int64]
    /// For each step the places in `moments` of the window's ends, and of the time since which a series must have counted something.
    let ends: [Int]
    let begins: [Int]
    let alive: [Int]
    /// From end to end.
    let seconds: [Double]
    /// Whether totals are asked for, not growth.
    let isTotal: Bool
    /// Whether some window lies within one bucket.
    let isNarrow: Bool

    /// `times` are the steps in milliseconds; `now` in Unix nanoseconds.
    init(_ selector: Selector, times: [Int64], now: Int64) {
        let clock = CounterMoments(now: now)
        var windows: [(alive: Int64, begin: Int64, end: Int64)] = []
        windows.reserveCapacity(times.count)
        var isNarrow = false
        for time in times {
            let time = (time - selector.offset) * 1_000_000
            let end = clock.end(time)
            guard let window = selector.window else {
                windows.append((end, end, end))
                continue
            }
            var begin = clock.end(time - window * 1_000_000)
            if begin == end {
                isNarrow = true
                if selector.growth == .rate { begin = end - clock.width(end) }
            }
            windows.append((clock.end(begin - Self.silence), begin, end))
        }
        let moments = Array(Set(windows.flatMap { [$0.alive, $0.begin, $0.end] })).sorted()
        let places = Dictionary(moments.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        self.moments = moments
        ends = windows.map { places[$0.end] ?? 0 }
        begins = windows.map { places[$0.begin] ?? 0 }
        alive = windows.map { places[$0.alive] ?? 0 }
        seconds = windows.map { Double($0.end - $0.begin) / 1e9 }
        isTotal = selector.window == nil
        self.isNarrow = isNarrow
    }
}
