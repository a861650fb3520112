import Metrics
import Settings

/// What `[connectors.genai_metrics]` may say.
struct GenAIMetricsSettings: Configurable {
    enum HistogramForm: String, Sendable, CaseIterable { case explicit, exponential }
    enum TemporalityWord: String, Sendable, CaseIterable { case cumulative, delta }
    /// What happens to metrics of the table that a service sends itself.
    enum SDKMetricsPolicy: String, Sendable, CaseIterable { case replace, keep, both }

    var interval = Duration.seconds(15)
    var expireAfter = Duration.seconds(3600)
    /// Series per metric, the overflow series included.
    var limit = 2000
    var histogram = HistogramForm.explicit
    var temporality = TemporalityWord.cumulative
    var dimensions: [String] = []
    var sdkMetrics = SDKMetricsPolicy.replace
    /// `service.instance.id`; nil for the address of the admin listener under the host's name.
    var instance: String?

    init() {}

    init(from keys: inout KeyReader) {
        interval = keys.duration(
            "interval", default: interval, in: .milliseconds(100)...Duration.seconds(3600),
            help: "how often metrics are sent on, with a tenth of jitter")
        expireAfter = keys.duration(
            "expire_after", default: expireAfter, in: .seconds(60)...Duration.seconds(86400 * 30),
            help: "series that are not measured for so long are no longer reported")
        limit = keys.int(
            "series_limit", default: limit, in: 10...1_000_000, help: "series per metric; what is beyond goes to its overflow series")
        histogram = keys.choice(
            "histogram", default: histogram, help: "the buckets of the semantic conventions, or OTLP exponential histograms")
        temporality = keys.choice("temporality", default: temporality, help: "totals since a series began, or since the last interval")
        dimensions = keys.strings(
            "dimensions", default: [], help: "attributes that become labels too: \"key\" adds one, \"-key\" removes one")
        sdkMetrics = keys.choice(
            "sdk_metrics", default: sdkMetrics,
            help: "where a service sends one of these metrics itself: replace its copy, keep only its copy, or pass both")
        instance = keys.string(
            optional: "instance",
            help: "service.instance.id, which tells these metrics from another Weir's (default: host:port of the admin listener)")
        for (place, change) in dimensions.enumerated() { check(change, place, &keys) }
    }

    /// Says what cannot be a dimension.
    private func check(_ change: String, _ place: Int, _ keys: inout KeyReader) {
        let key = change.drop { $0 == "+" || $0 == "-" }
        if key.isEmpty {
            keys.mistake(at: "dimensions", element: place, "'\(change)' names no attribute")
        } else if GenAIDimensions.forbidden.contains(String(key)) {
            keys.mistake(
                at: "dimensions", element: place, "'\(key)' is different for every conversation, user or call and cannot be a label")
        }
    }

    /// At most thirty days, so it fits.
    var expireNanoseconds: UInt64 { UInt64(max(expireAfter / .nanoseconds(1), 0)) }

    var metricsTemporality: Cumulative.Temporality { temporality == .delta ? .delta : .cumulative }
}
