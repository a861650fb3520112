import NIOCore
import NIOSSL

/// Whom a client calls, and how patiently.
package struct GRPCTarget: Sendable {
    package let host: String
    package let port: Int
    /// `host:port` as the `:authority` header wants it.
    package let authority: String
    /// Nil = plain text. Each new connection takes what the files hold then.
    package var tls: Reloading<NIOSSLContext>?
    /// The name that the server's certificate must carry; by default the host's.
    package var serverName: String?
    /// For TCP, TLS and the first SETTINGS frame, each.
    package var connectTimeout: TimeAmount = .seconds(10)
    /// A backend that says nothing for this long while calls are under way is asked whether it is still there.
    package var keepaliveAfter: TimeAmount = .seconds(30)
    /// How long it may take to say so.
    package var pingTimeout: TimeAmount = .seconds(10)
    /// A connection without calls is closed after this long, before something on the way forgets it.
    package var idleTimeout: TimeAmount = .seconds(300)
    package var maxAnswerBytes = 1 << 20

    package init(host: String, port: Int, authority: String) {
        self.host = host
        self.port = port
        self.authority = authority
    }

    var isSecure: Bool { tls != nil }

    /// The name sent as SNI and looked for in the certificate; for an address there is none, and the certificate must carry the address.
    var sniName: String? {
        let name = serverName ?? host
        return (try? SocketAddress(ipAddress: name, port: 0)) == nil ? name : nil
    }
}
