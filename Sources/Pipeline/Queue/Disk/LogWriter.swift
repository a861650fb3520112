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
    private let folder: LogFolder
    private let disk: Disk
    private let segmentBytes: Int
    private var active: SegmentFile?
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
        self.segmentBytes = segmentBytes
        self.end = end
    }

    /// Writes them one behind another. After an error nothing of them counts; call `abandon`.
    mutating func append(_ payloads: [Payload]) throws(DiskError) -> [Place] {
        var places: [Place] = []
        for payload in payloads {
            let segment = try segment(for: UInt64(RecordHeader.stride(payload.bytes.count)))
            places.append(Place(base: segment.base, record: try add(payload, to: segment)))
        }
        try flush()
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
            let segment = try SegmentFile(creating: folder.segmentPath(end), base: end, roomBytes: room, disk)
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

    private mutating func add(_ payload: Payload, to segment: SegmentFile) throws(DiskError) -> RecordHeader {
        let salt = segment.header.salt
        let record = payload.bytes.withBytes { request in
            RecordHeader(
                signal: payload.signal, length: request.count, items: payload.items, position: end,
                checksum: Checksum.of(request, seed: salt))
        }
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

    private func request(fits count: Int) -> Bool { stage.count + count <= Self.stageBytes }

    private mutating func flush() throws(DiskError) {
        guard let active, !stage.isEmpty else { return }
        try active.file.write(stage, at: active.offset(of: end) - stage.count)
        stage.removeAll(keepingCapacity: true)
    }
}
