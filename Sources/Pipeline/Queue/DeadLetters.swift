import Glibc
import Synchronization
import Wire

/// What an exporter can never deliver, in files that `weir replay` reads: one for each signal, requests in protobuf, each behind its length as
/// a varint (the OTLP file specification's protobuf form).
///
/// Bounded: at its size it takes no more, and what comes then is dropped and counted.
final class DeadLetters: Sendable {
    private let path: String
    private let sizeBytes: Int
    private let disk: Disk
    private let name: String
    private let troubles: Troubles
    private let files = Mutex<[UInt8: DiskFile]>([:])

    init(exporter: String, path: String, sizeBytes: Int, context: Context, disk: Disk = .system) {
        self.path = path
        self.sizeBytes = sizeBytes
        self.disk = disk
        name = "exporters.\(exporter): dead_letter"
        troubles = Troubles(log: context.log, clock: context.clock)
    }

    /// Puts it aside; false where the file is full or cannot be written. It blocks on the disk, which permanent failures are rare enough for.
    func keep(_ payload: Payload) -> Bool {
        files.withLock { files in
            do throws(DiskError) {
                if let file = files[payload.signal.rawValue] { return try append(payload, to: file) }
                let file = try DiskFile(path(of: payload), .update, disk)
                files[payload.signal.rawValue] = file
                return try append(payload, to: file)
            } catch {
                troubles.report("\(name): \(error)")
                return false
            }
        }
    }

    private func append(_ payload: Payload, to file: DiskFile) throws(DiskError) -> Bool {
        let end = try file.size
        var record = WireWriter()
        record.varint(UInt64(payload.bytes.count))
        let head = record.bytes
        guard end + head.count + payload.bytes.count <= sizeBytes else {
            troubles.report("\(name): \(file.path) is full (\(sizeBytes) bytes)")
            return false
        }
        do throws(DiskError) {
            try file.write(head + payload.bytes.array, at: end)
            try file.sync()
        } catch {
            // Half a record would hide those behind it.
            try? file.truncate(to: end)
            throw error
        }
        return true
    }

    /// `letters.pb` is `letters.traces.pb`, and so on.
    private func path(of payload: Payload) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "\(path).\(payload.signal.name).pb" }
        return "\(path[..<dot]).\(payload.signal.name)\(path[dot...])"
    }
}
