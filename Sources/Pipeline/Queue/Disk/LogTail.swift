/// The last requests of the log, still in memory: while the exporter keeps up, nothing is read back from disk.
///
/// Either it holds everything that is unread, or nothing: once there is more than it may hold, the exporter is behind and reads from disk
/// until it has caught up.
struct LogTail {
    struct Entry {
        let positions: Range<UInt64>
        let payload: Payload
    }

    /// Each holds its share of the memory budget, so this is small.
    static let limitBytes = 4 << 20

    private var entries: [Entry] = []
    private var head = 0
    private var bytes = 0

    var isEmpty: Bool { head == entries.count }

    /// Appends it; or lets go of everything and says false, where that is too much.
    mutating func append(_ entry: Entry) -> Bool {
        guard bytes + entry.payload.bytes.count <= Self.limitBytes else {
            clear()
            return false
        }
        bytes += entry.payload.bytes.count
        entries.append(entry)
        return true
    }

    mutating func clear() {
        entries.removeAll()
        head = 0
        bytes = 0
    }

    /// The first requests of one signal, from `start` on and before `end`, together at most `limitBytes` and at least one.
    mutating func take(upTo limitBytes: Int, from start: UInt64, before end: UInt64) -> [Entry] {
        guard !isEmpty, entries[head].positions.lowerBound == start else { return [] }
        var taken: [Entry] = []
        var size = 0
        while head < entries.count, entries[head].positions.upperBound <= end {
            let next = entries[head].payload
            if let first = taken.first, next.signal != first.payload.signal || size + next.bytes.count > limitBytes { break }
            size += next.bytes.count
            taken.append(entries[head])
            head += 1
        }
        bytes -= size
        if head * 2 > entries.count {
            entries.removeFirst(head)
            head = 0
        }
        return taken
    }
}
