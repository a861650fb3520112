import Wire

/// What kind of metric points belong to (metrics/v1/metrics.proto, `Metric.data`).
package enum MetricForm: UInt64, Sendable {
    case gauge = 5
    case sum = 7
    case histogram = 9
    case exponential = 10
    case summary = 11
}

/// A metric's head, as read from a request.
package struct MetricReading {
    package var name = ""
    package var unit = ""
    package var help = ""
    package var form = MetricForm.gauge
    package var isDelta = false
    package var isMonotonic = false
}

/// A data point, as read from a request.
package struct PointReading {
    /// The raw `KeyValue` messages.
    package var attributes: [Text] = []
    package var start: UInt64 = 0
    package var time: UInt64 = 0
    /// NumberDataPoint: its value. Histograms and summaries: the sum.
    package var number = 0.0
    package var hasSum = false
    package var count: UInt64 = 0
    package var bucketCounts: [UInt64] = []
    package var bounds: [Double] = []
    package var scale = 0
    package var zeroCount: UInt64 = 0
    package var positive = (offset: 0, counts: [UInt64]())
    package var negative = (offset: 0, counts: [UInt64]())
    package var quantiles: [(quantile: Double, value: Double)] = []
    package var exemplars: [Exemplar] = []
    /// The sender says that there is no value any more (flag NO_RECORDED_VALUE).
    package var isStale = false
}

/// Where a metric stands: the raw attributes of its resource and scope.
package struct ReadingContext {
    package var resource: [Text] = []
    package var scopeName = ""
    package var scopeVersion = ""
    package var scopeAttributes: [Text] = []
}
