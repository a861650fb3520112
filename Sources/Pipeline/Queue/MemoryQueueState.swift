/// What a full queue does with the next request.
enum WhenFull: String, CaseIterable, Sendable {
    case refuse
    case dropOldest = "drop_oldest"
}

/// The decisions of a bounded queue in memory, without locks, clocks or tasks. Sizes are bytes of requests.
struct MemoryQueueState: ~Copyable {
    let capacityBytes: Int
    let whenFull: WhenFull
    private(set) var waiting: Entries = Entries()
    /// Waiting, reserved and under way.
    private(set) var bytes = 0
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
    mutating func reserve(_ count: Int, beside: Int = 0, dropped: inout [Payload]) -> Bool {
        guard !isClosed else { return false }
        // Where the oldest goes, nobody is kept out.
        if whenFull == .refuse, !Sender.mayHold(beside, and: count, leaving: capacityBytes - bytes - count) { return false }
        while bytes + count > capacityBytes, bytes > 0 {
            guard whenFull == .dropOldest else { return false }
            // What is under way cannot be dropped: beside it there is always room for one.
            guard let oldest = waiting.popFirst() else { break }
            leave(oldest.bytes.count)
            dropped.append(oldest)
        }
        bytes += count
        return true
    }

    /// Fills a reserved place.
    mutating func commit(_ payload: Payload) { waiting.append(payload) }

    /// Gives a reserved place back unfilled.
    mutating func cancel(_ count: Int) { bytes -= count }

    /// The next payloads, up to `limitBytes` together and of one signal, at least one. They count until `leave`.
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

    /// Bytes that were taken are delivered or given up.
    mutating func leave(_ count: Int) { bytes -= count }

    mutating func close() { isClosed = true }
}
