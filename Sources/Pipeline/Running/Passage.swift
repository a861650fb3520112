import OTLP
import Wire

/// How far one request has come when its submitter's turn ends.
enum Passing {
    case answered(Verdict)
    /// Disk queues have it and will answer.
    case underWay
}

/// One request on its way through all the lanes that take it: all of them accept it, or none does.
///
/// A lane's index must stay until every queue has room, because connectors observe only what is accepted; so lanes nest.
struct Passage {
    /// What of the request was there, and what of it can never be taken.
    struct Items: Sendable {
        var received = 0
        var refused = 0
    }

    private let lanes: [Lane]
    private let bytes: Bytes
    private let reservation: Reservation?
    private let answer: @Sendable (Verdict, Items) -> Void
    private(set) var items = Items()
    private var ready: [Lane.Prepared] = []

    init(lanes: [Lane], bytes: Bytes, reservation: Reservation?, answer: @escaping @Sendable (Verdict, Items) -> Void) {
        self.lanes = lanes
        self.bytes = bytes
        self.reservation = reservation
        self.answer = answer
    }

    mutating func proceed() -> Passing {
        guard ready.count < lanes.count else { return commit() }
        let lane = lanes[ready.count]
        return lane.prepare(bytes, ready.isEmpty ? reservation : nil) { prepared in
            if ready.isEmpty { items = Items(received: prepared.receivedItems, refused: prepared.refusedItems) }
            ready.append(prepared)
            return proceed()
        }
    }

    private mutating func commit() -> Passing {
        for (place, lane) in lanes.enumerated() where !lane.reserve(ready[place]) {
            for earlier in 0..<place { lanes[earlier].cancel(ready[earlier]) }
            return .answered(.busy(retryAfter: Lane.retryAfter))
        }
        let receipt = receipt()
        for (lane, prepared) in zip(lanes, ready) { lane.commit(prepared, receipt) }
        return receipt == nil ? .answered(verdict) : .underWay
    }

    /// Nil where no queue has to be waited for.
    private func receipt() -> Receipt? {
        let copies = zip(lanes, ready).reduce(0) { $0 + $1.0.durableCopies(of: $1.1) }
        guard copies > 0 else { return nil }
        return Receipt(copies: copies) { [answer, verdict, items] isKept in
            answer(isKept ? verdict : .busy(retryAfter: Lane.retryAfter), items)
        }
    }

    /// What is said once all have it.
    private var verdict: Verdict { Passage.verdict(items) }

    /// What is said of items that were taken.
    static func verdict(_ items: Items) -> Verdict {
        guard items.refused > 0 else { return .accepted(refused: nil) }
        let reason = "trace or span ids are missing, zero or of wrong length"
        return items.received == 0 ? .invalid(reason) : .accepted(refused: Refusal(items: items.refused, message: reason))
    }
}
