import Transport

/// Lets pages of some origins send from a browser.
///
/// Source: https://fetch.spec.whatwg.org/#http-cors-protocol
struct CORS: Sendable {
    static let any = "*"

    /// `https://app.example`, in lower case, or `*`. None: browsers are told nothing.
    let origins: [String]

    /// How long a browser may remember a preflight's answer, in seconds; browsers cap it.
    private static let memorySeconds = 7200

    /// The answer to a browser that asks before it sends; nil for all other requests.
    func preflight(_ head: RequestHead) -> Answer? {
        guard !origins.isEmpty, head.method == "OPTIONS", head.header("access-control-request-method") != nil else { return nil }
        guard allowed(head) != nil else { return Answer(403, headers: [("vary", "origin")]) }
        var answer = Answer(204, headers: [("access-control-allow-methods", "POST"), ("access-control-max-age", "\(Self.memorySeconds)")])
        if let wanted = head.header("access-control-request-headers") {
            answer.headers.append(("access-control-allow-headers", wanted))
        }
        return marked(answer, for: head)
    }

    /// An answer that says whether the page may read it.
    func marked(_ answer: Answer, for head: RequestHead?) -> Answer {
        guard !origins.isEmpty, let head, !head.isGRPC else { return answer }
        var answer = answer
        // Also where it is not allowed: another origin's answer differs.
        answer.headers.append(("vary", "origin"))
        if let origin = allowed(head) {
            answer.headers.append(("access-control-allow-origin", origin))
            answer.headers.append(("access-control-expose-headers", "retry-after"))
        }
        return answer
    }

    private func allowed(_ head: RequestHead) -> String? {
        guard let origin = head.header("origin") else { return nil }
        return origins.contains(Self.any) || origins.contains(origin.lowercased()) ? origin : nil
    }

    /// Whether it is an origin as browsers send it: scheme, host, perhaps a port, and nothing behind.
    static func isOrigin(_ text: String) -> Bool {
        guard let scheme = text.firstRange(of: "://") else { return false }
        let host = text[scheme.upperBound...]
        let letters = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ",") }
        return letters && !text[..<scheme.lowerBound].isEmpty && !host.isEmpty && !host.contains("/") && !host.contains("*")
    }
}
