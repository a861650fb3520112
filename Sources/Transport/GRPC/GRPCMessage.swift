import NIOCore
import Wire

/// Collects the one message of a unary call: a flag byte, a length of four bytes (big endian), the message.
///
/// Source: grpc/doc/PROTOCOL-HTTP2.md, "Length-Prefixed-Message".
struct GRPCMessage {
    enum Fault: Error {
        case tooLarge, noRoom, severalMessages, truncated, badFlag
    }

    private static let prefixBytes = 5

    private var prefix: UInt64 = 0
    private var prefixCount = 0
    private(set) var body: Bytes?
    private(set) var isCompressed = false
    private var length = 0

    /// Takes the next bytes of the call.
    mutating func take(_ part: ByteBuffer, limit: Int, grant: any BodyGrant) throws(Fault) {
        var rest = part.readableBytesView[...]
        while prefixCount < Self.prefixBytes, let byte = rest.popFirst() {
            prefix = prefix << 8 | UInt64(byte)
            prefixCount += 1
        }
        guard prefixCount == Self.prefixBytes else { return }
        if body == nil { try begin(limit, grant) }
        guard !rest.isEmpty, let body else { return }
        guard body.count + rest.count <= length else { throw .severalMessages }
        let fits = rest.withUnsafeBytes { body.append($0) }
        guard fits else { throw .severalMessages }
    }

    private mutating func begin(_ limit: Int, _ grant: any BodyGrant) throws(Fault) {
        let flag = prefix >> 32
        guard flag <= 1 else { throw .badFlag }
        isCompressed = flag == 1
        length = Int(prefix & 0xFFFF_FFFF)
        guard length <= limit else { throw .tooLarge }
        guard grant.cover(length) else { throw .noRoom }
        body = BytesPool.shared.take(length)
    }

    /// The whole message, once the call has ended.
    func finished() throws(Fault) -> Bytes {
        guard let body, body.count == length else { throw .truncated }
        return body
    }
}
