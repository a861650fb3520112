/// Who may send: whoever shows one of these secrets in `Authorization`.
///
/// Sources: RFC 6750 (Bearer), RFC 7617 (Basic).
package struct Credentials: Sendable {
    private let scheme: String
    /// What follows the scheme's name; none is empty.
    private let secrets: [[UInt8]]
    /// `WWW-Authenticate` of a refusal.
    package let challenge: String

    /// Any of some tokens, so that an old one may be in use while a new one is introduced.
    package static func bearer(_ tokens: [String]) -> Credentials {
        Credentials("bearer", tokens, challenge: "Bearer realm=\"weir\"")
    }

    package static func basic(user: String, password: String) -> Credentials {
        let pair = GRPCText.base64(Array("\(user):\(password)".utf8))
        return Credentials("basic", [pair], challenge: "Basic realm=\"weir\", charset=\"UTF-8\"")
    }

    private init(_ scheme: String, _ secrets: [String], challenge: String) {
        self.scheme = scheme
        self.secrets = secrets.filter { !$0.isEmpty }.map { Array($0.utf8) }
        self.challenge = challenge
    }

    /// - Parameter header: the value of `Authorization`.
    package func admit(_ header: String?) -> Bool {
        guard let header, let space = header.firstIndex(of: " "), header[..<space].lowercased() == scheme else { return false }
        var shown = Array(header[space...].utf8.drop { $0 == UInt8(ascii: " ") })
        // Padding of base64 says nothing, and some leave it out.
        if scheme == "basic" { while shown.last == UInt8(ascii: "=") { shown.removeLast() } }
        // All are compared, so that the time does not tell which was nearly right.
        return secrets.reduce(into: false) { found, secret in found = Self.isSame(shown, secret) || found }
    }

    /// Takes a time that depends on what is shown alone, not on how much of it is right.
    @inline(never)
    private static func isSame(_ shown: [UInt8], _ secret: [UInt8]) -> Bool {
        var difference = shown.count ^ secret.count
        for place in shown.indices { difference |= Int(shown[place] ^ secret[place % secret.count]) }
        return difference == 0
    }
}
