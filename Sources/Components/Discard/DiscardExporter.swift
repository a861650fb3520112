import OTLP
import Pipeline
import Settings

/// Ends telemetry that nobody needs, and counts it: `[exporters.discard]`.
struct DiscardExporter: Sink {
    static let kind = "discard"
    static let summary = "drops everything, and counts it"
    typealias Settings = NoSettings

    private let items: [Counter]

    init(_ settings: NoSettings, _ context: Context) {
        let name = String(context.name.drop { $0 != "." }.dropFirst())
        items = Signal.allCases.map {
            context.meters.counter(
                "weir_exporter_discarded_items_total", [("exporter", name), ("signal", $0.name)], help: "Items that ended in discard.")
        }
    }

    var readsBytes: Bool { false }

    func take(_ payload: Payload) { items[Int(payload.signal.rawValue)].add(payload.items) }
}
