import Synchronization

/// The bytes that may be in flight in the whole process, from a request's head until its last exporter let go.
///
/// Requests are refused at the limit. What comes back from disk for delivery counts too but is never refused, or a full budget would keep
/// queues from emptying: exporters bound it by how much they deliver at once.
package final class Budget: Sendable {
    package let limitBytes: Int
    private let used = Atomic<Int>(0)
    private let peak = Atomic<Int>(0)

    package init(limitBytes: Int) { self.limitBytes = limitBytes }

    package var usedBytes: Int { used.load(ordering: .relaxed) }
    package var peakBytes: Int { peak.load(ordering: .relaxed) }

    /// Reserves `count` bytes, or nothing where they are not free, or not for a sender that holds much already.
    package func reserve(_ count: Int, for sender: Sender? = nil) -> Reservation? {
        take(count, beside: sender?.heldBytes ?? 0) ? Reservation(self, count, sender) : nil
    }

    /// Counts `count` bytes that are needed in any case.
    package func borrow(_ count: Int) -> Reservation {
        let now = used.add(count, ordering: .relaxed).newValue
        peak.max(now, ordering: .relaxed)
        return Reservation(self, count, nil)
    }

    fileprivate func take(_ count: Int, beside: Int) -> Bool {
        let now = used.add(count, ordering: .relaxed).newValue
        guard now <= limitBytes, Sender.mayHold(beside, and: count, leaving: limitBytes - now) else {
            used.subtract(count, ordering: .relaxed)
            return false
        }
        peak.max(now, ordering: .relaxed)
        return true
    }

    fileprivate func give(_ count: Int) { used.subtract(count, ordering: .relaxed) }
}

/// Bytes of the budget that somebody holds; they go back when it is let go.
package final class Reservation: Sendable {
    private let budget: Budget
    private let held: Atomic<Int>
    /// Whose request it is for; nil for what nobody sent.
    private let sender: Sender?

    fileprivate init(_ budget: Budget, _ count: Int, _ sender: Sender?) {
        self.budget = budget
        self.sender = sender
        held = Atomic(count)
        sender?.hold(count)
    }

    deinit { give(held.load(ordering: .relaxed)) }

    package var bytes: Int { held.load(ordering: .relaxed) }

    /// What other requests of the same sender hold.
    var besideBytes: Int { sender.map { max(0, $0.heldBytes - bytes) } ?? 0 }

    /// Reserves more; false, and nothing changed, where it is not free.
    package func grow(by count: Int) -> Bool {
        guard budget.take(count, beside: besideBytes) else { return false }
        sender?.hold(count)
        held.add(count, ordering: .relaxed)
        return true
    }

    /// Gives back what is beyond `count`.
    package func shrink(to count: Int) {
        let now = held.load(ordering: .relaxed)
        guard now > count else { return }
        held.subtract(now - count, ordering: .relaxed)
        give(now - count)
    }

    private func give(_ count: Int) {
        sender?.letGo(count)
        budget.give(count)
    }
}
