import Foundation
import OTLP
import Testing
import Wire

@testable import Pipeline

@Suite struct DiskQueueTests {
    private let folder = TemporaryFolder()

    private func request(_ number: Int, bytes: Int = 100) -> [UInt8] {
        (0..<bytes).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ number) }
    }

    @Test func `what was committed is taken in order, by the same process`() async throws {
        let life = try QueueLife(folder)
        for number in 0..<50 { #expect(await life.put(request(number, bytes: number * 7))) }
        for number in 0..<50 { #expect(await life.deliver() == request(number, bytes: number * 7)) }
        #expect(life.books.snapshot[0].isBalanced)
        #expect(life.books.snapshot[0].delivered == 50)
        await life.end()
    }

    @Test func `what was committed and not delivered is there for the next process, and nothing else`() async throws {
        let first = try QueueLife(folder)
        for number in 0..<20 { #expect(await first.put(request(number), items: 3, .logs)) }
        for _ in 0..<5 { _ = await first.deliver() }
        await first.end()
        let second = try QueueLife(folder)
        #expect(second.books.snapshot[Int(Signal.logs.rawValue)].recovered == 45)
        #expect(await second.put(request(20)))
        #expect(await second.drain() == (5...20).map { request($0) })
        #expect(second.books.snapshot.allSatisfy { $0.isBalanced && $0.queued == 0 })
        await second.end()
        let third = try QueueLife(folder)
        #expect(await third.drain().isEmpty)
        await third.end()
        #expect(folder.segments.isEmpty)
    }

    @Test func `what was taken and not released comes again, with several deliveries under way`() async throws {
        let first = try QueueLife(folder)
        for number in 0..<6 { #expect(await first.put(request(number))) }
        var taken: [Taken] = []
        for _ in 0..<5 { taken.append(try #require(await first.queue.take(upTo: 0))) }
        for number in [0, 2, 3] { first.queue.release(taken[number], isDone: true) }
        first.queue.release(taken[1], isDone: false)
        await first.end()
        let second = try QueueLife(folder)
        #expect(await second.drain() == [1, 4, 5].map { request($0) })
        await second.end()
    }

    @Test func `requests are joined up to the limit and never across signals`() async throws {
        let life = try QueueLife(folder)
        for number in 0..<4 { #expect(await life.put(request(number), items: 2)) }
        #expect(await life.put(request(4), .metrics))
        let taken = try #require(await life.queue.take(upTo: 300))
        #expect(taken.payload.bytes.array == request(0) + request(1) + request(2))
        #expect(taken.payload.items == 6)
        #expect(await life.deliver(upTo: 300) == request(3))
        #expect(await life.deliver(upTo: 300) == request(4))
        await life.end()
    }

    @Test func `a full queue refuses until a delivery made room, and never takes more disk than it may`() async throws {
        let life = try QueueLife(folder, size: 1 << 20)
        var put = 0
        while await life.put(request(put, bytes: 10_000)) { put += 1 }
        #expect(put > 80)
        #expect(folder.usedBytes <= 1 << 20)
        for number in 0..<put { #expect(await life.deliver() == request(number, bytes: 10_000)) }
        // The delivery is noted by the reader's own thread; the next taking waits for it.
        async let next = life.deliver()
        #expect(await life.put(request(7, bytes: 10_000)))
        #expect(await next == request(7, bytes: 10_000))
        await life.end()
    }

    @Test func `an exporter that falls behind reads from disk, and from memory once it has caught up`() async throws {
        let life = try QueueLife(folder, size: 32 << 20)
        let large = LogTail.limitBytes / 8
        for number in 0..<20 { #expect(await life.put(request(number, bytes: large))) }
        for number in 0..<15 { #expect(await life.deliver() == request(number, bytes: large)) }
        for number in 20..<30 { #expect(await life.put(request(number, bytes: large))) }
        for number in 15..<30 { #expect(await life.deliver() == request(number, bytes: large)) }
        for number in 30..<33 { #expect(await life.put(request(number, bytes: large))) }
        for number in 30..<33 { #expect(await life.deliver() == request(number, bytes: large)) }
        #expect(life.books.snapshot[0].delivered == 33)
        await life.end()
    }

    @Test func `drop_oldest drops whole segments from the front, and counts what was in them`() async throws {
        let life = try QueueLife(folder, whenFull: .dropOldest)
        for number in 0..<300 { #expect(await life.put(request(number, bytes: 10_000))) }
        let account = life.books.snapshot[0]
        #expect(account.dropped[0] > 150)
        #expect(account.isBalanced)
        let left = await life.drain()
        #expect(left == (300 - left.count..<300).map { request($0, bytes: 10_000) })
        #expect(left.count + account.lost == 300)
        await life.end()
    }

    @Test func `files are used again, and all of them together stay within the queue's size`() async throws {
        let life = try QueueLife(folder, size: 2 << 20)
        let requests = (0..<10).map { [UInt8](repeating: UInt8($0), count: 30_000) }
        var inodes: Set<UInt64> = []
        var put = 0
        var delivered = 0
        for round in 0..<30 {
            for _ in 0..<(round % 3 == 0 ? 60 : 10) where await life.put(requests[put % 10]) { put += 1 }
            #expect(folder.usedBytes <= 2 << 20)
            inodes.formUnion(folder.segments.map(folder.inode))
            while delivered < put - 2 {
                #expect(await life.deliver() == requests[delivered % 10])
                delivered += 1
            }
        }
        #expect(inodes.count < put * 30_000 / life.queue.settings.segmentBytes / 2, "most segments had a file of their own")
        #expect(await life.drain() == (delivered..<put).map { requests[$0 % 10] })
        await life.end()
        #expect(folder.contents(folder.path + "/x/spare").isEmpty, "it holds nothing and is kept")
    }

    @Test func `a disk without room for the next segment gets back the file that was kept for it`() async throws {
        let mood = MoodyDisk()
        let now = Shared<UInt64>(1)
        let clock = Clock(unixNanoseconds: { 0 }, monotonicNanoseconds: { now.value }, sleep: { _ in }, random: { 0 })
        let life = try QueueLife(folder, size: 2 << 20, disk: mood.disk, clock: clock)
        // Enough for a second segment: the first one's file is the spare then.
        for number in 0..<6 {
            #expect(await life.put(request(number, bytes: 30_000)))
            #expect(await life.deliver() == request(number, bytes: 30_000))
        }
        async let next = life.deliver()
        mood.failAllocations(ENOSPC)
        var put = 6
        while await life.put(request(put, bytes: 30_000)) { put += 1 }
        #expect(folder.usedBytes < 2 * life.queue.settings.segmentBytes, "the spare file still takes its space")
        mood.failAllocations(0)
        now.change { $0 += 1_000_000_000 }
        #expect(await life.put(request(put, bytes: 30_000)))
        #expect(await next == request(6, bytes: 30_000))
        await life.end()
    }

    @Test func `a request larger than the queue enters an empty one only`() async throws {
        let life = try QueueLife(folder)
        let large = request(1, bytes: 3 << 20)
        #expect(await life.put(large))
        #expect(!(await life.put(request(2))))
        #expect(await life.deliver() == large)
        await life.end()
    }

    @Test(arguments: [ENOSPC, EIO, EROFS])
    func `a disk that fails makes senders wait, and takes again when it is well`(code: CInt) async throws {
        let mood = MoodyDisk()
        let now = Shared<UInt64>(1)
        let clock = Clock(
            unixNanoseconds: { 0 }, monotonicNanoseconds: { now.value }, sleep: { _ in }, random: { 0 })
        let life = try QueueLife(folder, disk: mood.disk, clock: clock)
        #expect(await life.put(request(0)))
        for fail in [mood.failWrites, mood.failSyncs, mood.failAllocations] {
            fail(code)
            // Allocations fail only where a new file is begun.
            let refused = !(await life.put(request(99, bytes: 70_000)))
            let refusedToo = !(await life.put(request(99, bytes: 70_000)))
            #expect(refused || refusedToo)
            #expect(!life.queue.reserve(1), "nothing is promised while the disk is in trouble")
            fail(0)
            now.change { $0 += 1_000_000_000 }
        }
        #expect(await life.put(request(1)))
        #expect(life.total("weir_exporter_queue_failures_total") >= 3)
        #expect(life.books.snapshot[0].isBalanced)
        let left = await life.drain()
        #expect(left.first == request(0))
        #expect(left.last == request(1))
        #expect(left.count == life.books.snapshot[0].accepted)
        await life.end()
    }

    @Test func `a folder that is removed makes senders wait`() async throws {
        let life = try QueueLife(folder)
        #expect(await life.put(request(0)))
        try FileManager.default.removeItem(atPath: folder.path)
        #expect(!(await life.put(request(1))))
        #expect(life.total("weir_exporter_queue_failures_total") > 0)
        await life.end()
    }

    @Test func `two processes cannot share a queue`() async throws {
        let life = try QueueLife(folder)
        #expect(throws: OpenedLog.InUse.self) { try QueueLife(folder) }
        await life.end()
        await (try QueueLife(folder)).end()
    }

    @Test func `files and folders are for their owner only`() async throws {
        let life = try QueueLife(folder)
        #expect(await life.put(request(0)))
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + path)
            let mode = attributes[.posixPermissions] as? Int
            #expect(mode == (path == "x" ? 0o700 : 0o600), "\(path)")
        }
        await life.end()
    }

    @Test func `one sync serves all that wait`() async throws {
        let mood = MoodyDisk()
        let life = try QueueLife(folder, size: 64 << 20, disk: mood.disk)
        #expect(await life.put(request(0)))
        let before = mood.syncs
        await withTaskGroup(of: Bool.self) { group in
            for number in 0..<200 { group.addTask { await life.put(request(number)) } }
            for await kept in group { #expect(kept) }
        }
        #expect(mood.syncs - before < 200)
        await life.end()
    }

    @Test func `with sync = interval the answer does not wait for the disk`() async throws {
        let mood = MoodyDisk()
        mood.failSyncs(EIO)
        let life = try QueueLife(folder, sync: .interval, disk: mood.disk)
        #expect(await life.put(request(0)))
        #expect(await life.drain() == [request(0)])
        await life.end()
    }

    @Test func `an exporter's name is one folder, whatever it is`() {
        #expect(LogFolder(below: "q", exporter: "backend").path == "q/backend")
        #expect(LogFolder(below: "q", exporter: "../é/").path == "q/%2e%2e%2f%c3%a9%2f")
    }
}
