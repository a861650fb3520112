/// Tells of what is wrong with the disk: in the log once per kind, and in counters each time.
struct DiskTroubles: Sendable {
    private let name: String
    private let troubles: Troubles
    private let failures: Counter
    private let damages: [Counter]

    init(exporter: String, context: Context) {
        name = "exporters.\(exporter): queue"
        troubles = Troubles(log: context.log, clock: context.clock)
        failures = context.meters.counter(
            "weir_exporter_queue_failures_total", [("exporter", exporter)], help: "Reads and writes of the disk queue that failed.")
        damages = RecoveredLog.Damage.Kind.allCases.map {
            context.meters.counter(
                "weir_exporter_queue_damages_total", [("exporter", exporter), ("kind", $0.rawValue)],
                help: "Places in the disk queue's files that were found damaged.")
        }
    }

    func found(_ damage: RecoveredLog.Damage) {
        if let place = RecoveredLog.Damage.Kind.allCases.firstIndex(of: damage.kind) { damages[place].add() }
        troubles.report("\(name): \(damage)")
    }

    func failed(_ error: DiskError, _ consequence: String) {
        failures.add()
        troubles.report("\(name): \(error); \(consequence)")
    }
}
