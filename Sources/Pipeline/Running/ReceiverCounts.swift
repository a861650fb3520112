import OTLP
import Synchronization

/// The account of one receiver, by signal, entered under one lock: `received = accepted + refused`.
///
/// Source: `delivery.md`, promise 4.
final class ReceiverCounts: Sendable {
    /// Why items were refused to the sender.
    enum Reason: String, CaseIterable, Sendable {
        case busy, invalid
        case invalidItem = "invalid_item"
    }

    /// The columns of one signal.
    struct Account: Equatable {
        fileprivate(set) var received = 0
        fileprivate(set) var accepted = 0
        fileprivate(set) var refused: [Int] = Array(repeating: 0, count: Reason.allCases.count)

        var isBalanced: Bool { received == accepted + refused.reduce(0, +) }

        fileprivate mutating func refuse(_ items: Int, _ reason: Reason) {
            guard let place = Reason.allCases.firstIndex(of: reason) else { return }
            received += items
            refused[place] += items
        }
    }

    private let receiver: String
    private let accounts = Mutex(Array(repeating: Account(), count: Signal.allCases.count))
    private let refusedRequests: [Counter]

    init(receiver: String, meters: Meters) {
        self.receiver = receiver
        refusedRequests = [Reason.busy, .invalid].map {
            meters.counter(
                "weir_receiver_refused_requests_total", [("receiver", receiver), ("reason", $0.rawValue)],
                help: "Whole requests that were refused to the sender after their body was read, by reason.")
        }
        meters.source { self.samples }
    }

    /// All accounts at one moment, by signal.
    var snapshot: [Account] { accounts.withLock { $0 } }

    /// Books one request. A body that cannot be read, or that met no budget, has no known items: it counts as a request.
    func note(_ verdict: Verdict, _ received: Int, _ invalid: Int, _ signal: Signal) {
        accounts.withLock { accounts in
            accounts[Int(signal.rawValue)].refuse(invalid, .invalidItem)
            switch verdict {
            case .accepted:
                accounts[Int(signal.rawValue)].received += received
                accounts[Int(signal.rawValue)].accepted += received
            case .busy: accounts[Int(signal.rawValue)].refuse(received, .busy)
            case .invalid: accounts[Int(signal.rawValue)].refuse(received, .invalid)
            }
        }
        switch verdict {
        case .accepted: break
        case .busy: refusedRequests[0].add()
        case .invalid: refusedRequests[1].add()
        }
    }

    private var samples: [Sample] {
        zip(Signal.allCases, snapshot).flatMap { signal, account in
            let labels = [("receiver", receiver), ("signal", signal.name)]
            func sample(_ column: String, _ value: Int, _ help: String, _ more: [(String, String)] = []) -> Sample {
                Sample(
                    name: "weir_receiver_\(column)_items_total", labels: labels + more, value: Double(value), kind: .counter, help: help)
            }
            return [
                sample("received", account.received, "Items in requests that a receiver could read."),
                sample("accepted", account.accepted, "Items that a receiver handed to its pipelines."),
            ]
                + zip(Reason.allCases, account.refused).map {
                    sample("refused", $1, "Items that were refused to the sender, by reason.", [("reason", $0.rawValue)])
                }
        }
    }
}
