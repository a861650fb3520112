import NIOCore
import Wire

/// Collects the one message of a unary call: a flag byte, a length of four bytes (big endian), the message.
///
/// Source: grpc/doc/PROTOCOL-HTTP2.md, "Length-Prefixed-Message".
struct GRPCMessage {
    enum Fault: Error {
        case tooLarge, noRoom, severalMessages, truncated, badFlag
    }

    private var prefix: [UInt8] = []
    private(set) var body: Bytes?
    private(set) var isCompressed = false
    private var length = 0

    /// Takes the next bytes of the call.
    mutating func take(_ part: ByteBuffer, limit: Int, grant: any BodyGrant) throws(Fault) {
        var rest = part.readableBytesView[...]
        while prefix.count < 5, let byte = rest.popFirst() { prefix.append(byte) }
        guard prefix.count == 5 else { return }
        if body == nil { try begin(limit, grant) }
        guard !rest.isEmpty, let body else { return }
        guard body.count + rest.count <= length else { throw .severalMessages }
        let fits = rest.withUnsafeBytes { body.append($0) }
        guard fits else { throw .severalMessages }
    }

    private mutating func begin(_ limit: Int, _ grant: any BodyGrant) throws(Fault) {
        guard prefix[0] <= 1 else { throw .badFlag }
        isCompressed = prefix[0] == 1
        length = prefix[1...].reduce(0) { $0 << 8 | Int($1) }
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
