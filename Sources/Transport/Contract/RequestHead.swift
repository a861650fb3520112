/// What the start of a request says, whatever version of HTTP carries it.
package struct RequestHead: Sendable {
    /// In upper case.
    package let method: String
    /// Without query.
    package let path: String
    /// Bytes of the body as they come over the wire; nil where the sender does not say.
    package let contentLength: Int?
    /// A call over HTTP/2: body and answer are framed as messages, and the status stands in trailers.
    package let isGRPC: Bool
    /// How many headers there are.
    package let fieldCount: Int
    /// Bytes of all headers and the target.
    package let fieldBytes: Int
    /// A header by its lower-case name; of repeated ones the first.
    package let header: @Sendable (String) -> String?

    package init(
        method: String, target: String, isGRPC: Bool = false, fieldCount: Int = 0, fieldBytes: Int = 0,
        header: @escaping @Sendable (String) -> String?
    ) {
        self.method = method
        path = Self.path(of: target)
        contentLength = header("content-length").flatMap { Int($0) }
        self.isGRPC = isGRPC
        self.fieldCount = fieldCount
        self.fieldBytes = fieldBytes
        self.header = header
    }

    /// The path of a request target in origin or in absolute form (RFC 9112 section 3.2).
    private static func path(of target: String) -> String {
        let slash = UInt8(ascii: "/")
        guard target.utf8.first == slash else { return absolutePath(of: target) }
        return target.utf8.firstIndex(of: UInt8(ascii: "?")).map { String(target[..<$0]) } ?? target
    }

    private static func absolutePath(of target: String) -> String {
        guard let scheme = target.firstRange(of: "://") else { return target }
        let behind = target[scheme.upperBound...]
        guard let slash = behind.firstIndex(of: "/") else { return "/" }
        return String(behind[slash...].prefix { $0 != "?" })
    }
}
