import OTLP
import Wire

/// Where a receiver or connector puts requests: all pipelines that name it, by signal.
package struct Outlet: Sendable {
    private let lanes: [[Lane]]
    private let counts: ReceiverCounts

    init(lanes: [Signal: [Lane]], counts: ReceiverCounts) {
        self.lanes = Signal.allCases.map { lanes[$0] ?? [] }
        self.counts = counts
    }

    /// Whether any pipeline takes this signal.
    package func serves(_ signal: Signal) -> Bool { !lanes[Int(signal.rawValue)].isEmpty }

    /// Hands over one request in protobuf. `reply` is called exactly once: here, or later from a queue's thread.
    ///
    /// `reservation` holds the budget for at least the request's bytes and goes with the request. Nil: it is asked for here.
    package func submit(_ bytes: Bytes, _ signal: Signal, reservation: Reservation? = nil, reply: (Verdict) -> Void) {
        reply(handOver(bytes, signal, reservation))
    }

    /// The same, for those who can wait.
    package func submit(_ bytes: Bytes, _ signal: Signal, reservation: Reservation? = nil) async -> Verdict {
        await withCheckedContinuation { continuation in
            submit(bytes, signal, reservation: reservation) { continuation.resume(returning: $0) }
        }
    }

    private func handOver(_ bytes: Bytes, _ signal: Signal, _ reservation: Reservation?) -> Verdict {
        var passage = Passage(lanes: lanes[Int(signal.rawValue)], bytes: bytes, reservation: reservation)
        let verdict = passage.proceed()
        counts.note(verdict, passage.received, passage.refused, signal)
        return verdict
    }
}

/// One request on its way through all the lanes that take it: all of them accept it, or none does.
///
/// A lane's index must stay until every queue has room, because connectors observe only what is accepted; so lanes nest.
private struct Passage {
    let lanes: [Lane]
    let bytes: Bytes
    let reservation: Reservation?
    private(set) var received = 0
    private(set) var refused = 0
    private var ready: [Lane.Prepared] = []

    init(lanes: [Lane], bytes: Bytes, reservation: Reservation?) {
        self.lanes = lanes
        self.bytes = bytes
        self.reservation = reservation
    }

    mutating func proceed() -> Verdict {
        guard ready.count < lanes.count else { return commit() }
        let lane = lanes[ready.count]
        return lane.prepare(bytes, ready.isEmpty ? reservation : nil) { prepared in
            if ready.isEmpty {
                received = prepared.receivedItems
                refused = prepared.refusedItems
            }
            ready.append(prepared)
            return proceed()
        }
    }

    private mutating func commit() -> Verdict {
        for (place, lane) in lanes.enumerated() where !lane.reserve(ready[place]) {
            for earlier in 0..<place { lanes[earlier].cancel(ready[earlier]) }
            return .busy(retryAfter: Lane.retryAfter)
        }
        for (lane, prepared) in zip(lanes, ready) { lane.commit(prepared) }
        guard refused > 0 else { return .accepted(refused: nil) }
        let reason = "trace or span ids are missing, zero or of wrong length"
        return received == 0 ? .invalid(reason) : .accepted(refused: Refusal(items: refused, message: reason))
    }
}
