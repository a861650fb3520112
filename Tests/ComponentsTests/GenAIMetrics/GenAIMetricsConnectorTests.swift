import Metrics
import OTLP
import Settings
import Synchronization
import Testing
import Wire

@testable import Components
@testable import Pipeline

@Suite struct GenAIMetricsConnectorTests {
    /// Keeps the requests it is given.
    final class Kept: Sink {
        static let kind = "kept"
        static let summary = "For tests."
        typealias Settings = NoSettings
        private let requests = Mutex<[[UInt8]]>([])

        init(_ settings: NoSettings, _ context: Context) {}

        func take(_ payload: Payload) { requests.withLock { $0.append(payload.bytes.array) } }

        /// The requests as they came.
        var raw: String { String(decoding: requests.withLock { $0.joined() }, as: UTF8.self) }

        var count: Int { requests.withLock { $0.count } }

        var text: String {
            let store = PrometheusStore()
            for request in requests.withLock({ $0 }) { request.withUnsafeBytes { try? store.take(Text($0), now: 1) } }
            return String(decoding: store.expose(.text, now: 1), as: UTF8.self)
        }
    }

    /// A clock whose sleeps end at a test's word.
    private static func clock(_ sleeps: @escaping @Sendable () async throws -> Void) -> Clock {
        Clock(unixNanoseconds: { 5_000_000_000 }, monotonicNanoseconds: { 5 }, sleep: { _ in try await sleeps() }, random: { 0.5 })
    }

    private func outlet(_ sink: Kept, _ context: Context) -> Outlet {
        let lane = Lane(
            name: "metrics", signal: .metrics, beginnings: [], processors: [], connectors: [], sinks: [sink], queues: [],
            pool: BatchPool(keys: context.keys.table), context: context)
        return Outlet(
            lanes: [.metrics: [lane]], counts: ReceiverCounts(receiver: "genai_metrics", meters: context.meters), context: context)
    }

    private func observe(_ connector: GenAIMetricsConnector, _ spans: [MarkedSpan], _ context: Context) {
        let bench = Workbench(keys: context.keys.table)
        MarkedSpan.request(spans).withUnsafeBytes { bytes in
            guard (try? bench.batch.scan(bytes, as: .traces)) != nil else { return }
            connector.observe(bench.batch)
        }
    }

    @Test func `two Weirs of one host can be told apart`() async throws {
        let context = Context(name: "connectors.genai_metrics", clock: Self.clock { throw CancellationError() })
        var settings = GenAIMetricsSettings()
        settings.instance = "second-weir"
        let connector = try GenAIMetricsConnector(settings, context)
        let sink = Kept(NoSettings(), context)
        let outlet = outlet(sink, context)
        observe(connector, [.call()], context)
        try await connector.run(outlet)
        #expect(sink.raw.contains("second-weir"))
    }

    @Test func `it reports at each interval, and the rest when it is stopped`() async throws {
        let (ticks, tick) = AsyncStream<Void>.makeStream()
        let (slept, sleeping) = AsyncStream<Void>.makeStream()
        let context = Context(
            name: "connectors.genai_metrics",
            clock: Self.clock {
                sleeping.yield()
                for await _ in ticks { return }
                throw CancellationError()
            })
        let connector = try GenAIMetricsConnector(GenAIMetricsSettings(), context)
        let sink = Kept(NoSettings(), context)
        let outlet = outlet(sink, context)
        var sleeps = slept.makeAsyncIterator()
        let task = Task { try await connector.run(outlet) }
        await sleeps.next()
        observe(connector, [.call()], context)
        tick.yield()
        await sleeps.next()
        #expect(sink.text.contains("gen_ai_usage_cost_USD_total"))
        #expect(sink.text.contains("} 0.5\n"))
        observe(connector, [.call()], context)
        task.cancel()
        tick.finish()
        try await task.value
        #expect(sink.text.contains(#"gen_ai_request_model="m",otel_scope_name="weir",service_name="shop"} 1"#))
        #expect(sink.count == 2)
    }

    @Test func `delta numbers that find no room are told next time`() async throws {
        let context = Context(
            name: "connectors.genai_metrics", clock: Self.clock { throw CancellationError() }, budget: Budget(limitBytes: 10))
        var settings = GenAIMetricsSettings()
        settings.temporality = .delta
        let connector = try GenAIMetricsConnector(settings, context)
        observe(connector, [.call()], context)
        let sink = Kept(NoSettings(), context)
        try await connector.run(outlet(sink, context))
        #expect(sink.count == 0)
        observe(connector, [.call()], context)
        let roomy = Context(name: "connectors.genai_metrics", clock: context.clock, keys: context.keys)
        try await connector.run(outlet(sink, roomy))
        #expect(sink.text.contains(#"service_name="shop"} 1"#))
        try await connector.run(outlet(sink, roomy))
        #expect(sink.count == 1, "told once")
    }

    @Test func `a lane that it begins loses the copies that it replaces`() async throws {
        let context = Context(name: "connectors.genai_metrics")
        let connector = try GenAIMetricsConnector(GenAIMetricsSettings(), context)
        observe(connector, [.call()], context)
        let sink = Kept(NoSettings(), context)
        let lane = Lane(
            name: "metrics", signal: .metrics, beginnings: [connector], processors: [], connectors: [], sinks: [sink], queues: [],
            pool: BatchPool(keys: context.keys.table), context: context)
        let outlet = Outlet(lanes: [.metrics: [lane]], counts: ReceiverCounts(receiver: "otlp", meters: context.meters), context: context)
        _ = await outlet.submit(.copy(of: MarkedSpan.metrics(["gen_ai.usage.cost", "calls"])), .metrics)
        #expect(sink.text.contains("calls_total"))
        #expect(!sink.text.contains("gen_ai_usage_cost"))
    }

    @Test func `its own telemetry counts what overflowed`() throws {
        let context = Context(name: "connectors.genai_metrics")
        var settings = GenAIMetricsSettings()
        settings.limit = 10
        let connector = try GenAIMetricsConnector(settings, context)
        observe(connector, (0..<100).map { .call(model: "m\($0)") }, context)
        _ = connector.metering.collect(origin: Origin(resource: [], scope: "weir", version: ""), now: 9)
        let sample = context.meters.samples.first {
            $0.name == "weir_connector_overflow_measurements_total" && $0.labels.contains { $0.1 == "gen_ai.usage.cost" }
        }
        #expect(sample?.value == 91)
        #expect(sample?.labels.first?.1 == "genai_metrics")
    }
}

@Suite struct GenAIMetricsSettingsTests {
    private func read(_ keys: String) -> (GenAIMetricsSettings?, Mistakes?) {
        do throws(Mistakes) {
            let document = try SettingsFile.load(text: "[connectors.genai_metrics]\n" + keys, name: "test.toml")
            let settings = document.sections(of: "connectors").first?.read(as: GenAIMetricsSettings.self)
            return (settings, document.mistakes)
        } catch {
            return (nil, error)
        }
    }

    @Test func `all keys are read`() {
        let (settings, mistakes) = read(
            """
            interval = "5s"
            expire_after = "2h"
            series_limit = 100
            histogram = "exponential"
            temporality = "delta"
            dimensions = ["tier", "-service.name"]
            sdk_metrics = "both"
            """)
        #expect(mistakes?.isEmpty == true)
        #expect(settings?.interval == .seconds(5))
        #expect(settings?.expireNanoseconds == 7_200_000_000_000)
        #expect(settings?.limit == 100)
        #expect(settings?.histogram == .exponential)
        #expect(settings?.metricsTemporality == .delta)
        #expect(settings?.dimensions == ["tier", "-service.name"])
        #expect(settings?.sdkMetrics == .both)
    }

    @Test func `ids are no dimensions`() {
        let (_, mistakes) = read(#"dimensions = ["tier", "gen_ai.conversation.id", "+", "-user.id"]"#)
        #expect(mistakes.map { "\($0)" }?.contains("cannot be a label") == true)
        #expect(mistakes.map { "\($0)" }?.contains("names no attribute") == true)
    }
}
