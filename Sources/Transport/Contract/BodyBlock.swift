import NIOCore
import Wire

/// Gathers a body into one pooled block, within the limit and what the grant covers.
struct BodyBlock {
    /// The first block of a body whose length is not known.
    private static let unknownLengthBytes = 16 << 10

    private(set) var bytes: Bytes
    private let isLengthKnown: Bool

    /// - Parameter length: what the sender says, already held against the limit and covered by the grant.
    init(length: Int?) {
        bytes = BytesPool.shared.take(length ?? Self.unknownLengthBytes)
        isLengthKnown = length != nil
    }

    /// A body of unknown length moves to larger blocks.
    mutating func take(_ part: ByteBuffer, limit: Int, grant: any BodyGrant) throws(TransportRefusal) {
        let size = bytes.count + part.readableBytes
        guard size <= limit else { throw .bodyTooLarge }
        if size > bytes.capacity || !isLengthKnown {
            guard grant.cover(size) else { throw .noRoom }
        }
        if size > bytes.capacity {
            let larger = BytesPool.shared.take(min(size * 2, limit))
            bytes.withBytes { _ = larger.append($0) }
            bytes = larger
        }
        let fits = part.withUnsafeReadableBytes { bytes.append($0) }
        if !fits { throw .bodyTooLarge }
    }
}
