import Glibc
import Pipeline

/// Standard output, or another descriptor, written without holding a thread while a reader at the other end dawdles.
struct TextOutput: Sendable {
    private let descriptor: Int32
    private let clock: Clock

    init(descriptor: Int32, clock: Clock) {
        self.descriptor = descriptor
        self.clock = clock
        // A reader that went away is an error of the write, not the end of the process.
        signal(SIGPIPE, SIG_IGN)
    }

    var isTerminal: Bool { isatty(descriptor) == 1 }

    /// Writes all of it, or says why not. A pipe without a reader will not get one again.
    func write(_ text: [UInt8]) async throws(ExportError) {
        var written = 0
        while written < text.count {
            if !isWritable {
                do { try await clock.sleep(.milliseconds(5)) } catch { throw .retry(after: nil, error) }
                continue
            }
            // What poll promises of a pipe is room for so much.
            let count = text.withUnsafeBytes { bytes in
                Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes[written...]).baseAddress, min(text.count - written, 4096))
            }
            if count < 0, errno == EINTR || errno == EAGAIN { continue }
            guard count > 0 else {
                throw .refused(OutputTrouble(reason: String(cString: strerror(errno))))
            }
            written += count
        }
    }

    private var isWritable: Bool {
        var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return poll(&wanted, 1, 0) > 0
    }
}

/// Why nothing can be printed.
struct OutputTrouble: Error, CustomStringConvertible {
    let reason: String
    var description: String { "cannot write to standard output: \(reason)" }
}
