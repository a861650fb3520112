import Glibc
import Wire

/// A file of whole records, opened at the first of them. A record that could be written only in part is taken back.
struct RecordFile: ~Copyable {
    private let settings: FileSettings
    private var path: String { settings.path }
    private var descriptor: Int32 = -1
    /// Device and inode of what is open.
    private var identity: (dev_t, ino_t) = (0, 0)
    private var isRegular = true
    /// Where the last whole record ends.
    private var size = 0
    /// The last write failed in the middle, and could not be taken back.
    private var isTorn = false
    private var isUnsynced = false
    private var begunAt: UInt64 = 0

    init(_ settings: FileSettings) { self.settings = settings }

    deinit { if descriptor >= 0 { close(descriptor) } }

    mutating func append(_ record: Record, now: UInt64) throws(FileTrouble) {
        if descriptor >= 0, !isStillThere { shut() }
        try open(now)
        try mend()
        if wantsRotation(for: record.count, now) { try beginAnew(now) }
        try write(record)
        if settings.sync == .always { try sync() }
    }

    /// Forces what was written onto the disk.
    mutating func sync() throws(FileTrouble) {
        guard isUnsynced, descriptor >= 0, isRegular else { return }
        guard fdatasync(descriptor) == 0 else { throw .errno(path, "sync") }
        isUnsynced = false
    }

    // MARK: - Writing

    private mutating func write(_ record: Record) throws(FileTrouble) {
        var written = 0
        while written < record.count {
            let count = Self.write(record, from: written, to: descriptor)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                let trouble = FileTrouble.errno(path, "write")
                isTorn = written > 0
                try? mend()
                throw trouble
            }
            written += count
        }
        size += written
        isUnsynced = true
    }

    /// One system call for head and body.
    private static func write(_ record: Record, from start: Int, to descriptor: Int32) -> Int {
        record.head.withUnsafeBytes { head in
            guard let body = record.body else { return gather(head, nil, from: start, descriptor) }
            return body.withBytes { gather(head, $0, from: start, descriptor) }
        }
    }

    private static func gather(
        _ head: UnsafeRawBufferPointer, _ body: UnsafeRawBufferPointer?, from start: Int, _ descriptor: Int32
    ) -> Int {
        var parts: [iovec] = []
        if start < head.count { parts.append(part(head, from: start)) }
        if let body { parts.append(part(body, from: max(0, start - head.count))) }
        return writev(descriptor, parts, Int32(parts.count))
    }

    private static func part(_ bytes: UnsafeRawBufferPointer, from start: Int) -> iovec {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
        return iovec(iov_base: UnsafeMutableRawPointer(mutating: rest.baseAddress), iov_len: rest.count)
    }

    /// Cuts off what a failed write left.
    private mutating func mend() throws(FileTrouble) {
        guard isTorn, isRegular else { return }
        guard ftruncate(descriptor, off_t(size)) == 0 else { throw .errno(path, "take back a half-written record") }
        isTorn = false
    }

    // MARK: - Opening

    private mutating func open(_ now: UInt64) throws(FileTrouble) {
        guard descriptor < 0 else { return }
        try makeFolder()
        let opened = Glibc.open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        // A pipe or a terminal may be for writing only.
        descriptor = opened >= 0 ? opened : Glibc.open(path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .errno(path, "open") }
        do throws(FileTrouble) {
            try takeUp(now)
        } catch {
            shut()
            throw error
        }
    }

    /// Learns what is in the file already, and removes what a crash left half written.
    private mutating func takeUp(_ now: UInt64) throws(FileTrouble) {
        var info = stat()
        guard fstat(descriptor, &info) == 0 else { throw .errno(path, "examine") }
        identity = (info.st_dev, info.st_ino)
        isRegular = info.st_mode & S_IFMT == S_IFREG
        begunAt = beginning(now)
        size = 0
        isTorn = false
        guard isRegular else { return }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            throw FileTrouble(path: path, reason: "another exporter or process writes this file")
        }
        guard info.st_size > 0 else { return }
        size = try FileTail(path: path, descriptor: descriptor, size: Int(info.st_size)).end(of: settings)
        isTorn = size < Int(info.st_size)
    }

    /// When the file was begun: when the one before it was put aside. Linux tells no program a file's birth in a way that C imports.
    private func beginning(_ now: UInt64) -> UInt64 {
        var older = stat()
        guard stat("\(path).1", &older) == 0 else { return now }
        return min(now, UInt64(clamping: older.st_ctim.tv_sec) &* 1_000_000_000)
    }

    private mutating func shut() {
        close(descriptor)
        descriptor = -1
    }

    /// Whether the path still leads to what is open: others may move or remove it.
    private var isStillThere: Bool {
        var info = stat()
        return stat(path, &info) == 0 && info.st_dev == identity.0 && info.st_ino == identity.1
    }

    private func makeFolder() throws(FileTrouble) {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
        var folder = ""
        for part in path[..<slash].split(separator: "/", omittingEmptySubsequences: false) {
            folder += part
            if !folder.isEmpty, mkdir(folder, 0o700) != 0, errno != EEXIST {
                // What matters is whether it is there, as on a read-only file system.
                var info = stat()
                guard stat(folder, &info) == 0 else { throw .errno(folder, "make the folder") }
            }
            folder += "/"
        }
    }

    // MARK: - Rotating

    private mutating func wantsRotation(for count: Int, _ now: UInt64) -> Bool {
        guard let rotate = settings.rotate, isRegular, size > 0 else { return false }
        if let limit = rotate.sizeBytes, size + count > limit { return true }
        guard let age = rotate.age else { return false }
        // A clock that was set back must not keep a file for as much longer.
        begunAt = min(begunAt, now)
        return Duration.nanoseconds(Int64(clamping: now - begunAt)) >= age
    }

    /// PATH becomes PATH.1, PATH.1 becomes PATH.2, …; the oldest goes.
    private mutating func beginAnew(_ now: UInt64) throws(FileTrouble) {
        if settings.sync != .never { try sync() }
        let keep = settings.rotate?.keep ?? 1
        for number in stride(from: keep - 1, through: 1, by: -1) {
            // Onto the older one, which goes; where there is none, nothing happens.
            rename("\(path).\(number)", "\(path).\(number + 1)")
        }
        guard rename(path, "\(path).1") == 0 else { throw .errno(path, "rotate") }
        shut()
        try open(now)
    }
}
