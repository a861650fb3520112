/// How far the exporter has come in the log: everything before `cursor` is done, except what is still `open`.
struct Progress: Equatable, Sendable {
    var cursor: UInt64 = 0
    /// Ranges before the cursor that are not delivered: in order, and few (one for each delivery under way).
    var open: [Range<UInt64>] = []

    /// Whether a record still has to be delivered.
    func wants(_ record: Range<UInt64>) -> Bool {
        record.lowerBound >= cursor || open.contains { $0.overlaps(record) }
    }

    /// What is to be read, in order: the last range has no end.
    var unread: [Range<UInt64>] { open + [cursor..<UInt64.max] }

    /// The same with at most `count` ranges; where there were more, everything from the first on is open, and what was done between is done again.
    func limited(to count: Int) -> Progress {
        guard open.count > count, let first = open.first else { return self }
        return Progress(cursor: first.lowerBound, open: [])
    }
}

/// A page with a `Progress`, as it stands in the file.
///
/// magic (4 bytes), version (4), sequence (8), cursor (8), number of ranges (8), their bounds (16 each), checksum of all that (8).
enum ProgressPage {
    static let bytes = 4096
    static let version: UInt32 = 1
    static let mostRanges = 200
    private static let magic: UInt32 = 0x5052_4557

    enum Reading: Equatable {
        case progress(Progress, sequence: UInt64)
        case damaged
        case future(version: UInt32)
    }

    static func write(_ progress: Progress, sequence: UInt64) -> [UInt8] {
        let progress = progress.limited(to: mostRanges)
        var page = [UInt8](repeating: 0, count: 40 + 16 * progress.open.count)
        page.withUnsafeMutableBytes { page in
            page.set(0, magic)
            page.set(4, version)
            page.set(8, sequence)
            page.set(16, progress.cursor)
            page.set(24, UInt64(progress.open.count))
            for (number, range) in progress.open.enumerated() {
                page.set(32 + 16 * number, range.lowerBound)
                page.set(40 + 16 * number, range.upperBound)
            }
            let end = page.count - 8
            page.set(end, Checksum.of(UnsafeRawBufferPointer(rebasing: page[..<end]), seed: 0))
        }
        return page
    }

    static func read(_ page: UnsafeRawBufferPointer) -> Reading {
        guard page.count >= 40, page.u32(0) == magic else { return .damaged }
        guard page.u32(4) <= version else { return .future(version: page.u32(4)) }
        guard let count = Int(exactly: page.u64(24)), count <= mostRanges, page.count >= 40 + 16 * count else { return .damaged }
        let end = 32 + 16 * count
        guard Checksum.of(UnsafeRawBufferPointer(rebasing: page[..<end]), seed: 0) == page.u64(end) else { return .damaged }
        var progress = Progress(cursor: page.u64(16))
        for number in 0..<count {
            let (lower, upper) = (page.u64(32 + 16 * number), page.u64(40 + 16 * number))
            guard lower < upper, upper <= progress.cursor, lower >= progress.open.last?.upperBound ?? 0 else { return .damaged }
            progress.open.append(lower..<upper)
        }
        guard progress.cursor <= SegmentHeader.highestBase else { return .damaged }
        return .progress(progress, sequence: page.u64(8))
    }
}
