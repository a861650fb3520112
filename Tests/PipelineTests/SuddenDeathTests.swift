import Foundation
import Testing
import Wire

@testable import Pipeline

/// What is in the files at any moment is what a process leaves that is killed then.
@Suite struct SuddenDeathTests {
    private let folder = TemporaryFolder()

    /// Random puts, takes and releases; `unnoted` counts releases since the last taking, which the reader may not have noted yet.
    private struct History {
        var put: [[UInt8]] = []
        var inHand: [Taken] = []
        var released: Set<[UInt8]> = []
        var unnoted = 0

        mutating func step(_ life: QueueLife, _ dice: inout Dice) async {
            switch Int.random(in: 0..<5, using: &dice) {
            case 0, 1:
                var request = [UInt8](repeating: 0, count: Int.random(in: 2...30_000, using: &dice))
                request[0] = UInt8(truncatingIfNeeded: put.count)
                request[1] = UInt8(truncatingIfNeeded: put.count >> 8)
                if await life.put(request) { put.append(request) }
            case 2, 3:
                guard inHand.count < 4, put.count > inHand.count + released.count else { return }
                unnoted = 0
                if let taken = await life.queue.take(upTo: 0) { inHand.append(taken) }
            default:
                guard let place = inHand.indices.randomElement(using: &dice) else { return }
                let taken = inHand.remove(at: place)
                released.insert(taken.payload.bytes.array)
                unnoted += 1
                life.books.delivered(taken.payload)
                life.queue.release(taken, isDone: true)
            }
        }
    }

    @Test(arguments: 1..<40)
    func `nothing that was acknowledged is missing, and little comes twice`(seed: UInt64) async throws {
        var dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15)
        let life = try QueueLife(folder)
        var history = History()
        for _ in 0..<Int.random(in: 1...250, using: &dice) { await history.step(life, &dice) }
        let copy = TemporaryFolder()
        try FileManager.default.copyItem(atPath: folder.path, toPath: copy.path)
        let next = try QueueLife(copy)
        let found = await next.drain()
        await next.end()
        let wanted = history.put.filter { !history.released.contains($0) }
        #expect(found.filter { !history.released.contains($0) } == wanted, "all of it, in order")
        #expect(found.count - wanted.count <= history.unnoted)
        #expect(next.books.snapshot[0].isBalanced)
        #expect(next.total("weir_exporter_queue_damages_total") == 0)
        await life.end()
    }
}
