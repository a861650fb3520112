/// The decisions of a bounded queue, without locks, clocks or tasks. Sizes are bytes of requests.
///
/// A place is reserved first and filled afterwards, so that one request enters all its queues or none.
struct QueueState: ~Copyable {
    /// What a full queue does with the next request.
    enum WhenFull: String, CaseIterable, Sendable {
        case refuse
        case dropOldest = "drop_oldest"
    }

    let capacityBytes: Int
    let whenFull: WhenFull
    private(set) var waiting: Entries = Entries()
    /// Waiting, reserved and under way.
    private(set) var bytes = 0
    private(set) var items = 0
    private(set) var isClosed = false

    init(capacityBytes: Int, whenFull: WhenFull) {
        self.capacityBytes = capacityBytes
        self.whenFull = whenFull
    }

    /// A first-in first-out list whose removal at the front costs nothing.
    struct Entries {
        private var list: [Payload?] = []
        private var head = 0
        var count: Int { list.count - head }
        var first: Payload? { count == 0 ? nil : list[head] }

        mutating func append(_ payload: Payload) { list.append(payload) }

        mutating func popFirst() -> Payload? {
            guard count > 0 else { return nil }
            defer {
                list[head] = nil
                head += 1
                if head == list.count || head > 1024, head * 2 > list.count {
                    list.removeFirst(head)
                    head = 0
                }
            }
            return list[head]
        }
    }

    /// Reserves a place; `dropped` is what had to go for it. A request over the whole capacity enters an empty queue only.
    mutating func reserve(_ count: Int, dropped: inout [Payload]) -> Bool {
        guard !isClosed else { return false }
        while bytes + count > capacityBytes, bytes > 0 {
            guard whenFull == .dropOldest, let oldest = waiting.popFirst() else { return false }
            leave(oldest)
            dropped.append(oldest)
        }
        bytes += count
        return true
    }

    /// Fills a reserved place.
    mutating func commit(_ payload: Payload) {
        items += payload.items
        waiting.append(payload)
    }

    /// Gives a reserved place back unfilled.
    mutating func cancel(_ count: Int) { bytes -= count }

    /// The next payloads, up to `limitBytes` together and of one signal, at least one. They stay in the books until `leave`.
    mutating func take(upTo limitBytes: Int) -> [Payload] {
        guard let first = waiting.popFirst() else { return [] }
        var taken = [first]
        var size = first.bytes.count
        while let next = waiting.first, next.signal == first.signal, size + next.bytes.count <= limitBytes {
            size += next.bytes.count
            if let more = waiting.popFirst() { taken.append(more) }
        }
        return taken
    }

    /// A taken payload is delivered or given up.
    mutating func leave(_ payload: Payload) {
        bytes -= payload.bytes.count
        items -= payload.items
    }

    mutating func close() { isClosed = true }
}
