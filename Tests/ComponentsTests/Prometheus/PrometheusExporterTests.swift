import Metrics
import OTLP
import Settings
import Testing
import Wire

@testable import Components
@testable import Pipeline

@Suite struct PrometheusExporterTests {
    @Test func `what it takes is on the noticeboard, without an end`() throws {
        let context = Context(name: "exporters.prometheus")
        let settings = Declaration.settings(PrometheusSettings.self)
        let exporter = try PrometheusExporter(settings, context)
        let request = MarkedSpan.metrics(["calls"])
        exporter.take(Payload(signal: .metrics, bytes: .copy(of: request), items: 1, reservation: nil))
        let text = String(decoding: context.board.exposition(.text), as: UTF8.self)
        #expect(text.contains(#"calls_total{job="shop",otel_scope_name="sdk"} 1"#))
        let open = String(decoding: context.board.exposition(.openMetrics), as: UTF8.self)
        #expect(open.contains("# TYPE calls counter\n"))
        #expect(!open.contains("# EOF"))
    }

    @Test func `what cannot be shown is in its own telemetry`() throws {
        let context = Context(name: "exporters.prometheus")
        let exporter = try PrometheusExporter(Declaration.settings(PrometheusSettings.self), context)
        exporter.take(Payload(signal: .metrics, bytes: .copy(of: [0x0A, 0xFF]), items: 0, reservation: nil))
        let samples = context.meters.samples
        #expect(samples.contains { $0.name == "weir_exporter_unreadable_requests_total" && $0.value == 1 })
        #expect(samples.contains { $0.name == "weir_exporter_series" && $0.value == 0 })
        #expect(samples.filter { $0.name == "weir_exporter_dropped_points_total" }.count == 3)
    }
}

extension Declaration {
    /// Settings with nothing but defaults.
    static func settings<C: Configurable>(_: C.Type) -> C {
        var made: C?
        _ = all { made = C(from: &$0) }
        guard let made else { fatalError("reading settings always gives some") }
        return made
    }
}
