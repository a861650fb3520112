/// An `http` or `https` URL to send to. No user name or password in it: those would reach logs.
package struct Endpoint: Sendable, Hashable, CustomStringConvertible {
    package enum Scheme: String, Sendable { case http, https }

    package let scheme: Scheme
    /// An IPv6 address has no brackets here.
    package let host: String
    /// As written, or the scheme's own.
    package let port: Int
    /// Path and query as written, the path without a slash at its end; empty or beginning with `/` or `?`.
    package let path: String

    package init(scheme: Scheme, host: String, port: Int, path: String = "") {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.path = path
    }

    package init?(_ text: String) {
        guard case .value(let endpoint) = Self.parse(text) else { return nil }
        self = endpoint
    }

    package var isSecure: Bool { scheme == .https }

    /// `host:port`, without the port where it is the scheme's own: what a Host header wants.
    package var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == Self.port(scheme) ? name : "\(name):\(port)"
    }

    package var description: String { "\(scheme.rawValue)://\(authority)\(path)" }

    static func parse(_ text: String) -> Parsed<Endpoint> {
        guard let mark = text.firstRange(of: "://") else {
            return .wrong(hint: Address(text) == nil ? nil : "did you mean \"http://\(text.clipped)\"?")
        }
        guard let scheme = Scheme(rawValue: text[..<mark.lowerBound].lowercased()) else {
            return .wrong(hint: "the scheme is http or https")
        }
        let rest = text[mark.upperBound...]
        guard rest.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return .wrong(hint: "blanks and the like are written %20") }
        let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
        let authority = rest[..<end]
        guard !rest.contains("#") else { return .wrong(hint: "leave out the part after #") }
        var path = rest[end...]
        if path.hasSuffix("/"), !path.contains("?") { path = path.dropLast() }
        guard let address = address(authority, scheme) else { return .wrong(hint: nil) }
        return .value(Endpoint(scheme: scheme, host: address.host, port: address.port, path: String(path)))
    }

    private static func address(_ authority: Substring, _ scheme: Scheme) -> Address? {
        let hasPort = authority.hasSuffix("]") ? false : authority.contains(":")
        guard let address = Address(hasPort ? String(authority) : "\(authority):\(port(scheme))"), address.port > 0 else { return nil }
        return address
    }

    private static func port(_ scheme: Scheme) -> Int { scheme == .https ? 443 : 80 }
}
