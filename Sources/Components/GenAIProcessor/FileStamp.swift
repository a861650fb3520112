import Glibc

/// What tells two states of a file apart: written again, replaced, longer.
struct FileStamp: Equatable, Sendable {
    private let seconds: Int
    private let nanoseconds: Int
    private let size: Int
    private let inode: UInt

    /// Nil where there is no file.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
        (size, inode) = (status.st_size, UInt(status.st_ino))
    }

    /// No price file is larger than this.
    private static let mostBytes = 16 << 20

    /// What is in a file; nil where it cannot be read or is larger than a price file.
    static func read(_ path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while bytes.count <= mostBytes {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
            if count < 0 { return nil }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
        return nil
    }

    /// Why a file could not be written.
    struct Trouble: Error, CustomStringConvertible {
        let description: String

        fileprivate init() { description = String(cString: strerror(errno)) }
    }

    /// Puts a text in place of what is in a file: whoever reads it finds the old one or the new one. For its owner alone.
    static func replace(_ path: String, with text: String) throws(Trouble) {
        if let slash = path.lastIndex(of: "/"), slash > path.startIndex { mkdir(String(path[..<slash]), 0o700) }
        let draft = path + ".new"
        let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Trouble() }
        let bytes = Array(text.utf8)
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { break }
            written += count
        }
        guard written == bytes.count, fsync(file) == 0 else {
            let trouble = Trouble()
            close(file)
            unlink(draft)
            throw trouble
        }
        close(file)
        guard rename(draft, path) == 0 else { throw Trouble() }
    }
}
