import Metrics
import OTLP
import Wire

@testable import Components

/// A span as the `genai` processor leaves it.
struct MarkedSpan {
    var role = "call"
    var trace: UInt8 = 1
    var seconds = 1.0
    var failed = false
    var text: [(String, String)] = []
    var ints: [(String, Int64)] = []
    var doubles: [(String, Double)] = []
    var finish: String?

    /// A chat with tokens and a cost.
    static func call(
        model: String = "m", input: Int64? = 10, output: Int64? = 4, cost: Double? = 0.5, conversation: String? = nil, trace: UInt8 = 1,
        finish: String? = "stop"
    ) -> MarkedSpan {
        var span = MarkedSpan(trace: trace, finish: finish)
        span.text = [("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "openai"), ("gen_ai.request.model", model)]
        if let conversation { span.text.append(("gen_ai.conversation.id", conversation)) }
        if let input { span.ints.append(("gen_ai.usage.input_tokens", input)) }
        if let output { span.ints.append(("gen_ai.usage.output_tokens", output)) }
        if let cost { span.doubles.append(("gen_ai.usage.cost_usd", cost)) }
        return span
    }

    func with(_ change: (inout MarkedSpan) -> Void) -> MarkedSpan {
        var copy = self
        change(&copy)
        return copy
    }

    func write(_ span: inout WireWriter) {
        span.field(1, bytes: Array(repeating: trace, count: 16))
        span.field(2, bytes: Array(repeating: 7, count: 8))
        span.field(5, string: "span")
        span.field(7, fixed64: 1_000_000_000_000)
        span.field(8, fixed64: 1_000_000_000_000 + UInt64(seconds * 1e9))
        Self.attribute(9, "weir.role", &span) { $0.field(1, string: role) }
        for (key, value) in text { Self.attribute(9, key, &span) { $0.field(1, string: value) } }
        for (key, value) in ints { Self.attribute(9, key, &span) { $0.field(3, int: value) } }
        for (key, value) in doubles { Self.attribute(9, key, &span) { $0.field(4, double: value) } }
        if let finish {
            Self.attribute(9, "gen_ai.response.finish_reasons", &span) { value in
                value.field(5) { list in list.field(1) { $0.field(1, string: finish) } }
            }
        }
        if failed { span.field(15) { $0.field(3, varint: 2) } }
    }

    static func attribute(_ field: UInt64, _ key: String, _ writer: inout WireWriter, _ value: (inout WireWriter) -> Void) {
        writer.field(field) { entry in
            entry.field(1, string: key)
            entry.field(2) { value(&$0) }
        }
    }

    static func request(_ spans: [MarkedSpan], service: String = "shop", resource: [(String, String)] = []) -> [UInt8] {
        var writer = WireWriter()
        writer.field(1) { resourceSpans in
            resourceSpans.field(1) { message in
                for (key, value) in [("service.name", service)] + resource { attribute(1, key, &message) { $0.field(1, string: value) } }
            }
            resourceSpans.field(2) { scope in
                for span in spans { scope.field(2) { span.write(&$0) } }
            }
        }
        return writer.bytes
    }

    /// A metrics request with one sum for each name.
    static func metrics(_ names: [String], service: String = "shop", scope: String = "sdk") -> [UInt8] {
        Origin(resource: [("service.name", service)], scope: scope, version: "").request { writer in
            for name in names {
                writer.field(2) { metric in
                    metric.field(1, string: name)
                    metric.field(7) { data in
                        data.field(3, bool: true)
                        data.field(1) { $0.field(4, double: 1) }
                    }
                }
            }
        }
    }
}

/// A metering with its key table, observing requests from memory.
struct MeteringBench {
    let metering: GenAIMetering
    let keys: KeyTable

    init(shards: Int = 2, _ change: (inout GenAIMetricsSettings) -> Void = { _ in }) {
        var settings = GenAIMetricsSettings()
        change(&settings)
        var registry = KeyRegistry()
        metering = GenAIMetering(settings, shards: shards, now: 1, slot: { registry.slot($0) })
        keys = KeyTable(registry)
    }

    func observe(_ spans: [MarkedSpan], service: String = "shop", resource: [(String, String)] = []) {
        observe(MarkedSpan.request(spans, service: service, resource: resource))
    }

    func observe(_ request: [UInt8]) {
        let bench = Workbench(keys: keys)
        request.withUnsafeBytes { bytes in
            guard (try? bench.batch.scan(bytes, as: .traces)) != nil else { return }
            metering.observe(bench.batch)
        }
    }

    /// What is left of a metrics request after the guard: the names of its metrics.
    func guarded(_ request: [UInt8]) -> [String] {
        let bench = Workbench(keys: keys)
        return request.withUnsafeBytes { bytes in
            guard (try? bench.batch.scan(bytes, as: .metrics)) != nil else { return [] }
            metering.sdkMetrics.guardMetrics(&bench.batch, serviceName: metering.slots.serviceName)
            return (0..<bench.batch.itemCount).compactMap { item in
                bench.batch.select(item)
                return bench.batch.isDropped ? nil : String(bench.batch.name)
            }
        }
    }

    /// The lines a scraper would see, without `otel_scope_name`, comments and empty buckets.
    func lines(_ prefix: String = "") -> [String] {
        let store = PrometheusStore()
        for report in metering.collect(origin: Origin(resource: [], scope: "weir", version: ""), now: 2_000_000_000) {
            report.request.withUnsafeBytes { try? store.take(Text($0), now: 1) }
        }
        return String(decoding: store.expose(.text, now: 1), as: UTF8.self).split(separator: "\n").filter { $0.hasPrefix(prefix) }
            .map { line in
                String(line).replacing(#",otel_scope_name="weir""#, with: "").replacing(#"otel_scope_name="weir","#, with: "")
                    .replacing(#"otel_scope_name="weir""#, with: "")
            }
    }
}
