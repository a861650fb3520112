import Metrics
import Pipeline

extension PrometheusStore.Refusals {
    /// The own telemetry of an exporter that keeps series.
    func samples(exporter: String, series: Int) -> [Sample] {
        func points(_ reason: String, _ count: UInt64) -> Sample {
            Sample(
                name: "weir_exporter_dropped_points_total", labels: [("exporter", exporter), ("reason", reason)], value: Double(count),
                kind: .counter, help: "Data points that an exporter does not pass on, by reason.")
        }
        return [
            points("type_conflict", conflicting), points("series_limit", overLimit), points("outdated", outdated),
            Sample(
                name: "weir_exporter_series", labels: [("exporter", exporter)], value: Double(series), kind: .gauge,
                help: "Series that an exporter knows."),
        ]
    }
}
