import Store

/// `step=` of `/api/v1/timeseries` (view.md 3.9): how long a bucket is.
struct SeriesStep {
    private static let words: [(word: String, seconds: Int64)] = [
        ("1m", 60), ("5m", 300), ("15m", 900), ("1h", 3_600), ("3h", 10_800), ("6h", 21_600), ("1d", 86_400),
    ]

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
        guard let known = Self.words.first(where: { $0.word == word }) else {
            throw BadQuestion("step=\(word) is not one of auto, \(Self.words.map(\.word).joined(separator: ", "))")
        }
        nanoseconds = known.seconds * 1_000_000_000
    }

    /// Throws where the answer has other buckets than were asked for: too many of them, or finer ones than are kept of that time.
    func check(_ series: TimeSeries) throws(BadQuestion) {
        guard let nanoseconds, series.step != nanoseconds else { return }
        throw BadQuestion("step=\(word) is too fine for this range; \(Show.duration(series.step)) can be had, or auto")
    }
}
