import Metrics
import Testing

@testable import Components
@testable import View

/// What the view answers as Prometheus is called as the connector calls it.
@Suite struct StoredMetricsTests {
    @Test func `the view's buckets are the connector's`() {
        #expect(PromMetric.bounds.map { Double($0) / 1e9 } == Bounds.operation.values)
    }

    @Test func `the view's metrics and labels are some of the connector's`() {
        let kinds = [GenAIRole.call, .conversation].flatMap { $0.metrics(exponential: false) }
        for metric in PromMetric.all {
            let dotted = metric.name.replacing("_", with: ".")
            let isKnown = kinds.contains { kind in
                let name = kind.name.replacing("_", with: ".")
                return [name, name + ".seconds", name + ".total", name + ".USD.total"].contains(dotted)
            }
            #expect(isKnown, "\(metric.name)")
        }
        let labels = Set(GenAIRole.call.dimensions.map { $0.replacing(".", with: "_") })
        for label in SeriesLabel.allCases { #expect(labels.contains(label.rawValue)) }
    }
}
