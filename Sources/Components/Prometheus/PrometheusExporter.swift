import Metrics
import OTLP
import Pipeline
import Settings
import Wire

/// What `[exporters.prometheus]` may say.
struct PrometheusSettings: Configurable {
    let seriesLimit: Int
    let expireAfter: Duration

    init(from keys: inout KeyReader) {
        seriesLimit = keys.int(
            "series_limit", default: 200_000, in: 1...10_000_000, help: "series that are kept for scrapers, over all metrics")
        expireAfter = keys.duration(
            "expire_after", default: .seconds(300), in: .seconds(1)...Duration.seconds(86400 * 30),
            help: "series that are not renewed for so long are no longer shown")
    }
}

/// Keeps metrics for scrapers: `[exporters.prometheus]`, served on the admin listener's `/metrics`.
struct PrometheusExporter: Sink {
    static let kind = "prometheus"
    static let summary = "keeps metrics for Prometheus to scrape, on the admin listener's /metrics"
    static let signals: Set<Signal> = [.metrics]

    let store: PrometheusStore
    private let clock: Clock
    private let malformed: Counter

    init(_ settings: PrometheusSettings, _ context: Context) throws {
        var limits = PrometheusStore.Limits()
        limits.series = settings.seriesLimit
        limits.expireAfter = UInt64(settings.expireAfter / .nanoseconds(1))
        let store = PrometheusStore(limits: limits, began: context.clock.unixNanoseconds())
        let clock = context.clock
        self.store = store
        self.clock = clock
        let name = String(context.name.drop { $0 != "." }.dropFirst())
        malformed = context.meters.counter(
            "weir_exporter_unreadable_requests_total", [("exporter", name)], help: "Metrics requests that could be read only in part.")
        context.meters.source { store.refusals.samples(exporter: name, series: store.seriesCount) }
        context.board.publish { format in
            store.expose(format == .openMetrics ? .openMetrics : .text, now: clock.monotonicNanoseconds(), isClosed: false)
        }
    }

    func take(_ payload: Payload) {
        let now = clock.monotonicNanoseconds()
        payload.bytes.withBytes { bytes in
            do throws(WireError) { try store.take(Text(bytes), now: now) } catch { malformed.add() }
        }
    }
}
