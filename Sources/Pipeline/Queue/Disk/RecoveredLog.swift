import Wire

/// What a log holds when it is opened: segments with what waits in them, and how far the exporter had come.
///
/// Nothing here waits for the contents: headers are walked, requests are checked when they are read. Only at the end of the log they are
/// checked at once, because there a write may have been cut off.
struct RecoveredLog {
    /// What was found to be wrong, and where.
    struct Damage: Equatable, Sendable, CustomStringConvertible {
        enum Kind: String, CaseIterable, Sendable {
            /// Records in the midst of a segment.
            case record
            /// The end of the log: a write that was cut off, and that nobody was told of.
            case tail
            /// A whole file.
            case file
        }
        let kind: Kind
        let path: String
        let offset: Int
        let bytes: Int

        var description: String { "\(path): \(bytes) bytes at offset \(offset) are damaged (\(kind.rawValue))" }
    }

    /// A file that waits to be read to its end and is never written again.
    struct Segment: Sendable {
        let base: UInt64
        var end: UInt64
        var waiting: Tally
    }

    private(set) var segments: [Segment] = []
    private(set) var progress = Progress()
    private(set) var damages: [Damage] = []
    /// The first position that was never used.
    private(set) var nextBase: UInt64 = 0
    let progressFile: ProgressFile
    private let folder: LogFolder
    private let disk: Disk

    init(_ folder: LogFolder, _ disk: Disk) throws {
        self.folder = folder
        self.disk = disk
        let opened = try ProgressFile.open(folder.progressPath, disk)
        progressFile = opened.file
        switch opened.found {
        case .progress(let found): progress = found
        case .fresh: break
        case .damaged: damages.append(Damage(kind: .file, path: folder.progressPath, offset: 0, bytes: 2 * ProgressPage.bytes))
        case .future(let version): throw FutureVersion(path: folder.progressPath, version: version)
        }
        nextBase = progress.cursor
        let bases = try folder.bases()
        for base in bases { try recover(base, isLast: base == bases.last) }
    }

    private mutating func recover(_ base: UInt64, isLast: Bool) throws {
        let path = folder.segmentPath(base)
        switch try SegmentFile.open(path, disk) {
        case .future(let version): throw FutureVersion(path: path, version: version)
        case .segment(let file) where file.base == base: try walk(file, isLast)
        case .blank:
            damages.append(Damage(kind: isLast ? .tail : .file, path: path, offset: 0, bytes: try DiskFile(path, .read, disk).size))
            folder.remove(base)
        case .segment(let file) where try isRecycled(file, from: base): folder.remove(base)
        case .segment, .damaged:
            let size = try DiskFile(path, .read, disk).size
            damages.append(Damage(kind: .file, path: folder.setAside(base), offset: 0, bytes: size))
            nextBase = max(nextBase, min(base, SegmentHeader.highestBase) + UInt64(size))
        }
    }

    /// Whether the file became the spare file and got a new header, and a power cut took back its new name: what it held is delivered,
    /// and nothing was put into it since.
    private func isRecycled(_ file: SegmentFile, from base: UInt64) throws(DiskError) -> Bool {
        guard file.base > base else { return false }
        var walk = RecordWalk(file, from: file.base)
        if case .record = try walk.next(before: try file.fileEnd) { return false }
        return true
    }

    private mutating func walk(_ file: SegmentFile, _ isLast: Bool) throws {
        var walk = RecordWalk(file, from: file.base)
        let fileEnd = try file.fileEnd
        var segment = Segment(base: file.base, end: fileEnd, waiting: Tally())
        var records: [RecordHeader] = []
        var cut: Range<UInt64>?
        loop: while true {
            switch try walk.next(before: fileEnd) {
            case .end: break loop
            case .record(let record):
                if progress.wants(record.positions) { segment.waiting += Tally(record.signal, record.items) }
                if isLast { records.append(record) }
            case .damage(let range, let isBlank):
                if range.upperBound == fileEnd, isLast || isBlank {
                    segment.end = range.lowerBound
                    cut = isBlank ? nil : range
                } else {
                    damages.append(damage(.record, file, range))
                }
            }
        }
        if isLast { try dropCutRecords(records, file, &segment, &cut) }
        if let cut { damages.append(damage(.tail, file, cut)) }
        nextBase = max(nextBase, segment.end)
        guard segment.end > segment.base, segment.end > progress.unread[0].lowerBound else { return folder.remove(segment.base) }
        if segment.end < fileEnd { try file.file.truncate(to: file.offset(of: segment.end)) }
        segments.append(segment)
    }

    /// Takes records off the end as long as their requests are not whole: their headers came to the disk, and they did not.
    private func dropCutRecords(
        _ records: [RecordHeader], _ file: SegmentFile, _ segment: inout Segment, _ cut: inout Range<UInt64>?
    ) throws(DiskError) {
        for record in records.reversed() where record.positions.upperBound == segment.end {
            let isWhole = try file.appendRequest(of: record, to: BytesPool.shared.take(record.length))
            if isWhole { return }
            if progress.wants(record.positions) { segment.waiting -= Tally(record.signal, record.items) }
            cut = record.position..<(cut?.upperBound ?? segment.end)
            segment.end = record.position
        }
    }

    private func damage(_ kind: Damage.Kind, _ file: SegmentFile, _ range: Range<UInt64>) -> Damage {
        Damage(kind: kind, path: file.file.path, offset: file.offset(of: range.lowerBound), bytes: Int(range.upperBound - range.lowerBound))
    }
}

/// The log was written by a newer Weir.
struct FutureVersion: Error, CustomStringConvertible {
    let path: String
    let version: UInt32
    var description: String {
        "\(path) has version \(version) of the queue's format, this Weir knows \(SegmentHeader.version): start the newer Weir, or give another directory"
    }
}
