import Glibc

/// Where to listen or connect: `127.0.0.1:4318`, `[::1]:4317`, `localhost:0`.
package struct Address: Sendable, Hashable, CustomStringConvertible {
    /// Without brackets.
    package let host: String
    /// 0: any free one.
    package let port: Int

    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    package init?(_ text: String) {
        guard case .value(let address) = Self.parse(text) else { return nil }
        self = address
    }

    package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    /// Whether only programs of this machine reach it.
    package var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }

    static func parse(_ text: String) -> Parsed<Address> {
        guard let colon = text.lastIndex(of: ":"), !text.hasSuffix("]") else { return .wrong(hint: "the port is missing") }
        let host = text[..<colon]
        let digits = text[text.index(after: colon)...]
        guard !digits.isEmpty, digits.utf8.allSatisfy(\.isDigit), let port = Int(digits), port <= 65_535 else {
            return .wrong(hint: text.contains("://") ? "leave out the scheme and the path" : "a port is a number up to 65535")
        }
        if host.isEmpty { return .wrong(hint: "did you mean \"127.0.0.1:\(port)\"? \"0.0.0.0:\(port)\" is every interface") }
        if host.hasPrefix("["), host.hasSuffix("]") {
            let inner = String(host.dropFirst().dropLast())
            return isIPv6(inner) ? .value(Address(host: inner, port: port)) : .wrong(hint: "that is not an IPv6 address")
        }
        if host.contains(":") { return .wrong(hint: isIPv6(text) ? "the port is missing" : "an IPv6 address stands in brackets") }
        return isHost(host) ? .value(Address(host: String(host), port: port)) : .wrong(hint: nil)
    }

    static func isIPv6(_ text: String) -> Bool {
        var address = in6_addr()
        return !text.utf8.contains(0) && inet_pton(AF_INET6, text, &address) == 1
    }

    /// A DNS name or an IPv4 address.
    static func isHost(_ text: some StringProtocol) -> Bool {
        let bytes = text.utf8
        guard !bytes.isEmpty, bytes.count <= 253, !text.hasPrefix("-"), !text.hasPrefix(".") else { return false }
        guard bytes.allSatisfy({ $0.isWord || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }) else { return false }
        guard bytes.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }) else { return true }
        var address = in_addr()
        return inet_pton(AF_INET, String(text), &address) == 1
    }
}
