import NIOHTTP1

extension RequestHead {
    init(_ head: HTTPRequestHead) {
        let headers = head.headers
        let bytes = headers.reduce(head.uri.utf8.count) { $0 + $1.name.utf8.count + $1.value.utf8.count }
        self.init(method: head.method.rawValue, target: head.uri, fieldCount: headers.count, fieldBytes: bytes) {
            headers.first(name: $0)
        }
    }
}

extension HTTPRequestHead {
    /// Whether it can be read in one way only: what two servers could read in two ways is how requests are smuggled past one of them.
    ///
    /// NIO's parser has refused two lengths, and a length beside chunks. Source: RFC 9112 sections 3.2, 6.1 and 11.2.
    var isPlain: Bool {
        let isModern = version == .http1_1
        if isModern, headers["host"].count != 1 { return false }
        guard headers.contains(name: "transfer-encoding") else { return true }
        return isModern && headers["transfer-encoding"].map { $0.lowercased() } == ["chunked"]
    }
}

extension Answer {
    func fields(staysOpen: Bool) -> HTTPHeaders {
        var fields = HTTPHeaders()
        fields.reserveCapacity(headers.count + 2)
        for (name, value) in headers { fields.add(name: name, value: value) }
        // Neither may have a length (RFC 9110 section 8.6).
        if status != 204, status >= 200 { fields.add(name: "content-length", value: String(body.count)) }
        if !staysOpen { fields.add(name: "connection", value: "close") }
        return fields
    }
}
