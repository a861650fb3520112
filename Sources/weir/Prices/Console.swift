import ArgumentParser
import GenAI
import Glibc

/// Bytes in and out of the terminal, without Foundation.
enum Console {
    /// A whole file, or standard input for `-`. One that cannot be read ends the command with 2.
    static func read(_ path: String) throws -> [UInt8] {
        let file = path == "-" ? STDIN_FILENO : open(path, O_RDONLY)
        guard file >= 0 else { throw unreadable(path) }
        defer { if path != "-" { close(file) } }
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(file, &part, part.count)
            if count < 0 { throw unreadable(path) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: part[..<count])
        }
    }

    private static func unreadable(_ path: String) -> ExitCode {
        fail("\(path): \(String(cString: strerror(errno)))")
        return ExitCode(2)
    }

    /// A line to standard error.
    static func fail(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }

    /// Shows mistakes and names the exit code for a wrong file.
    static func refused(_ mistakes: PriceMistakes) -> ExitCode {
        fail(mistakes.description)
        return ExitCode(2)
    }
}
