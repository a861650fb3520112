import Synchronization

/// Whoever requests come from, as the budget and the queues know it: a connection.
///
/// A sender that holds nothing may take whatever is free; one that holds something may go on until it holds eight times of what would stay
/// free. So one busy sender can have eight ninths of the room, several have less each, and some always stays for those who ask for little.
/// (Choudhury and Hahne, "Dynamic queue length thresholds for shared-memory packet switches", 1998.)
package final class Sender: Sendable {
    private static let factor = 8
    private let held = Atomic<Int>(0)

    package init() {}

    /// Bytes of its requests that are in flight.
    package var heldBytes: Int { held.load(ordering: .relaxed) }

    func hold(_ count: Int) { held.add(count, ordering: .relaxed) }

    func letGo(_ count: Int) { held.subtract(count, ordering: .relaxed) }

    /// Whether somebody who holds `held` bytes may have `count` more where that leaves `free`.
    static func mayHold(_ held: Int, and count: Int, leaving free: Int) -> Bool { held <= 0 || (held &+ count) / factor <= free }
}
