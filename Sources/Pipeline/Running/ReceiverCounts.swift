import OTLP

/// The account of one receiver: `received = accepted + refused`.
///
/// Source: `delivery.md`, promise 4.
final class ReceiverCounts: Sendable {
    enum Reason: String, CaseIterable, Sendable {
        case busy, invalid
        case invalidItem = "invalid_item"
    }

    private let acceptedItems: [Counter]
    private let refusedItems: [[Counter]]
    private let refusedRequests: [Counter]

    init(receiver: String, meters: Meters) {
        func perSignal(_ name: String, _ help: String, _ more: [(String, String)] = []) -> [Counter] {
            Signal.allCases.map { meters.counter(name, [("receiver", receiver), ("signal", $0.name)] + more, help: help) }
        }
        acceptedItems = perSignal("weir_receiver_accepted_items_total", "Items that a receiver handed to its pipelines.")
        refusedItems = Reason.allCases.map {
            perSignal("weir_receiver_refused_items_total", "Items that were refused to the sender, by reason.", [("reason", $0.rawValue)])
        }
        refusedRequests = [Reason.busy, .invalid].map {
            meters.counter(
                "weir_receiver_refused_requests_total", [("receiver", receiver), ("reason", $0.rawValue)],
                help: "Whole requests that were refused to the sender after their body was read, by reason.")
        }
    }

    /// Books one request. A body that cannot be read, or that met no budget, has no known items: it counts as a request.
    func note(_ verdict: Verdict, _ received: Int, _ invalid: Int, _ signal: Signal) {
        refuse(invalid, signal, .invalidItem)
        switch verdict {
        case .accepted: acceptedItems[Int(signal.rawValue)].add(received)
        case .busy:
            refuse(received, signal, .busy)
            refusedRequests[0].add()
        case .invalid: refusedRequests[1].add()
        }
    }

    private func refuse(_ items: Int, _ signal: Signal, _ reason: Reason) {
        guard items > 0, let place = Reason.allCases.firstIndex(of: reason) else { return }
        refusedItems[place][Int(signal.rawValue)].add(items)
    }
}
