import Store

/// `step=` of `/api/v1/timeseries` (view.md 3.9): how long a bucket is.
struct SeriesStep {
    /// Nanoseconds; an address has them as `Show.step` writes them.
    private static let steps: [Int64] = [60, 300, 900, 3_600, 10_800, 21_600, 86_400].map { $0 * 1_000_000_000 }

    private let word: String
    /// Nil = one that suits the range.
    let nanoseconds: Int64?

    init(_ asked: Asked) throws(BadQuestion) {
        let word = asked.query["step"] ?? "auto"
        self.word = word
        guard word != "auto" else {
            nanoseconds = nil
            return
        }
        guard let known = Self.steps.first(where: { Show.step($0) == word }) else {
            throw BadQuestion("step=\(word) is not one of auto, \(Self.steps.map(Show.step).joined(separator: ", "))")
        }
        nanoseconds = known
    }

    /// Throws where the answer has other buckets than were asked for: too many of them, or finer ones than are kept of that time.
    func check(_ series: TimeSeries) throws(BadQuestion) {
        guard let nanoseconds, series.step != nanoseconds else { return }
        throw BadQuestion("step=\(word) is too fine for this range; \(Show.duration(series.step)) can be had, or auto")
    }
}
