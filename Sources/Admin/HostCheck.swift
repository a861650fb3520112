/// Which names of itself the listener answers to.
///
/// A page elsewhere can make its own name resolve to this machine and then read what is served here (DNS rebinding). It cannot do so with
/// an address, nor with `localhost`; so those are answered, and the configured host, and no other name.
struct HostCheck: Sendable {
    private let own: String

    /// `host` is where the listener listens.
    init(listening host: String) { own = host.lowercased() }

    /// Whether a request's authority is ours. Requests without one come from no browser.
    func accepts(_ authority: String?) -> Bool {
        guard let authority, !authority.isEmpty else { return true }
        guard let host = Self.host(of: authority.lowercased()) else { return false }
        return host == own || host == "localhost" || host.hasSuffix(".localhost") || Self.isAddress(host)
    }

    /// Without port and brackets; nil where it is malformed.
    private static func host(of authority: String) -> String? {
        if authority.hasPrefix("[") {
            guard let end = authority.firstIndex(of: "]") else { return nil }
            let rest = authority[authority.index(after: end)...]
            guard rest.isEmpty || isPort(rest) else { return nil }
            return String(authority[authority.index(after: authority.startIndex)..<end])
        }
        guard let colon = authority.firstIndex(of: ":") else { return authority }
        return isPort(authority[colon...]) ? String(authority[..<colon]) : nil
    }

    private static func isPort(_ text: Substring) -> Bool {
        text.hasPrefix(":") && text.dropFirst().utf8.allSatisfy { $0 &- 48 < 10 }
    }

    /// An IPv4 address in four parts, or what only an IPv6 address can be.
    private static func isAddress(_ host: String) -> Bool {
        if host.contains(":") { return host.utf8.allSatisfy { $0 &- 48 < 10 || $0 &- 97 < 6 || $0 == 58 || $0 == 46 } }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { UInt8($0) != nil && $0.utf8.allSatisfy { $0 &- 48 < 10 } }
    }
}
