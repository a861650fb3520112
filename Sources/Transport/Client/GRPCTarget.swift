import NIOCore

/// Whom a client calls, and how patiently.
package struct GRPCTarget: Sendable {
    package let host: String
    package let port: Int
    /// `host:port` as the `:authority` header wants it.
    package let authority: String
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

    var isSecure: Bool { false }
}
