import OTLP
import Wire

/// Where a receiver or connector puts requests: all pipelines that name it, by signal.
package struct Outlet: Sendable {
    private let lanes: [[Lane]]
    private let counts: ReceiverCounts
    /// By signal, where a processor wants requests held back.
    private let gatherings: [Gathering?]

    init(lanes: [Signal: [Lane]], counts: ReceiverCounts, context: Context) {
        self.lanes = Signal.allCases.map { lanes[$0] ?? [] }
        self.counts = counts
        gatherings = self.lanes.map { lanes in
            let hold = lanes.map(\.hold).max() ?? .zero
            return hold > .zero ? Gathering(lanes, hold: hold, context: context) : nil
        }
    }

    /// Lets go what is held back, each in its time; until cancelled.
    func run() async {
        await withTaskGroup(of: Void.self) { group in
            for gathering in gatherings.compactMap({ $0 }) { group.addTask { await gathering.run() } }
        }
    }

    /// Whether any pipeline takes this signal.
    package func serves(_ signal: Signal) -> Bool { !lanes[Int(signal.rawValue)].isEmpty }

    /// Hands over one request in protobuf. `reply` is called exactly once: here, or later from a queue's thread.
    ///
    /// `reservation` holds the budget for at least the request's bytes and goes with the request. Nil: it is asked for here.
    package func submit(
        _ bytes: Bytes, _ signal: Signal, reservation: Reservation? = nil, reply: @escaping @Sendable (Verdict) -> Void
    ) {
        let answer = { @Sendable [counts] (verdict: Verdict, items: Passage.Items) in
            counts.note(verdict, items.received, items.refused, signal)
            reply(verdict)
        }
        if let gathering = gatherings[Int(signal.rawValue)] { return gathering.add(bytes, reservation, answer) }
        var passage = Passage(lanes: lanes[Int(signal.rawValue)], bytes: bytes, reservation: reservation, answer: answer)
        if case .answered(let verdict) = passage.proceed() { answer(verdict, passage.items) }
    }

    /// The same, for those who can wait.
    package func submit(_ bytes: Bytes, _ signal: Signal, reservation: Reservation? = nil) async -> Verdict {
        await withCheckedContinuation { continuation in
            submit(bytes, signal, reservation: reservation) { continuation.resume(returning: $0) }
        }
    }
}
