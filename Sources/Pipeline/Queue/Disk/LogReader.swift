import Glibc
import OTLP
import Wire

/// Reads requests out of the log, on the reader's thread.
struct LogReader {
    /// What was read, up to a position.
    struct Result {
        var position: UInt64
        var payload: Payload?
        var damages: [RecoveredLog.Damage] = []
        /// Items of records whose header was good and whose request was not.
        var damagedItems = Tally()
    }

    private let folder: LogFolder
    private let disk: Disk
    private let budget: Budget
    private var walk: RecordWalk?

    init(_ folder: LogFolder, _ disk: Disk, _ budget: Budget) {
        self.folder = folder
        self.disk = disk
        self.budget = budget
    }

    /// Some requests of one signal as one: at least one, unless there are none, and together at most `limitBytes`.
    mutating func read(_ reading: DiskQueueState.Reading, upTo limitBytes: Int) -> Result {
        do throws(DiskError) {
            var walk = try walk(at: reading)
            let result = try gather(&walk, before: reading.range.upperBound, upTo: limitBytes)
            self.walk = walk
            return result
        } catch {
            // Neither this nor what follows in the file can be read.
            walk = nil
            return Result(position: reading.range.upperBound, damages: [unreadable(reading)])
        }
    }

    private func gather(_ walk: inout RecordWalk, before end: UInt64, upTo limitBytes: Int) throws(DiskError) -> Result {
        var result = Result(position: walk.position)
        var joined: Joined?
        loop: while true {
            let before = walk
            switch try walk.next(before: end) {
            case .end: break loop
            case .damage(let range, _): result.damages.append(damage(walk.segment, range))
            case .record(let record):
                let target = joined ?? Joined(first: record, room: min(max(limitBytes, record.length), Int(end - record.position)))
                guard target.admits(record) else {
                    walk = before
                    break loop
                }
                if try walk.segment.appendRequest(of: record, to: target.bytes) {
                    joined = target.with(record.items)
                } else {
                    result.damages.append(damage(walk.segment, record.positions))
                    result.damagedItems += Tally(record.signal, record.items)
                }
            }
            result.position = walk.position
        }
        result.payload = joined?.payload(budget)
        return result
    }

    /// Requests of one signal, end to end.
    private struct Joined {
        let signal: Signal
        let bytes: Bytes
        let limitBytes: Int
        var items = 0

        init(first record: RecordHeader, room: Int) {
            signal = record.signal
            bytes = BytesPool.shared.take(room)
            limitBytes = room
        }

        func admits(_ record: RecordHeader) -> Bool { record.signal == signal && bytes.count + record.length <= limitBytes }

        func with(_ more: Int) -> Joined {
            var joined = self
            joined.items += more
            return joined
        }

        func payload(_ budget: Budget) -> Payload {
            Payload(signal: signal, bytes: bytes, items: items, reservation: budget.borrow(bytes.capacity))
        }
    }

    /// Closes a file that is not read any more.
    mutating func forget(_ doomed: [UInt64]) {
        if let base = walk?.segment.base, doomed.contains(base) { walk = nil }
    }

    /// The walk that stands at the place, or a new one.
    private func walk(at reading: DiskQueueState.Reading) throws(DiskError) -> RecordWalk {
        if let walk, walk.segment.base == reading.base, walk.position == reading.range.lowerBound { return walk }
        if let segment = walk?.segment, segment.base == reading.base { return RecordWalk(segment, from: reading.range.lowerBound) }
        let path = folder.segmentPath(reading.base)
        guard case .segment(let segment) = try SegmentFile.open(path, disk), segment.base == reading.base else {
            throw DiskError(action: "read", path: path, code: EIO)
        }
        return RecordWalk(segment, from: reading.range.lowerBound)
    }

    private func damage(_ segment: SegmentFile, _ range: Range<UInt64>) -> RecoveredLog.Damage {
        RecoveredLog.Damage(
            kind: .record, path: segment.file.path, offset: segment.offset(of: range.lowerBound),
            bytes: Int(range.upperBound - range.lowerBound))
    }

    private func unreadable(_ reading: DiskQueueState.Reading) -> RecoveredLog.Damage {
        RecoveredLog.Damage(
            kind: .file, path: folder.segmentPath(reading.base),
            offset: SegmentHeader.bytes + Int(reading.range.lowerBound - reading.base),
            bytes: Int(reading.range.upperBound - reading.range.lowerBound))
    }
}
