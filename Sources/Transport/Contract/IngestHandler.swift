import Wire

/// Who answers the requests that a listener reads. Transport knows bytes, limits and statuses; what a path or a body means is the handler's.
///
/// Both functions are called on the connection's event loop and must not block.
package protocol IngestHandler: Sendable {
    /// Decides by the head alone, before any of the body is read: route, media type, credentials, room.
    func admit(_ head: RequestHead) -> Admission
    /// Answers a whole request. `reply` is called exactly once: now, or later from any thread.
    func handle(_ request: IngestRequest, reply: @escaping @Sendable (Answer) -> Void)
}

/// What the start of a request says.
package struct RequestHead: Sendable {
    /// In upper case; `POST` for gRPC.
    package let method: String
    /// Without query.
    package let path: String
    /// Bytes of the body as they come over the wire; nil where the sender does not say.
    package let contentLength: Int?
    /// A header by its lower-case name; of repeated ones the first.
    package let header: @Sendable (String) -> String?
    package let isGRPC: Bool

    package init(method: String, path: String, contentLength: Int?, isGRPC: Bool, header: @escaping @Sendable (String) -> String?) {
        self.method = method
        self.path = path
        self.contentLength = contentLength
        self.isGRPC = isGRPC
        self.header = header
    }
}

/// What a handler says to a head.
package enum Admission: Sendable {
    /// Read the body; `route` comes back with the request. The grant holds room for the bytes.
    case read(route: Int, grant: any BodyGrant)
    case refuse(Answer)
}

/// Room for a body, in the handler's own budget.
package protocol BodyGrant: Sendable {
    /// Makes sure that `bytes` are held in all. False where there is no room.
    func cover(_ bytes: Int) -> Bool
}

/// A request with its whole body, inflated.
package struct IngestRequest: Sendable {
    package let route: Int
    package let body: Bytes
    package let grant: any BodyGrant
}

/// A whole answer. For gRPC the status and message are in the trailers.
package struct Answer: Sendable {
    package let status: Int
    package var headers: [(String, String)]
    package var body: [UInt8]
    package var closesConnection: Bool
    /// gRPC code, message and `grpc-status-details-bin`.
    package var grpc: GRPCStatus?

    package init(
        _ status: Int, headers: [(String, String)] = [], body: [UInt8] = [], closesConnection: Bool = false, grpc: GRPCStatus? = nil
    ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.closesConnection = closesConnection
        self.grpc = grpc
    }
}

/// The outcome of a gRPC call. Source: grpc/doc/PROTOCOL-HTTP2.md, statuscodes.md.
package struct GRPCStatus: Sendable {
    package let code: Int
    package let message: String
    /// A serialized google.rpc.Status; empty = none.
    package let details: [UInt8]

    package init(code: Int, message: String = "", details: [UInt8] = []) {
        self.code = code
        self.message = message
        self.details = details
    }
}

/// What Transport itself refuses; the handler puts it into words of its protocol.
package enum TransportRefusal: String, CaseIterable, Sendable {
    case bodyTooLarge = "body_too_large"
    case decompressedTooLarge = "decompressed_too_large"
    case badCompression = "bad_compression"
    case unsupportedEncoding = "unsupported_encoding"
    case noRoom = "no_room"
    case headersTooLarge = "headers_too_large"
    case malformed
    case timeout
    case tooManyConnections = "too_many_connections"
}

/// Turns a refusal of Transport into an answer of the handler's protocol.
package protocol RefusalAnswering {
    func answer(to refusal: TransportRefusal, _ head: RequestHead?) -> Answer
}
