import Glibc

/// The bytes of a file, at most so many.
enum FileBytes {
    /// Why a file could not be read, in words.
    struct Trouble: Error, Equatable {
        let reason: String
    }

    static func read(_ path: String, limit: Int) throws(Trouble) -> [UInt8] {
        guard !path.isEmpty, !path.utf8.contains(0) else { throw Trouble(reason: "not a path") }
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw Trouble(reason: errorText()) }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = chunk.withUnsafeMutableBytes { Glibc.read(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw Trouble(reason: errorText()) }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
            guard bytes.count <= limit else { throw Trouble(reason: "larger than \(SizeText.string(limit))") }
        }
    }

    private static func errorText() -> String {
        strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
    }
}
