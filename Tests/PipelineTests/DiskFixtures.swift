import Foundation
import OTLP
import Synchronization
import Wire

@testable import Pipeline

/// A folder that goes away with its owner.
final class TemporaryFolder: Sendable {
    let path = NSTemporaryDirectory() + "weir-queue-\(UUID().uuidString)"

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Every segment in the log of exporter `x`, in order.
    var segments: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/x")) ?? []
        return names.filter { $0.hasSuffix(".log") }.sorted().map { "\(path)/x/\($0)" }
    }

    /// What all files of the log take.
    var usedBytes: Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path + "/x")) ?? []
        return names.reduce(0) { $0 + contents("\(path)/x/\($1)").count }
    }

    func inode(_ path: String) -> UInt64 {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return (attributes?[.systemFileNumber] as? UInt64) ?? 0
    }

    func contents(_ path: String) -> [UInt8] { FileManager.default.contents(atPath: path).map { [UInt8]($0) } ?? [] }

    func write(_ bytes: [UInt8], to path: String) { _ = FileManager.default.createFile(atPath: path, contents: Data(bytes)) }
}

/// A disk that can be told to fail.
final class MoodyDisk: Sendable {
    private struct Mood {
        var writeError: CInt = 0
        var syncError: CInt = 0
        var allocateError: CInt = 0
        var syncs = 0
    }
    private let mood = Mutex(Mood())

    func failWrites(_ code: CInt) { mood.withLock { $0.writeError = code } }
    func failSyncs(_ code: CInt) { mood.withLock { $0.syncError = code } }
    func failAllocations(_ code: CInt) { mood.withLock { $0.allocateError = code } }
    var syncs: Int { mood.withLock { $0.syncs } }

    var disk: Disk {
        Disk(
            write: { descriptor, bytes, offset in
                let code = self.mood.withLock { $0.writeError }
                return code == 0 ? Disk.system.write(descriptor, bytes, offset) : -Int(code)
            },
            sync: { descriptor in
                let code = self.mood.withLock { mood in
                    mood.syncs += 1
                    return mood.syncError
                }
                return code == 0 ? Disk.system.sync(descriptor) : -Int(code)
            },
            allocate: { descriptor, count in
                let code = self.mood.withLock { $0.allocateError }
                return code == 0 ? Disk.system.allocate(descriptor, count) : -Int(code)
            })
    }
}

/// One life of a disk queue: opened, used, ended.
struct QueueLife {
    let queue: DiskQueue
    let books: Books
    let context: Context
    private let service: Task<Void, Never>

    init(
        _ folder: TemporaryFolder, size: Int = 1 << 20, whenFull: WhenFull = .refuse, sync: DiskQueueSettings.Sync = .commit,
        disk: Disk = .system, clock: Clock = .system
    ) throws {
        let context = Context(name: "weir", clock: clock)
        let books = Books(exporter: "x", meters: context.meters)
        let settings = DiskQueueSettings(directory: folder.path, sizeBytes: size, whenFull: whenFull, sync: sync)
        let queue = DiskQueue(exporter: "x", settings: settings, books: books, context: context, disk: disk)
        try queue.open()
        self.context = context
        self.books = books
        self.queue = queue
        service = Task { await queue.serve() }
    }

    /// Puts one request in; false where there is no room or the disk fails.
    func put(_ request: [UInt8], items: Int = 1, _ signal: Signal = .traces) async -> Bool {
        guard queue.reserve(request.count) else { return false }
        return await withCheckedContinuation { continuation in
            queue.commit(
                Payload(signal: signal, bytes: .copy(of: request), items: items, reservation: nil),
                Receipt(copies: 1) { continuation.resume(returning: $0) })
        }
    }

    /// Takes and releases one payload. Nil once the queue is closed and empty.
    func deliver(upTo limit: Int = 0) async -> [UInt8]? {
        guard let taken = await queue.take(upTo: limit) else { return nil }
        books.delivered(taken.payload)
        queue.release(taken, isDone: true)
        return taken.payload.bytes.array
    }

    /// Everything that is left.
    func drain() async -> [[UInt8]] {
        queue.close()
        var requests: [[UInt8]] = []
        while let request = await deliver() { requests.append(request) }
        return requests
    }

    /// Ends it in order; what was not delivered stays on disk.
    func end() async {
        queue.end()
        await service.value
    }

    func total(_ name: String) -> Double { context.meters.samples.filter { $0.name == name }.reduce(0) { $0 + $1.value } }
}
