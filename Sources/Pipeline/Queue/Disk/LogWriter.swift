import Glibc
import Wire

/// Appends to the log, on the writer's thread.
struct LogWriter {
    /// A record that was written, and the segment it is in.
    struct Place {
        let base: UInt64
        let record: RecordHeader
    }

    private static let stageBytes = 256 << 10
    /// From here on a request is written from where it is.
    private static let largeBytes = 64 << 10
    private let folder: LogFolder
    private let disk: Disk
    private let segmentBytes: Int
    private var active: SegmentFile?
    /// What checksums are seeded with; the next segment's is not known yet.
    var salt: UInt64? { active?.header.salt }
    /// The first position that was never used.
    private var end: UInt64
    /// Where the active segment is full.
    private var limit: UInt64 = 0
    /// What is not yet written of what precedes `end`.
    private var stage: [UInt8] = []
    private(set) var isDirty = false

    init(_ folder: LogFolder, _ disk: Disk, segmentBytes: Int, from end: UInt64) {
        self.folder = folder
        self.disk = disk
        self.segmentBytes = segmentBytes / RecordHeader.alignment * RecordHeader.alignment
        self.end = end
    }

    /// Writes them one behind another. After an error nothing of them counts; call `abandon`.
    mutating func append(_ entries: [DiskQueueState.Pending]) throws(DiskError) -> [Place] {
        var places: [Place] = []
        for entry in entries {
            let segment = try segment(for: UInt64(RecordHeader.stride(entry.payload.bytes.count)))
            places.append(Place(base: segment.base, record: try add(entry, to: segment)))
        }
        try flush(isLast: true)
        if let active, !active.file.isLinked { throw DiskError(action: "keep", path: active.file.path, code: ENOENT) }
        return places
    }

    /// Makes what was appended survive a power cut.
    mutating func sync() throws(DiskError) {
        try active?.file.sync()
        isDirty = false
    }

    /// Gives up the active segment after an error: its records up to `durableEnd` stay, the positions behind are never used again.
    mutating func abandon(durableEnd: UInt64) {
        stage.removeAll()
        isDirty = false
        if let active { try? active.file.truncate(to: active.offset(of: max(durableEnd, active.base))) }
        active = nil
        limit = 0
    }

    /// The last words of a log that is closed: no space is kept that holds nothing.
    mutating func close() throws(DiskError) {
        try finish()
        active = nil
    }

    /// The active segment, or a new one where that is full.
    private mutating func segment(for stride: UInt64) throws(DiskError) -> SegmentFile {
        if let active, end + stride <= limit { return active }
        try finish()
        let room = max(segmentBytes, Int(stride))
        active = nil
        limit = 0
        do throws(DiskError) {
            let segment = try SegmentFile.create(in: folder, base: end, roomBytes: room, disk)
            try folder.sync()
            active = segment
            limit = end + UInt64(room)
            return segment
        } catch {
            folder.remove(end)
            throw error
        }
    }

    private mutating func finish() throws(DiskError) {
        guard let active else { return }
        try flush()
        try active.file.truncate(to: active.offset(of: end))
        try sync()
    }

    private mutating func add(_ entry: DiskQueueState.Pending, to segment: SegmentFile) throws(DiskError) -> RecordHeader {
        let (payload, salt) = (entry.payload, segment.header.salt)
        let record = RecordHeader(
            signal: payload.signal, length: payload.bytes.count, items: payload.items, position: end,
            checksum: (entry.seal.salt == salt ? entry.seal : Seal(payload, salt: salt)).checksum)
        isDirty = true
        let start = stage.count
        stage.append(contentsOf: repeatElement(0, count: RecordHeader.bytes))
        stage.withUnsafeMutableBytes { record.write(to: UnsafeMutableRawBufferPointer(rebasing: $0[start...]), salt: salt) }
        end += UInt64(RecordHeader.bytes)
        if request(fits: record.length) {
            payload.bytes.withBytes { stage.append(contentsOf: $0) }
            end += UInt64(record.length)
        } else {
            try flush()
            let offset = segment.offset(of: end)
            try payload.bytes.withBytes { bytes throws(DiskError) in try segment.file.write(bytes, at: offset) }
            end += UInt64(record.length)
        }
        let padding = record.stride - RecordHeader.bytes - record.length
        stage.append(contentsOf: repeatElement(0, count: padding))
        end += UInt64(padding)
        return record
    }

    private func request(fits count: Int) -> Bool { count < Self.largeBytes && stage.count + count <= Self.stageBytes }

    /// Writes what is staged; with `isLast` also that the records end there, for the file may hold others behind.
    private mutating func flush(isLast: Bool = false) throws(DiskError) {
        guard let active else { return }
        let offset = active.offset(of: end) - stage.count
        if isLast, end + UInt64(RecordHeader.endMarkBytes) <= limit {
            let mark = RecordHeader.endMark(at: end, salt: active.header.salt)
            withUnsafeBytes(of: mark.littleEndian) { stage.append(contentsOf: $0) }
        }
        guard !stage.isEmpty else { return }
        try active.file.write(stage, at: offset)
        stage.removeAll(keepingCapacity: true)
    }
}
