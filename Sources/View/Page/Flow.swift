import Store

/// What this run's receivers and queues say of themselves: what never reached the store, and why (view.md 3.3 "needs attention" (f), 3.7).
package struct Flow: Sendable, Equatable {
    /// An answer that took nothing.
    package struct Refusal: Sendable, Equatable {
        /// Unix nanoseconds.
        package var at: Int64
        /// As HTTP has it, whatever the sender speaks.
        package var status: Int
        /// What the sender was told.
        package var message: String

        package init(at: Int64, status: Int, message: String) {
            self.at = at
            self.status = status
            self.message = message
        }
    }

    /// Items that an exporter lost.
    package struct Loss: Sendable, Equatable {
        package var exporter: String
        /// `queue_full`, `gave_up` …
        package var reason: String
        package var items: Int64

        package init(exporter: String, reason: String, items: Int64) {
            self.exporter = exporter
            self.reason = reason
            self.items = items
        }
    }

    /// A refusal or a loss that is older asks for nothing any more.
    static let recent: Int64 = 15 * 60 * 1_000_000_000

    /// Answered since Weir started, refused ones included.
    package var requests: Int64 = 0
    package var refused: Int64 = 0
    /// In the last `recent`.
    package var refusedLately: Int64 = 0
    package var lastRefusal: Refusal?
    /// Since Weir started, the largest first.
    package var losses: [Loss] = []
    /// When they were first seen to have grown.
    package var lossesGrewAt: Int64?

    package init() {}

    /// What the Overview says of it at `now`; nothing where the range has ended before.
    func attention(in range: TimeRange, now: Int64) -> [Attention] {
        guard range.to > now &- Self.recent else { return [] }
        let recently = TimeRange(from: now &- Self.recent, to: now)
        var found: [Attention] = []
        if let loss = losses.first, let grewAt = lossesGrewAt, grewAt > recently.from {
            let items = losses.reduce(0) { $0 &+ $1.items }
            found.append(Attention(kind: .dropped, range: recently, value: Double(items), subject: "\(loss.exporter): \(loss.reason)"))
        }
        if let last = lastRefusal, last.at > recently.from {
            found.append(
                Attention(kind: .refused, range: recently, value: Double(refusedLately), subject: "\(last.status) \(last.message)"))
        }
        return found
    }
}
