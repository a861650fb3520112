/// The bounded queue before one exporter. Producers never wait: there is room or there is none.
///
/// A place is reserved first and filled afterwards, so that one request enters all its queues or none.
protocol SendQueue: AnyObject, Sendable {
    /// Whether what was committed outlives the process.
    var isDurable: Bool { get }
    var capacityBytes: Int { get }
    /// Bytes that wait, are reserved or are under way.
    var bytes: Int { get }

    /// Finds what an earlier process left. Once, before anything else.
    func open() throws
    /// A place for `count` bytes, to be filled by `commit` or given back by `cancel`. Their sender has `beside` bytes in flight already: there
    /// may be room, but not for it (`Sender`).
    func reserve(_ count: Int, beside: Int) -> Bool
    func cancel(_ count: Int)
    /// Fills a reserved place. A durable queue tells the receipt when it has kept the payload, or could not.
    func commit(_ payload: Payload, _ receipt: Receipt?)
    /// The next payloads as one, up to `limitBytes` together, at least one; waits for them. Nil once the queue is closed and empty.
    func take(upTo limitBytes: Int) async -> Taken?
    /// What was taken is delivered or given up; or, with `isDone` false, it is not, and stays if the queue is durable.
    func release(_ taken: Taken, isDone: Bool)
    /// No more enters; what waits can still be taken.
    func close()
    /// The queue's own work, until `end`.
    func serve() async
    /// Nobody will take any more.
    func end()
}

extension SendQueue {
    /// The same for somebody who has nothing in flight.
    func reserve(_ count: Int) -> Bool { reserve(count, beside: 0) }
}

/// What a delivery has in hand.
struct Taken: Sendable {
    let payload: Payload
    /// Where it stands in a log on disk; empty for one in memory.
    let positions: Range<UInt64>
}
