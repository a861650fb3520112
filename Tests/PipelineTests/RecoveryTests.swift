import OTLP
import Testing
import Wire

@testable import Pipeline

@Suite struct RecoveryTests {
    private let folder = TemporaryFolder()

    /// Requests that say their number in their first bytes.
    private func request(_ number: Int, _ bytes: Int) -> [UInt8] {
        let head = [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8), 0xA5]
        return head + (0..<bytes).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ number) }
    }

    private func fill(_ sizes: [Int]) async throws -> [[UInt8]] {
        let life = try QueueLife(folder)
        let requests = sizes.enumerated().map { request($0, $1) }
        for each in requests { #expect(await life.put(each)) }
        await life.end()
        return requests
    }

    private func reopened() async throws -> (requests: [[UInt8]], life: QueueLife) {
        let life = try QueueLife(folder)
        let requests = await life.drain()
        await life.end()
        return (requests, life)
    }

    @Test func `a flipped bit costs its record, and is counted with its place`() async throws {
        let requests = try await fill([50, 60, 70, 80])
        let path = folder.segments[0]
        var bytes = folder.contents(path)
        // In the second request, behind the page, the first record and the second header.
        let place = SegmentHeader.bytes + RecordHeader.stride(53) + RecordHeader.bytes + 9
        bytes[place] ^= 4
        folder.write(bytes, to: path)
        let (found, life) = try await reopened()
        #expect(found == [requests[0], requests[2], requests[3]])
        #expect(life.books.snapshot[0].dropped[4] == 1)
        #expect(life.books.snapshot[0].isBalanced)
        #expect(life.total("weir_exporter_queue_damages_total") == 1)
    }

    @Test func `a write that was cut off at the end is cut away`() async throws {
        let requests = try await fill([500, 600])
        let path = folder.segments[0]
        folder.write(folder.contents(path).dropLast(100), to: path)
        let (found, life) = try await reopened()
        #expect(found == [requests[0]])
        #expect(life.books.lostItems == 0, "nobody was told of it")
        #expect(life.total("weir_exporter_queue_damages_total") == 1)
    }

    @Test func `a segment whose first page is half damaged loses nothing, one without any is set aside`() async throws {
        let requests = try await fill([50, 60])
        let path = folder.segments[0]
        let whole = folder.contents(path)
        folder.write([UInt8](repeating: 0xFF, count: 100) + whole[100...], to: path)
        #expect(try await reopened().requests == requests)
        _ = try await fill([50])
        let other = folder.segments[0]
        folder.write([UInt8](repeating: 0xFF, count: 4096) + folder.contents(other)[4096...], to: other)
        let (found, life) = try await reopened()
        #expect(found.isEmpty)
        #expect(life.total("weir_exporter_queue_damages_total") == 1)
        #expect(!folder.contents(other + ".damaged").isEmpty)
    }

    @Test func `a version from the future is refused with its file`() async throws {
        _ = try await fill([50])
        let path = folder.segments[0]
        var bytes = folder.contents(path)
        bytes.withUnsafeMutableBytes { bytes in
            for copy in [0, 2048] {
                let header = UnsafeMutableRawBufferPointer(rebasing: bytes[copy..<copy + 40])
                header.set(8, UInt32(2))
                header.set(32, Checksum.of(UnsafeRawBufferPointer(rebasing: header[..<32]), seed: 0))
            }
        }
        folder.write(bytes, to: path)
        let error = #expect(throws: FutureVersion.self) { try QueueLife(folder) }
        #expect("\(error.map { "\($0)" } ?? "")".hasPrefix("\(path) has version 2 of the queue's format"))
        #expect(folder.contents(path) == bytes, "it is left as it was")
    }

    @Test func `what a file held before it was used again is no damage and does not come back`() async throws {
        let requests = try await fill([500, 60])
        let path = folder.segments[0]
        // The same records once more behind the mark that ends them, as an earlier use would have left them.
        let whole = folder.contents(path)
        let (header, end) = (whole.withUnsafeBytes(SegmentHeader.read), whole.count - SegmentHeader.bytes)
        guard case .header(let header) = header else {
            Issue.record("no header")
            return
        }
        var mark = [UInt8](repeating: 0, count: RecordHeader.endMarkBytes)
        mark.withUnsafeMutableBytes { $0.set(0, RecordHeader.endMark(at: UInt64(end), salt: header.salt)) }
        folder.write(whole + mark + whole[SegmentHeader.bytes...], to: path)
        let (found, life) = try await reopened()
        #expect(found == requests)
        #expect(life.total("weir_exporter_queue_damages_total") == 0)
    }

    @Test func `a file that was to be used again when the power went is no damage`() async throws {
        _ = try await fill([50])
        let path = folder.segments[0]
        let page = SegmentHeader(base: 1 << 20, salt: 7).page
        folder.write(page + folder.contents(path)[SegmentHeader.bytes...], to: path)
        let (found, life) = try await reopened()
        #expect(found.isEmpty)
        #expect(life.total("weir_exporter_queue_damages_total") == 0)
        #expect(folder.segments.isEmpty)
    }

    @Test func `without the progress file everything in the log comes again`() async throws {
        let requests = try await fill([50, 60])
        folder.write([1, 2, 3], to: folder.path + "/x/progress")
        #expect(try await reopened().requests == requests)
    }

    @Test func `a request that looks like a record is none`() async throws {
        var inner = [UInt8](repeating: 0, count: 80)
        inner.withUnsafeMutableBytes { bytes in
            // Even at the right position: only the salt is not known to a stranger.
            let position = UInt64(RecordHeader.bytes)
            RecordHeader(signal: .traces, length: 0, items: 9, position: position, checksum: 0).write(to: bytes, salt: 0)
        }
        let life = try QueueLife(folder)
        #expect(await life.put(inner))
        #expect(await life.put(request(1, 10)))
        await life.end()
        let path = folder.segments[0]
        var bytes = folder.contents(path)
        bytes[SegmentHeader.bytes] ^= 1
        folder.write(bytes, to: path)
        #expect(try await reopened().requests == [request(1, 10)])
    }

    /// Anything may happen to the files between two lives: what is whole comes, once and in order.
    @Test(arguments: 0..<60)
    func `after a random accident every undamaged record is there in order`(seed: UInt64) async throws {
        var dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
        let sizes = (0..<Int.random(in: 1...120, using: &dice)).map { _ in Int.random(in: 0...6000, using: &dice) }
        let requests = try await fill(sizes)
        var harmed: Set<Int> = []
        var place = 0
        for path in folder.segments {
            var bytes = folder.contents(path)
            let records = Self.records(bytes, from: &place, sizes)
            for _ in 0..<Int.random(in: 0...3, using: &dice) {
                guard let at = (SegmentHeader.bytes..<bytes.count).randomElement(using: &dice) else { continue }
                bytes[at] ^= UInt8.random(in: 1...255, using: &dice)
                if let record = records.first(where: { $0.range.contains(at) }) { harmed.insert(record.number) }
            }
            if path == folder.segments.last, Bool.random(using: &dice),
                let at = (SegmentHeader.bytes..<bytes.count).randomElement(using: &dice)
            {
                bytes = Array(bytes[..<at])
                for record in records where record.range.upperBound > at { harmed.insert(record.number) }
            }
            folder.write(bytes, to: path)
        }
        let (found, life) = try await reopened()
        let whole = requests.indices.filter { !harmed.contains($0) }.map { requests[$0] }
        // A flip in padding harms nothing; then the record is there although it was touched.
        var rest = found[...]
        for each in whole {
            guard let at = rest.firstIndex(of: each) else {
                Issue.record(
                    "request \(each[0]) is missing or out of order; harmed \(harmed.sorted()), found \(found.map { $0[0] }), of \(sizes)")
                return
            }
            rest = rest[(at + 1)...]
        }
        #expect(found.allSatisfy(requests.contains))
        #expect(Set(found).count == found.count)
        #expect(life.books.snapshot[0].isBalanced)
        #expect(life.books.snapshot[0].queued == 0)
    }

    /// Where the records of one file stand.
    private static func records(_ bytes: [UInt8], from place: inout Int, _ sizes: [Int]) -> [(number: Int, range: Range<Int>)] {
        var offset = SegmentHeader.bytes
        var records: [(Int, Range<Int>)] = []
        while place < sizes.count, offset + RecordHeader.stride(sizes[place] + 3) <= bytes.count {
            let end = offset + RecordHeader.stride(sizes[place] + 3)
            records.append((place, offset..<end))
            offset = end
            place += 1
        }
        return records
    }
}

/// The same numbers for the same seed.
struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }
}
