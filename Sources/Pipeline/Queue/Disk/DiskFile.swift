import Glibc
import Wire

/// An open file, closed with its last owner. Reads and writes say where; none moves a position, so two threads may use it.
final class DiskFile: Sendable {
    let path: String
    private let descriptor: CInt
    private let disk: Disk

    enum Mode {
        case read, update, create

        fileprivate var flags: CInt {
            switch self {
            case .read: O_RDONLY
            case .update: O_RDWR | O_CREAT
            case .create: O_RDWR | O_CREAT | O_TRUNC
            }
        }
    }

    /// New files are readable by their owner only.
    init(_ path: String, _ mode: Mode, _ disk: Disk) throws(DiskError) {
        self.path = path
        self.disk = disk
        descriptor = open(path, mode.flags | O_CLOEXEC, 0o600)
        if descriptor < 0 { throw DiskError(action: "open", path: path, code: errno) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    var size: Int {
        get throws(DiskError) { Int(try status().st_size) }
    }

    /// Whether it is still in its folder: what is written to a removed file is lost with the process.
    var isLinked: Bool { ((try? status().st_nlink) ?? 0) > 0 }

    private func status() throws(DiskError) -> stat {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw DiskError(action: "look at", path: path, code: errno) }
        return status
    }

    /// Reads until `target` is full or the file ends; gives how much it read.
    func read(into target: UnsafeMutableRawBufferPointer, at offset: Int) throws(DiskError) -> Int {
        var done = 0
        while done < target.count {
            let count = pread(descriptor, target.baseAddress.map { $0 + done }, target.count - done, off_t(offset + done))
            if count == 0 { break }
            if count > 0 { done += count } else if errno != EINTR { throw DiskError(action: "read", path: path, code: errno) }
        }
        return done
    }

    /// Writes all of it, or throws.
    func write(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(DiskError) {
        var done = 0
        while done < bytes.count {
            let count = disk.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes[done...]), offset + done)
            if count > 0 { done += count } else if count != -Int(EINTR) { throw error("write", count == 0 ? -Int(ENOSPC) : count) }
        }
    }

    /// Returns once what was written survives a power cut.
    func sync() throws(DiskError) {
        let result = disk.sync(descriptor)
        if result < 0 { throw error("sync", result) }
    }

    /// Takes the space now, so that a full disk is known before anything is promised. File systems that cannot do it are passed over.
    func allocate(_ count: Int) throws(DiskError) {
        let result = disk.allocate(descriptor, count)
        if result < 0, ![-Int(EOPNOTSUPP), -Int(EINVAL), -Int(ENOSYS)].contains(result) { throw error("take space for", result) }
    }

    func truncate(to count: Int) throws(DiskError) {
        guard ftruncate(descriptor, off_t(count)) == 0 else { throw DiskError(action: "truncate", path: path, code: errno) }
    }

    /// Keeps other processes out for as long as the file is open; false where one is in.
    func lock() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }

    private func error(_ action: String, _ result: Int) -> DiskError {
        DiskError(action: action, path: path, code: CInt(clamping: -result))
    }
}
