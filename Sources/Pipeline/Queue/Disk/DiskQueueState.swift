/// The decisions of a queue on disk, without locks, threads or files. Positions are those of the log.
struct DiskQueueState: ~Copyable {
    /// One file, as far as it is durable.
    struct Segment {
        let base: UInt64
        var end: UInt64
        /// Not yet read.
        var waiting = Tally()
        /// Deliveries under way.
        var underWay = 0
        /// Never written again.
        var isSealed = false
    }

    struct Pending {
        let payload: Payload
        let seal: Seal
        let receipt: Receipt?
    }

    let capacityBytes: Int
    let segmentBytes: Int
    let whenFull: WhenFull
    private(set) var segments: [Segment] = []
    /// What is still to be taken, in order. The last range has no end: what will be written goes there.
    private(set) var unread: [Range<UInt64>] = [0..<UInt64.max]
    private(set) var underWay: [Range<UInt64>] = []
    /// Where it holds something, it holds all that is unread.
    private var tail = LogTail()
    private var pending: [Pending] = []
    /// How many of them the writer wants to be woken for; it is at work where nothing else is said.
    private var wanted = Int.max
    private var isWriting = false
    private var reservedBytes = 0
    /// Nothing is accepted until it is open, before this time, and after it was closed.
    private var troubledUntil: UInt64 = .max
    private(set) var isClosed = false
    /// Something was released or dropped since the progress was saved.
    private var isUnsettled = false
    /// Segments that were dropped, whose files still stand.
    private var doomed: [UInt64] = []

    init(capacityBytes: Int, segmentBytes: Int, whenFull: WhenFull) {
        self.capacityBytes = capacityBytes
        self.segmentBytes = segmentBytes
        self.whenFull = whenFull
    }

    mutating func open(_ segments: [RecoveredLog.Segment], _ progress: Progress) {
        self.segments = segments.map { Segment(base: $0.base, end: $0.end, waiting: $0.waiting, isSealed: true) }
        unread = progress.unread
        troubledUntil = 0
        isUnsettled = true
    }

    /// Everything before the cursor is done, except what is unread or under way.
    var progress: Progress {
        let open = (unread.dropLast() + underWay).sorted { $0.lowerBound < $1.lowerBound }
        return Progress(cursor: unread.last?.lowerBound ?? 0, open: open)
    }

    // MARK: - Room

    /// Bytes of segments that something of is still wanted, and of what is promised.
    var bytes: Int { reservedBytes + segments.reduce(0) { $0 + (isDone($1) ? 0 : Int($1.end - $1.base)) } }

    private func isDone(_ segment: Segment) -> Bool {
        segment.underWay == 0 && !unread.contains { $0.lowerBound < segment.end && segment.base < $0.upperBound }
    }

    /// Reserves a place for a request of `count` bytes; `dropped` is what had to go for it.
    ///
    /// A segment's worth stays free, because files are written in whole segments. A request over the whole capacity enters an empty queue only.
    mutating func reserve(_ count: Int, beside: Int = 0, now: UInt64, dropped: inout Tally) -> Bool {
        guard !isClosed, now >= troubledUntil else { return false }
        let needed = RecordHeader.stride(count)
        if beside > 0, whenFull == .refuse {
            guard Sender.mayHold(beside, and: needed, leaving: capacityBytes - segmentBytes - bytes - needed) else { return false }
        }
        while case let used = bytes, used > 0, used + needed > capacityBytes - segmentBytes {
            guard whenFull == .dropOldest, let place = segments.firstIndex(where: { $0.isSealed && $0.underWay == 0 }) else { return false }
            let oldest = segments.remove(at: place)
            dropped += oldest.waiting
            tail.clear()
            doomed.append(oldest.base)
            isUnsettled = true
        }
        reservedBytes += needed
        return true
    }

    mutating func cancel(_ count: Int) { reservedBytes -= RecordHeader.stride(count) }

    mutating func close() { isClosed = true }

    // MARK: - Writing

    /// Puts it among what is to be written next; true where the writer waits for just that.
    mutating func commit(_ entry: Pending) -> Bool {
        pending.append(entry)
        return pending.count == wanted
    }

    /// All that waits to be written, where there are `count` of them at least; else nothing, and the writer is woken once there are.
    mutating func nextGroup(atLeast count: Int) -> [Pending] {
        wanted = pending.count < count ? count : .max
        guard pending.count >= count else { return [] }
        isWriting = true
        defer { pending = [] }
        return pending
    }

    /// How many wait to be written.
    var pendingCount: Int { pending.count }

    /// A group is durable now.
    mutating func wrote(_ places: [LogWriter.Place], _ group: [Pending]) {
        isWriting = false
        var keepsUp = !tail.isEmpty || nextReading() == nil
        for (place, entry) in zip(places, group) {
            if segments.last?.base != place.base {
                seal()
                segments.append(Segment(base: place.base, end: place.base))
            }
            segments[segments.count - 1].end = place.record.positions.upperBound
            segments[segments.count - 1].waiting += Tally(place.record.signal, place.record.items)
            reservedBytes -= place.record.stride
            if keepsUp { keepsUp = tail.append(.init(positions: place.record.positions, payload: entry.payload)) }
        }
    }

    /// A group could not be written; nothing is accepted until `time`.
    mutating func failed(_ group: [Pending], until time: UInt64) {
        isWriting = false
        for entry in group { cancel(entry.payload.bytes.count) }
        seal()
        troubledUntil = time
    }

    private mutating func seal() {
        guard !segments.isEmpty else { return }
        segments[segments.count - 1].isSealed = true
        isUnsettled = true
    }

    // MARK: - Reading

    /// What is to be read next: some records of one segment.
    struct Reading {
        let base: UInt64
        let range: Range<UInt64>
    }

    mutating func nextReading() -> Reading? {
        while let first = unread.first {
            let segment = segments.first { $0.end > first.lowerBound }
            let lower = max(first.lowerBound, segment?.base ?? .max)
            if let segment, lower < first.upperBound {
                return Reading(base: segment.base, range: lower..<min(segment.end, first.upperBound))
            }
            // Its file is gone; what comes may still be written.
            guard unread.count > 1 else { return nil }
            unread.removeFirst()
        }
        return nil
    }

    /// What is to be delivered next, where it is still in memory.
    mutating func takeTail(upTo limitBytes: Int) -> (payloads: [Payload], positions: Range<UInt64>)? {
        guard !tail.isEmpty, let reading = nextReading() else { return nil }
        let entries = tail.take(upTo: limitBytes, from: reading.range.lowerBound, before: reading.range.upperBound)
        guard let last = entries.last else { return nil }
        var items = Tally()
        for entry in entries { items += Tally(entry.payload.signal, entry.payload.items) }
        _ = read(reading, to: last.positions.upperBound, taken: items, damaged: Tally())
        return (entries.map(\.payload), reading.range.lowerBound..<last.positions.upperBound)
    }

    /// Books what was read up to `position`. Nil where the segment was dropped meanwhile; else what turned out to be lost in it.
    mutating func read(_ reading: Reading, to position: UInt64, taken: Tally?, damaged: Tally) -> Tally? {
        guard let place = segments.firstIndex(where: { $0.base == reading.base }), !unread.isEmpty else { return nil }
        unread[0] = position..<unread[0].upperBound
        if unread[0].isEmpty, unread.count > 1 { unread.removeFirst() }
        if let taken {
            segments[place].waiting -= taken
            segments[place].underWay += 1
            underWay.append(reading.range.lowerBound..<position)
        }
        segments[place].waiting -= damaged
        if position >= segments[place].end {
            isUnsettled = true
            // What was counted and not found was damaged too.
            defer { segments[place].waiting = Tally() }
            return damaged.adding(segments[place].waiting)
        }
        return damaged
    }

    /// Nothing will come any more.
    mutating func isDrained() -> Bool { isClosed && pending.isEmpty && !isWriting && nextReading() == nil }

    mutating func release(_ positions: Range<UInt64>, isDone: Bool) {
        // What is not done stays among what is under way, and is there for the next process.
        guard isDone, let place = underWay.firstIndex(of: positions) else { return }
        underWay.remove(at: place)
        if let segment = segments.firstIndex(where: { $0.base <= positions.lowerBound && positions.lowerBound < $0.end }) {
            segments[segment].underWay -= 1
        }
        isUnsettled = true
    }

    /// What there is to save and to tidy up.
    struct Settlement {
        let progress: Progress
        /// Segments whose files hold nothing that is wanted any more.
        let doomed: [UInt64]
        /// The one of them whose file the next segment may overwrite.
        let spare: UInt64?
    }

    /// Where there is something to save: the progress, and what became of the files.
    mutating func settle() -> Settlement? {
        guard isUnsettled else { return nil }
        isUnsettled = false
        defer { doomed = [] }
        let done = segments.filter { $0.isSealed && isDone($0) }
        doomed += done.map(\.base)
        segments.removeAll { doomed.contains($0.base) }
        // The next segment takes the spare file before it takes more of the disk, so this much is enough.
        let hasRoom = bytes + 2 * segmentBytes <= capacityBytes
        let spare = hasRoom ? done.last { $0.end - $0.base <= segmentBytes }?.base : nil
        return Settlement(progress: progress, doomed: doomed, spare: spare)
    }
}
