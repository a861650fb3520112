import NIOCore
import NIOHPACK
import Wire

/// A unary call ready to be sent: its message is framed and compressed once, however often it is tried.
struct GRPCCallDraft: Sendable {
    let path: String
    /// A length-prefixed message.
    let frame: ByteBuffer
    let isCompressed: Bool
    /// Names in lower case; values may be secrets.
    let metadata: [(String, String)]
    let deadline: NIODeadline

    /// What no header of the user's may replace.
    private static let reserved: Set<String> = [
        "te", "content-type", "user-agent", "grpc-encoding", "grpc-accept-encoding", "grpc-timeout", "host", "connection",
        "content-length", "transfer-encoding",
    ]

    init(path: String, message: Bytes, gzip: Bool, metadata: [(String, String)], deadline: NIODeadline) {
        self.path = path
        self.frame = message.withBytes { Self.frame($0, gzip: gzip) }
        self.isCompressed = gzip
        self.metadata = metadata.map { ($0.0.lowercased(), $0.1) }.filter { !$0.0.hasPrefix(":") && !Self.reserved.contains($0.0) }
        self.deadline = deadline
    }

    private static func frame(_ message: UnsafeRawBufferPointer, gzip: Bool) -> ByteBuffer {
        let compressed = gzip ? Deflate.gzip(message) : []
        let size = gzip ? compressed.count : message.count
        var buffer = ByteBufferAllocator().buffer(capacity: size + 5)
        buffer.writeInteger(UInt8(gzip ? 1 : 0))
        buffer.writeInteger(UInt32(clamping: size))
        if gzip { buffer.writeBytes(compressed) } else { buffer.writeBytes(message) }
        return buffer
    }

    /// Request headers (grpc/doc/PROTOCOL-HTTP2.md, "Requests"). Metadata never enters a compression table: it may be secret.
    func headers(_ target: GRPCTarget, now: NIODeadline) -> HPACKHeaders {
        var headers: HPACKHeaders = [
            ":method": "POST", ":scheme": target.isSecure ? "https" : "http", ":path": path, ":authority": target.authority,
            "te": "trailers", "content-type": "application/grpc", "user-agent": "weir", "grpc-accept-encoding": "gzip",
        ]
        headers.add(name: "grpc-timeout", value: GRPCTimeout.text(nanoseconds: (deadline - now).nanoseconds), indexing: .nonIndexable)
        if isCompressed { headers.add(name: "grpc-encoding", value: "gzip") }
        for (name, value) in metadata { headers.add(name: name, value: value, indexing: .neverIndexed) }
        return headers
    }
}
