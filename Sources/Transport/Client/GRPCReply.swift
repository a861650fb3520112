/// What a backend answered to a unary call.
package struct GRPCReply: Sendable {
    package let status: GRPCStatus
    /// The answer's message, inflated; empty unless the status is OK.
    package let message: [UInt8]
}

extension GRPCStatus {
    /// The code that stands for an HTTP status without a `grpc-status`, as proxies answer.
    ///
    /// Source: grpc/doc/http-grpc-status-mapping.md.
    init(http status: Int) {
        let code =
            switch status {
            case 400: 13
            case 401: 16
            case 403: 7
            case 404: 12
            case 429, 502, 503, 504: 14
            default: 2
            }
        self.init(code: code, message: "HTTP \(status)")
    }
}
