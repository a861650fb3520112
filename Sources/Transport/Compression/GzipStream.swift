import CZlib
import Glibc

/// Why gzip could not be read on.
package enum GzipTrouble: Error, CustomStringConvertible {
    case damaged(atByte: Int)

    package var description: String {
        switch self {
        case .damaged(let byte): "the gzip data is damaged at byte \(byte)"
        }
    }
}

/// Inflates gzip members one behind another (RFC 1952) that come in pieces. Memory is one window, whatever the ratio.
package final class GzipStream {
    private let stream: UnsafeMutablePointer<z_stream>
    private var output = [UInt8](repeating: 0, count: 1 << 16)
    /// Compressed bytes that were read.
    package private(set) var consumed = 0
    /// Where the last whole member ended.
    package private(set) var memberEnd = 0
    private var isBroken = false

    package init() {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 bits of window, and 16 for a gzip header. It fails for want of memory only, and then inflate says so.
        isBroken = inflateInit2_(stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) != Z_OK
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    /// Gives what `input` holds to `sink`, in pieces of at most 64 KiB.
    package func inflate(_ input: UnsafeRawBufferPointer, _ sink: (UnsafeRawBufferPointer) -> Void) throws(GzipTrouble) {
        guard let base = input.baseAddress, !input.isEmpty else { return }
        let first = UnsafeMutablePointer(mutating: base.assumingMemoryBound(to: UInt8.self))
        var read = 0
        while read < input.count || stream.pointee.avail_out == 0 {
            guard !isBroken else { throw .damaged(atByte: consumed) }
            let given = input.count - read
            stream.pointee.next_in = first + read
            stream.pointee.avail_in = UInt32(given)
            var result = Z_OK
            let made = output.withUnsafeMutableBufferPointer { buffer in
                stream.pointee.next_out = buffer.baseAddress
                stream.pointee.avail_out = UInt32(buffer.count)
                result = CZlib.inflate(stream, Z_NO_FLUSH)
                return buffer.count - Int(stream.pointee.avail_out)
            }
            let used = given - Int(stream.pointee.avail_in)
            read += used
            consumed += used
            output.withUnsafeBytes { sink(UnsafeRawBufferPointer(rebasing: $0[..<made])) }
            switch result {
            case Z_STREAM_END:
                memberEnd = consumed
                inflateReset(stream)
                stream.pointee.avail_out = 1
            case Z_OK: break
            case Z_BUF_ERROR where used == 0 && made == 0: return
            default: isBroken = true
            }
        }
    }
}
