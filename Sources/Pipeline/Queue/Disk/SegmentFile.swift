import Wire

/// One file of the log: a page that says where it begins, then records one behind another.
///
/// A position counts bytes of records over the whole life of the log, so it names one place in one file for ever.
final class SegmentFile: Sendable {
    let file: DiskFile
    let header: SegmentHeader
    var base: UInt64 { header.base }

    /// Makes a new one with room for `roomBytes` of records, ready to be written; out of the spare file, where there is one.
    static func create(in folder: LogFolder, base: UInt64, roomBytes: Int, _ disk: Disk) throws(DiskError) -> SegmentFile {
        if folder.claimSpare() {
            if let segment = try? SegmentFile(recyclingIn: folder, base, roomBytes, disk) { return segment }
            // Its space may be just what is missing.
            folder.removeSpares()
        }
        return try SegmentFile(folder.segmentPath(base), .create, base, roomBytes, disk)
    }

    /// It gets its name when its header is durable: a header of one segment under the name of another would be damage.
    private convenience init(recyclingIn folder: LogFolder, _ base: UInt64, _ roomBytes: Int, _ disk: Disk) throws(DiskError) {
        let header = try SegmentFile(folder.nextPath, .update, base, roomBytes, disk).header
        try folder.place(base)
        self.init(try DiskFile(folder.segmentPath(base), .update, disk), header)
    }

    private init(_ path: String, _ mode: DiskFile.Mode, _ base: UInt64, _ roomBytes: Int, _ disk: Disk) throws(DiskError) {
        file = try DiskFile(path, mode, disk)
        header = SegmentHeader(base: base, salt: .random(in: .min ... .max))
        try file.truncate(to: min(try file.size, SegmentHeader.bytes + roomBytes))
        try file.allocate(SegmentHeader.bytes + roomBytes)
        try file.write(header.page, at: 0)
        if mode == .update { try file.sync() }
    }

    private init(_ file: DiskFile, _ header: SegmentHeader) {
        self.file = file
        self.header = header
    }

    enum Opening {
        case segment(SegmentFile)
        case damaged
        /// It was made, and nothing was written.
        case blank
        case future(version: UInt32)
    }

    static func open(_ path: String, _ disk: Disk) throws(DiskError) -> Opening {
        let file = try DiskFile(path, .update, disk)
        var page = [UInt8](repeating: 0, count: SegmentHeader.bytes)
        let count = try page.fill { buffer throws(DiskError) in try file.read(into: buffer, at: 0) }
        return switch page[..<count].withUnsafeBytes(SegmentHeader.read) {
        case .header(let header): .segment(SegmentFile(file, header))
        case .damaged: page.allSatisfy { $0 == 0 } ? .blank : .damaged
        case .future(let version): .future(version: version)
        }
    }

    func offset(of position: UInt64) -> Int { SegmentHeader.bytes + Int(position - base) }

    /// Where the records of the file end at most: the file's end.
    var fileEnd: UInt64 {
        get throws(DiskError) { base + UInt64(max(try file.size - SegmentHeader.bytes, 0)) }
    }

    /// Appends a record's request to `target`, which has room for it. False, and nothing appended, where it is damaged.
    func appendRequest(of record: RecordHeader, to target: Bytes) throws(DiskError) -> Bool {
        let offset = offset(of: record.position) + RecordHeader.bytes
        var isWhole = false
        try target.withSpare { spare throws(DiskError) in
            let space = UnsafeMutableRawBufferPointer(rebasing: spare[..<record.length])
            let count = try file.read(into: space, at: offset)
            isWhole = count == record.length && Checksum.of(UnsafeRawBufferPointer(space), seed: header.salt) == record.checksum
            return isWhole ? record.length : 0
        }
        return isWhole
    }
}
