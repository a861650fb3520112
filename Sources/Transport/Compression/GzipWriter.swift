import CZlib
import Synchronization

/// Makes one gzip member (RFC 1952) of what comes in pieces; what each piece gives can be read without the next.
package final class GzipWriter {
    private let stream: UnsafeMutablePointer<z_stream>

    /// Nil for want of memory: it takes some 270 KB. Level 1 is within a tenth of the best size.
    package init?(level: Int32 = 1) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 bits of window, and 16 for a gzip header.
        let result = deflateInit2_(
            stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard result == Z_OK else { return nil }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// One that may be handed from task to task; nil for want of memory.
    package static func pieces(level: Int32 = 1) -> (@Sendable ([UInt8]?) -> [UInt8])? {
        guard let writer = GzipWriter(level: level) else { return nil }
        let parked = Mutex(writer)
        return { piece in parked.withLock { $0.deflate(piece) } }
    }

    /// The next piece compressed; nil ends the member, and nothing may follow.
    package func deflate(_ piece: [UInt8]?) -> [UInt8] {
        guard piece != [] else { return [] }
        var output: [UInt8] = []
        var input = piece ?? []
        input.withUnsafeMutableBufferPointer { input in
            stream.pointee.next_in = input.baseAddress
            stream.pointee.avail_in = UInt32(clamping: input.count)
            repeat { output += step(piece == nil ? Z_FINISH : Z_SYNC_FLUSH) } while stream.pointee.avail_out == 0
        }
        return output
    }

    /// What fits into one more buffer; where it is filled there is more.
    private func step(_ flush: Int32) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 32 << 10) { buffer, count in
            stream.pointee.next_out = buffer.baseAddress
            stream.pointee.avail_out = UInt32(buffer.count)
            _ = CZlib.deflate(stream, flush)
            count = buffer.count - Int(stream.pointee.avail_out)
        }
    }
}
