import Glibc
import Metrics
import OTLP
import Pipeline
import Wire

/// Derives metrics from GenAI spans: `[connectors.genai_metrics]`.
///
/// Counts what a span's role says it is, so that a model call that three layers report is one call (pipelines.md, "Metrics").
struct GenAIMetricsConnector: Connector {
    static let kind = "genai_metrics"
    static let summary = "derives durations, tokens, cost and conversations of model calls, agents and tools as metrics"
    static let edge = (from: Signal.traces, to: Signal.metrics)

    let metering: GenAIMetering
    private let interval: Duration
    private let clock: Clock
    private let origin: Origin
    private let troubles: Troubles
    private let serviceName: Slot

    init(_ settings: GenAIMetricsSettings, _ context: Context) throws {
        let metering = GenAIMetering(
            settings, shards: Int(clamping: max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1)), now: context.clock.unixNanoseconds(),
            slot: { context.keys.slot($0) })
        self.metering = metering
        interval = settings.interval
        clock = context.clock
        origin = Origin(
            resource: [("service.name", "weir"), ("service.instance.id", settings.instance ?? context.instance)],
            scope: "weir", version: "")
        troubles = Troubles(log: context.log, clock: context.clock)
        serviceName = metering.slots.serviceName
        let name = String(context.name.drop { $0 != "." }.dropFirst())
        context.meters.source { metering.samples(connector: name) }
    }

    func observe(_ batch: borrowing Batch) { metering.observe(batch) }

    /// Looks through metrics that enter the pipelines this connector feeds, and drops what it derives itself (`sdk_metrics`).
    func screen(_ batch: inout Batch) { metering.sdkMetrics.guardMetrics(&batch, serviceName: serviceName) }

    func run(_ outlet: Outlet) async throws {
        while !Task.isCancelled {
            do { try await clock.sleep(interval * (0.95 + 0.1 * clock.random())) } catch { break }
            await flush(outlet)
        }
        await flush(outlet)
    }

    /// Sends what there is to say. A family that found no room keeps its numbers and says them next time.
    private func flush(_ outlet: Outlet) async {
        let now = clock.unixNanoseconds()
        var waiting: Set<GenAIRole> = []
        for report in metering.collect(origin: origin, now: now) {
            switch await outlet.submit(Bytes.copy(of: report.request), .metrics) {
            case .accepted: break
            case .busy: waiting.insert(report.role)
            case .invalid(let reason): troubles.report("derived metrics were refused: \(reason)")
            }
        }
        for role in GenAIRole.allCases where !waiting.contains(role) { metering.finishInterval(role, now: now) }
    }
}

extension GenAIMetering {
    /// The connector's own telemetry.
    func samples(connector: String) -> [Pipeline.Sample] {
        overflow.map { metric, measurements in
            Sample(
                name: "weir_connector_overflow_measurements_total", labels: [("connector", connector), ("metric", metric)],
                value: Double(measurements), kind: .counter, help: "Measurements that went to a metric's overflow series.")
        }
            + labelSets.map { role, count in
                Sample(
                    name: "weir_connector_label_sets", labels: [("connector", connector), ("role", "\(role)")], value: Double(count),
                    kind: .gauge, help: "Label sets that are being counted.")
            }
            + [
                Sample(
                    name: "weir_connector_replaced_points_total", labels: [("connector", connector)],
                    value: Double(sdkMetrics.droppedPoints), kind: .counter,
                    help: "Data points of services' own GenAI metrics that derived ones replaced.")
            ]
    }
}
