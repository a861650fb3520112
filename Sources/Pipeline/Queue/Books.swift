import OTLP

/// The account of one exporter, by signal: `accepted = delivered + queued + dropped`.
///
/// Source: `delivery.md`, promise 4.
final class Books: Sendable {
    enum Reason: String, CaseIterable, Sendable {
        case queueFull = "queue_full"
        case refused, gaveUp = "gave_up", shutdown
    }

    private let acceptedItems: [Counter]
    private let deliveredItems: [Counter]
    private let deliveredBytes: [Counter]
    private let droppedItems: [[Counter]]
    let retries: Counter
    let seconds: Counter

    init(exporter: String, meters: Meters) {
        func perSignal(_ name: String, _ help: String, _ more: [(String, String)] = []) -> [Counter] {
            Signal.allCases.map { meters.counter(name, [("exporter", exporter), ("signal", $0.name)] + more, help: help) }
        }
        acceptedItems = perSignal("weir_exporter_accepted_items_total", "Items that entered the exporter's queue.")
        deliveredItems = perSignal("weir_exporter_delivered_items_total", "Items that the exporter delivered.")
        deliveredBytes = perSignal("weir_exporter_delivered_bytes_total", "Bytes of protobuf that the exporter delivered.")
        droppedItems = Reason.allCases.map {
            perSignal("weir_exporter_dropped_items_total", "Items that were accepted and then lost, by reason.", [("reason", $0.rawValue)])
        }
        retries = meters.counter("weir_exporter_retries_total", [("exporter", exporter)], help: "Deliveries that were tried again.")
        seconds = meters.counter(
            "weir_exporter_seconds_total", [("exporter", exporter)], scale: 1e-9, help: "Time spent delivering, waits included.")
    }

    func accepted(_ payload: Payload) { acceptedItems[Int(payload.signal.rawValue)].add(payload.items) }

    func delivered(_ payload: Payload) {
        deliveredItems[Int(payload.signal.rawValue)].add(payload.items)
        deliveredBytes[Int(payload.signal.rawValue)].add(payload.bytes.count)
    }

    func dropped(_ payload: Payload, _ reason: Reason) {
        guard let place = Reason.allCases.firstIndex(of: reason) else { return }
        droppedItems[place][Int(payload.signal.rawValue)].add(payload.items)
    }

    /// Items lost so far, whatever the reason.
    var lost: UInt64 { droppedItems.reduce(0) { $0 + $1.reduce(0) { $0 + $1.value } } }
}
