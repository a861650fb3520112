import Glibc
import Transport

/// Why a file could not be read.
package struct CaptureTrouble: Error, CustomStringConvertible {
    package let path: String
    package let reason: String

    package var description: String { path.isEmpty ? reason : "\(path): \(reason)" }

    static func errno(_ path: String, _ action: String) -> CaptureTrouble {
        CaptureTrouble(path: path, reason: "cannot \(action): \(String(cString: strerror(Glibc.errno)))")
    }
}

/// An open file, or standard input, read in pieces and inflated where it is gzip.
package final class CaptureFile {
    /// Which file a descriptor or a path leads to.
    package struct Identity: Sendable, Equatable {
        package let device: UInt64
        package let inode: UInt64
        package let size: Int
        package let isRegular: Bool
        package let isDirectory: Bool

        package func isSameFile(as other: Identity) -> Bool { device == other.device && inode == other.inode }
    }

    package enum Piece {
        case some
        /// Nothing more at the moment; what is a file may grow.
        case end
        /// A pipe whose writer has nothing to say just now.
        case silence
    }

    package let path: String
    private let descriptor: Int32
    private var gzip: GzipStream?
    private var buffer = [UInt8](repeating: 0, count: 1 << 18)
    /// Bytes read from the file.
    package private(set) var offset = 0
    /// Whether the first bytes were gzip's; nil before they came.
    package private(set) var isGzip: Bool?

    /// `-` is standard input.
    package init(_ path: String) throws(CaptureTrouble) {
        self.path = path
        descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .errno(path, "open") }
        if identity?.isDirectory == true {
            close(descriptor)
            throw CaptureTrouble(path: path, reason: "is a folder")
        }
    }

    deinit { close(descriptor) }

    /// The open file as it is now.
    package var identity: Identity? {
        var info = stat()
        return fstat(descriptor, &info) == 0 ? Identity(info) : nil
    }

    /// The file that the path leads to now.
    package static func identity(at path: String) -> Identity? {
        var info = stat()
        return stat(path, &info) == 0 ? Identity(info) : nil
    }

    /// Goes to a byte of the file before anything is read.
    package func seek(to offset: Int) {
        guard lseek(descriptor, off_t(offset), SEEK_SET) == off_t(offset) else { return }
        self.offset = offset
        isGzip = false
    }

    /// Reads what is there, up to 256 KiB, and gives it to `sink`. Never waits.
    package func read(_ sink: (UnsafeRawBufferPointer) -> Void) throws -> Piece {
        guard isReadable else { return .silence }
        let count = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
        guard count >= 0 else {
            if errno == EAGAIN || errno == EINTR { return .silence }
            throw CaptureTrouble.errno(path, "read")
        }
        guard count > 0 else { return .end }
        offset += count
        try buffer.withUnsafeBytes { try give(UnsafeRawBufferPointer(rebasing: $0[..<count]), sink) }
        return .some
    }

    private func give(_ bytes: UnsafeRawBufferPointer, _ sink: (UnsafeRawBufferPointer) -> Void) throws {
        if isGzip == nil {
            isGzip = bytes.count >= 2 ? bytes[0] == 0x1F && bytes[1] == 0x8B : false
            if isGzip == true { gzip = GzipStream() }
        }
        guard let gzip else { return sink(bytes) }
        do throws(GzipTrouble) {
            try gzip.inflate(bytes, sink)
        } catch {
            throw CaptureTrouble(path: path, reason: "\(error)")
        }
    }

    /// Whether gzip ended in the middle of a member.
    package var isCutOff: Bool { gzip.map { $0.memberEnd < $0.consumed } ?? false }

    /// A read of a pipe without data would wait.
    private var isReadable: Bool {
        var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&wanted, 1, 0) > 0
    }
}

extension CaptureFile.Identity {
    init(_ info: stat) {
        device = UInt64(info.st_dev)
        inode = UInt64(info.st_ino)
        size = Int(info.st_size)
        isRegular = info.st_mode & S_IFMT == S_IFREG
        isDirectory = info.st_mode & S_IFMT == S_IFDIR
    }
}
