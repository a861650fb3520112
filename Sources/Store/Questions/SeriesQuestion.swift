/// What a chart shows.
package struct SeriesQuestion: Sendable, Equatable {
    package enum Metric: String, Sendable, CaseIterable {
        case requests, spans, errors, cost, tokens, turns
        /// P50, P90, P95 and P99 as four lines; of the duration, of the time to the first chunk, of output tokens a second.
        case latency, ttft, speed
        /// Fresh input, cached input, cache writes, visible output and reasoning as lines of their own.
        case tokensByType
        /// What was paid for input, for output, and for neither.
        case costByType
    }

    package var filter: Filter
    package var metric: Metric
    /// Lines by the seven largest values and the rest; nil = one line. Not for percentiles, `tokensByType` and `costByType`.
    package var by: Dimension?
    /// Nanoseconds of a bucket; nil = the finest of 1 m, 5 m, 15 m, 1 h, 3 h, 6 h, 1 d that needs at most 120.
    package var step: Int64?
    /// Seconds east of UTC that days begin by.
    package var zoneOffset: Int

    package init(_ metric: Metric, _ filter: Filter, by: Dimension? = nil, step: Int64? = nil, zoneOffset: Int = 0) {
        self.metric = metric
        self.filter = filter
        self.by = by
        self.step = step
        self.zoneOffset = zoneOffset
    }
}
