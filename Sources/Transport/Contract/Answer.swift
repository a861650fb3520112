/// A whole answer. For gRPC the status and message are in the trailers.
package struct Answer: Sendable {
    package let status: Int
    /// Names in lower case.
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
