import OTLP
import Synchronization

/// The account of one exporter, by signal. An item stands in one column at any moment, and every entry moves it under one lock:
/// `accepted + recovered = delivered + queued + dropped + dead_lettered`.
///
/// Source: `delivery.md`, promise 4.
final class Books: Sendable {
    /// Why accepted items were lost.
    enum Reason: String, CaseIterable, Sendable {
        case queueFull = "queue_full"
        case refused
        case gaveUp = "gave_up"
        case shutdown, damaged
    }

    /// The columns of one signal.
    struct Account: Equatable {
        fileprivate(set) var accepted = 0
        /// Found in the disk queue at the start: accepted by an earlier process.
        fileprivate(set) var recovered = 0
        fileprivate(set) var delivered = 0
        fileprivate(set) var deadLettered = 0
        fileprivate(set) var queued = 0
        fileprivate(set) var dropped: [Int] = Array(repeating: 0, count: Reason.allCases.count)

        var lost: Int { dropped.reduce(0, +) }
        var isBalanced: Bool { accepted + recovered == delivered + queued + lost + deadLettered }
    }

    let retries: Counter
    let seconds: Counter
    let exporter: String
    private let deliveredBytes: [Counter]
    private let accounts = Mutex(Array(repeating: Account(), count: Signal.allCases.count))

    init(exporter: String, meters: Meters) {
        self.exporter = exporter
        deliveredBytes = Signal.allCases.map {
            meters.counter(
                "weir_exporter_delivered_bytes_total", [("exporter", exporter), ("signal", $0.name)],
                help: "Bytes of protobuf that the exporter delivered.")
        }
        retries = meters.counter("weir_exporter_retries_total", [("exporter", exporter)], help: "Deliveries that were tried again.")
        seconds = meters.counter(
            "weir_exporter_seconds_total", [("exporter", exporter)], scale: 1e-9, help: "Time spent delivering, waits included.")
        meters.source { self.samples }
    }

    /// All accounts at one moment, by signal.
    var snapshot: [Account] { accounts.withLock { $0 } }

    /// Items lost so far, whatever the reason.
    var lostItems: Int { snapshot.reduce(0) { $0 + $1.lost } }
    var queuedItems: Int { snapshot.reduce(0) { $0 + $1.queued } }

    func accepted(_ payload: Payload) {
        enter(payload.signal) {
            $0.accepted += payload.items
            $0.queued += payload.items
        }
    }

    func recovered(_ items: Tally) {
        for signal in Signal.allCases {
            enter(signal) {
                $0.recovered += items[signal]
                $0.queued += items[signal]
            }
        }
    }

    func delivered(_ payload: Payload) {
        deliveredBytes[Int(payload.signal.rawValue)].add(payload.bytes.count)
        enter(payload.signal) {
            $0.queued -= payload.items
            $0.delivered += payload.items
        }
    }

    func deadLettered(_ payload: Payload) {
        enter(payload.signal) {
            $0.queued -= payload.items
            $0.deadLettered += payload.items
        }
    }

    func dropped(_ payload: Payload, _ reason: Reason) { dropped(Tally(payload.signal, payload.items), reason) }

    func dropped(_ items: Tally, _ reason: Reason) {
        guard let place = Reason.allCases.firstIndex(of: reason) else { return }
        for signal in Signal.allCases where items[signal] != 0 {
            enter(signal) {
                $0.queued -= items[signal]
                $0.dropped[place] += items[signal]
            }
        }
    }

    private func enter(_ signal: Signal, _ entry: (inout Account) -> Void) {
        accounts.withLock { entry(&$0[Int(signal.rawValue)]) }
    }
}
