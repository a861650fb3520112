import Wire

/// One file of the log: a page that says where it begins, then records one behind another.
///
/// A position counts bytes of records over the whole life of the log, so it names one place in one file for ever.
final class SegmentFile: Sendable {
    let file: DiskFile
    let header: SegmentHeader
    var base: UInt64 { header.base }

    /// Makes a new one with room for `roomBytes` of records, ready to be written.
    init(creating path: String, base: UInt64, roomBytes: Int, _ disk: Disk) throws(DiskError) {
        file = try DiskFile(path, .create, disk)
        header = SegmentHeader(base: base, salt: .random(in: .min ... .max))
        try file.allocate(SegmentHeader.bytes + roomBytes)
        try file.write(header.page, at: 0)
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
