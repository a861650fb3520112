/// Goes through the records of a segment in order, and over what is damaged: behind a bad header it looks for the next good one.
struct RecordWalk {
    enum Step: Equatable {
        case record(RecordHeader)
        /// No record begins here. `isBlank` = only zeros, as in space that was taken and never written.
        case damage(Range<UInt64>, isBlank: Bool)
        case end
    }

    private static let windowBytes = 256 << 10
    /// Behind a record as large as this only the next header is read ahead.
    private static let largeBytes = 16 << 10

    let segment: SegmentFile
    private(set) var position: UInt64
    /// A part of the file, and the position it begins at.
    private var window: [UInt8] = []
    private var windowStart: UInt64 = 0
    private var isAmongLarge = false

    init(_ segment: SegmentFile, from position: UInt64) {
        self.segment = segment
        self.position = max(position, segment.base)
    }

    /// The next record that ends by `end`. What lies before `end` must not change any more.
    mutating func next(before end: UInt64) throws(DiskError) -> Step {
        guard position < end else { return .end }
        try load(position, end, needed: RecordHeader.bytes, ahead: isAmongLarge ? 0 : Self.windowBytes)
        if let record = header(at: position, end) {
            isAmongLarge = record.length > Self.largeBytes
            position = record.positions.upperBound
            return .record(record)
        }
        return try passDamage(end)
    }

    private mutating func passDamage(_ end: UInt64) throws(DiskError) -> Step {
        let start = position
        let isEnd = isEndMark(at: start)
        var isBlank = true
        while position < end {
            try load(position, end, needed: 2 * RecordHeader.bytes, ahead: Self.windowBytes)
            // A header that the window cuts is looked at again at the front of the next one.
            let seen = window.count - Int(position - windowStart)
            let searched = position + UInt64(seen) >= end ? seen : seen - RecordHeader.bytes
            guard searched > 0 else { break }
            if let found = search(searched, isFirst: position == start, &isBlank, end) {
                position = found
                return .damage(start..<found, isBlank: isBlank || isEnd)
            }
            position += UInt64((searched + RecordHeader.alignment - 1) / RecordHeader.alignment * RecordHeader.alignment)
        }
        position = end
        return .damage(start..<end, isBlank: isBlank || isEnd)
    }

    /// Whether the writer said that the records end here. The window holds the place.
    private func isEndMark(at place: UInt64) -> Bool {
        window.withUnsafeBytes { bytes in
            let offset = Int(place - windowStart)
            guard offset + RecordHeader.endMarkBytes <= bytes.count else { return false }
            return bytes.u64(offset) == RecordHeader.endMark(at: place, salt: segment.header.salt)
        }
    }

    /// The first position of a good header among the next `count` bytes of the window.
    private func search(_ count: Int, isFirst: Bool, _ isBlank: inout Bool, _ end: UInt64) -> UInt64? {
        let start = Int(position - windowStart)
        return window.withUnsafeBytes { bytes in
            for offset in stride(from: start, to: start + count, by: RecordHeader.alignment) {
                guard offset + 8 <= bytes.count else {
                    isBlank = isBlank && bytes[offset...].allSatisfy { $0 == 0 }
                    return nil
                }
                let word = bytes.u64(offset)
                guard word != 0 else { continue }
                let place = windowStart + UInt64(offset)
                if UInt32(truncatingIfNeeded: word) == RecordHeader.magic, !(isFirst && offset == start), header(at: place, end) != nil {
                    return place
                }
                isBlank = false
            }
            return nil
        }
    }

    /// The record at a position that the window holds.
    private func header(at place: UInt64, _ end: UInt64) -> RecordHeader? {
        window.withUnsafeBytes { bytes in
            let offset = Int(place - windowStart)
            guard offset + RecordHeader.bytes <= bytes.count else { return nil }
            let slice = UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + RecordHeader.bytes])
            guard let record = RecordHeader(slice, at: place, salt: segment.header.salt) else { return nil }
            return record.positions.upperBound <= end ? record : nil
        }
    }

    /// Makes the window hold `needed` bytes from `place` on, or all there are before `end`; what it reads anew goes `ahead` bytes further.
    private mutating func load(_ place: UInt64, _ end: UInt64, needed: Int, ahead: Int) throws(DiskError) {
        let left = end - place
        if place >= windowStart, place + min(UInt64(needed), left) <= windowStart + UInt64(window.count) { return }
        let size = Int(min(UInt64(needed + ahead), left))
        let offset = segment.offset(of: place)
        windowStart = place
        window = [UInt8](repeating: 0, count: size)
        let read = try window.fill { buffer throws(DiskError) in try segment.file.read(into: buffer, at: offset) }
        window.removeLast(size - read)
    }
}
