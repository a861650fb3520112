import CDeflate
import Synchronization
import Wire

/// The content codings that OTLP senders use (RFC 9110 section 8.4.1).
package enum ContentCoding: Sendable {
    case identity
    /// RFC 1952, one member or several.
    case gzip
    /// RFC 1950: what HTTP calls deflate.
    case deflate

    /// Nil for a coding that is not understood.
    package init?(header: String?) {
        switch header?.lowercased() {
        case nil, "", "identity": self = .identity
        case "gzip", "x-gzip": self = .gzip
        case "deflate": self = .deflate
        default: return nil
        }
    }
}

package enum InflateError: Error, Equatable {
    /// Not what its coding says: truncated, wrong checksum, garbage behind the end.
    case malformed
    /// Over the size or ratio limit.
    case tooLarge
    /// The grant does not cover it.
    case noRoom
}

/// Inflates whole bodies with libdeflate. Streams are zlib's business.
package enum Inflate {
    /// The least that a body may grow to whatever the ratio says.
    private static let ratioFloorBytes = 1 << 20

    /// The inflated body. What it may grow to is bounded by size and by ratio; `grant` is asked before memory is taken.
    package static func inflate(
        _ body: Bytes, _ coding: ContentCoding, limits: TransportLimits, grant: any BodyGrant
    ) throws(InflateError) -> Bytes {
        guard coding != .identity else { return body }
        let limit = min(limits.maxDecompressedBytes, max(body.count.multipliedClamped(by: limits.maxRatio), ratioFloorBytes))
        var capacity = min(max(sizeHint(body, coding), 1024), limit)
        while true {
            guard grant.cover(body.count + capacity) else { throw .noRoom }
            let output = BytesPool.shared.take(capacity)
            switch attempt(body, coding, into: output, capacity: capacity) {
            case .done: return output
            case .malformed: throw .malformed
            case .tooSmall:
                guard capacity < limit else { throw .tooLarge }
                capacity = min(capacity * 2, limit)
            }
        }
    }

    private enum Outcome { case done, tooSmall, malformed }

    /// The size that gzip's trailer states (modulo 2^32), or a guess.
    private static func sizeHint(_ body: Bytes, _ coding: ContentCoding) -> Int {
        guard coding == .gzip, body.count >= 18 else { return body.count.multipliedClamped(by: 8) }
        return body.withBytes { bytes in
            Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: bytes.count - 4, as: UInt32.self)))
        }
    }

    /// Inflates every member of the body, one behind another.
    private static func attempt(_ body: Bytes, _ coding: ContentCoding, into output: Bytes, capacity: Int) -> Outcome {
        DecompressorPool.shared.withDecompressor { decompressor in
            body.withBytes { input in
                var outcome = Outcome.done
                output.withSpare { spare in
                    var (read, written) = (0, 0)
                    repeat {
                        var (used, made) = (0, 0)
                        guard let from = input.baseAddress, let to = spare.baseAddress else {
                            outcome = .malformed
                            return 0
                        }
                        let result =
                            coding == .gzip
                            ? libdeflate_gzip_decompress_ex(
                                decompressor, from + read, input.count - read, to + written, capacity - written, &used, &made)
                            : libdeflate_zlib_decompress_ex(
                                decompressor, from + read, input.count - read, to + written, capacity - written, &used, &made)
                        guard result == LIBDEFLATE_SUCCESS, used > 0 else {
                            outcome = result == LIBDEFLATE_INSUFFICIENT_SPACE ? .tooSmall : .malformed
                            return 0
                        }
                        read += used
                        written += made
                    } while read < input.count && coding == .gzip
                    if read < input.count { outcome = .malformed }
                    return written
                }
                return outcome
            }
        }
    }
}

/// Compresses whole bodies.
package enum Deflate {
    /// One gzip member (RFC 1952). Level 1 is the default of exports: the cheapest by far, and within a tenth of the size.
    package static func gzip(_ input: UnsafeRawBufferPointer, level: Int32 = 1) -> [UInt8] {
        guard let compressor = libdeflate_alloc_compressor(level) else { return [] }
        defer { libdeflate_free_compressor(compressor) }
        let bound = libdeflate_gzip_compress_bound(compressor, input.count)
        return [UInt8](unsafeUninitializedCapacity: bound) { buffer, count in
            count = libdeflate_gzip_compress(compressor, input.baseAddress, input.count, buffer.baseAddress, buffer.count)
        }
    }
}

/// Decompressors that lie idle: each is some 30 KB that need not be set up for every request.
private final class DecompressorPool: Sendable {
    static let shared = DecompressorPool()

    private struct Parked: @unchecked Sendable {
        let decompressor: OpaquePointer
    }
    private let idle = Mutex<[Parked]>([])

    func withDecompressor<R>(_ body: (OpaquePointer) -> R) -> R {
        let parked = idle.withLock { $0.popLast() } ?? Parked(decompressor: Self.make())
        defer { idle.withLock { $0.append(parked) } }
        return body(parked.decompressor)
    }

    private static func make() -> OpaquePointer {
        guard let decompressor = libdeflate_alloc_decompressor() else { fatalError("out of memory") }
        return decompressor
    }
}

extension Int {
    /// The product, or the largest number where it would overflow.
    fileprivate func multipliedClamped(by factor: Int) -> Int {
        let (product, overflow) = multipliedReportingOverflow(by: factor)
        return overflow ? .max : product
    }
}
