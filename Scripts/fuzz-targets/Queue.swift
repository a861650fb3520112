// Recovery of the disk queue under libFuzzer and AddressSanitizer. `Scripts/fuzz` builds it together with the files of the queue's format.
//
// The first byte chooses: the rest is a segment file, the records of one behind a good page, a progress file, or a script that writes
// records, into a new file or over an older segment, and then harms them. A trap, an endless walk, an untouched record that is not found, or one that never was, is a find.

import Glibc
import OTLP
import Wire

private let directory = "/dev/shm/weir-fuzz-\(getpid())"
private let folder = LogFolder(below: directory, exporter: "x")

/// Made once, and removed when the fuzzer ends.
private let isReady: Bool = {
    atexit {
        for path in [folder.segmentPath(0), folder.segmentPath(0) + ".damaged", folder.progressPath] { unlink(path) }
        for path in [folder.path, directory] { rmdir(path) }
    }
    return (try? folder.make()) != nil
}()

private let salt: UInt64 = 0x5EED

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let input = UnsafeRawBufferPointer(start: data, count: count)
    guard input.count >= 2 else { return 0 }
    let rest = Array(input[1...])
    guard isReady else { return 0 }
    folder.remove(0)
    unlink(folder.progressPath)
    let isUsedAgain = input[0] & 4 != 0
    switch input[0] % 4 {
    case 0: recover(rest)
    case 1: recover(SegmentHeader(base: 0, salt: salt).page + rest)
    case 2:
        put(rest, folder.progressPath)
        recover(Script(rest, isUsedAgain).file)
    default: check(Script(rest, isUsedAgain))
    }
    return 0
}

private func put(_ bytes: [UInt8], _ path: String) {
    guard let file = try? DiskFile(path, .create, .system) else { return }
    try? file.write(bytes, at: 0)
}

/// Opens the log with these bytes as its only segment; whatever they are, it says what it found and ends.
private func recover(_ file: [UInt8]) {
    put(file, folder.segmentPath(0))
    guard let log = try? RecoveredLog(folder, .system) else { return }
    for segment in log.segments {
        precondition(segment.base < segment.end && segment.waiting.total >= 0, "a segment without records is kept")
    }
}

/// Records that were written, and what was done to their file.
private struct Script {
    var file = SegmentHeader(base: 0, salt: salt).page
    /// Where each stands, and whether anything touched it.
    var records: [(range: Range<Int>, isHarmed: Bool)] = []
    /// Where the mark of the records' end stands, as long as nothing touched it.
    var mark: Range<Int>?

    init(_ input: [UInt8], _ isUsedAgain: Bool) {
        let (writes, harms) = (input.prefix(input.count / 2), input.dropFirst(input.count / 2))
        for (number, byte) in writes.prefix(64).enumerated() { write(Int(byte), number) }
        let end = file.count
        if isUsedAgain {
            markEnd()
            for (number, byte) in writes.prefix(8).enumerated() { write(Int(byte), number, salt: salt + 1) }
            records.removeAll { $0.range.lowerBound >= end }
        }
        var bytes = harms.makeIterator()
        while let high = bytes.next(), let low = bytes.next(), let mask = bytes.next() {
            let at = SegmentHeader.bytes + (Int(high) << 8 | Int(low)) % max(file.count - SegmentHeader.bytes, 1)
            guard at < file.count else { continue }
            if mask == 0 { cut(at) } else { flip(at, mask) }
        }
    }

    private mutating func markEnd() {
        var mark = [UInt8](repeating: 0, count: RecordHeader.endMarkBytes)
        mark.withUnsafeMutableBytes { $0.set(0, RecordHeader.endMark(at: UInt64(file.count - SegmentHeader.bytes), salt: salt)) }
        self.mark = file.count..<file.count + mark.count
        file += mark
    }

    private mutating func write(_ length: Int, _ number: Int, salt: UInt64 = salt) {
        let request = [UInt8](repeating: UInt8(number), count: length)
        let start = file.count
        let checksum = request.withUnsafeBytes { Checksum.of($0, seed: salt) }
        let header = RecordHeader(
            signal: .traces, length: length, items: 1, position: UInt64(start - SegmentHeader.bytes), checksum: checksum)
        file += [UInt8](repeating: 0, count: RecordHeader.bytes)
        file.withUnsafeMutableBytes { header.write(to: UnsafeMutableRawBufferPointer(rebasing: $0[start...]), salt: salt) }
        file += request
        file += [UInt8](repeating: 0, count: header.stride - RecordHeader.bytes - length)
        records.append((start..<file.count, false))
    }

    private mutating func flip(_ at: Int, _ mask: UInt8) {
        file[at] ^= mask
        for place in records.indices where records[place].range.contains(at) { records[place].isHarmed = true }
        if mark?.contains(at) == true { mark = nil }
    }

    private mutating func cut(_ at: Int) {
        file.removeLast(file.count - at)
        records.removeAll { $0.range.upperBound > at }
        if let end = mark?.upperBound, end > at { mark = nil }
    }
}

/// Every record that nothing touched is found, in order, and none that was not written.
private func check(_ script: Script) {
    put(script.file, folder.segmentPath(0))
    guard case .segment(let segment) = try? SegmentFile.open(folder.segmentPath(0), .system), let end = try? segment.fileEnd else {
        preconditionFailure("a good page is not recognised")
    }
    var walk = RecordWalk(segment, from: 0)
    var found: Set<Int> = []
    var passed: UInt64 = 0
    walking: while true {
        guard let step = try? walk.next(before: end) else { preconditionFailure("the file cannot be read") }
        switch step {
        case .end: break walking
        case .damage(let range, let isBlank):
            precondition(range.lowerBound >= passed && range.upperBound > range.lowerBound, "the walk goes back")
            precondition(
                isBlank || segment.offset(of: range.lowerBound) != script.mark?.lowerBound, "what is behind the end is called damaged")
            passed = range.upperBound
        case .record(let record):
            let start = segment.offset(of: record.position)
            precondition(record.position >= passed, "the walk goes back")
            passed = record.positions.upperBound
            guard let known = script.records.first(where: { $0.range.lowerBound == start }) else {
                preconditionFailure("a record from nowhere")
            }
            let bytes = BytesPool.shared.take(record.length)
            let isWhole = (try? segment.appendRequest(of: record, to: bytes)) ?? false
            precondition(isWhole || known.isHarmed, "an untouched record is called damaged")
            found.insert(start)
        }
    }
    for record in script.records where !record.isHarmed {
        precondition(found.contains(record.range.lowerBound), "an untouched record is lost")
    }
}
