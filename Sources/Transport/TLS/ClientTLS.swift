import NIOSSL

/// How a client makes sure whom it talks to, and proves who it is itself. All files are PEM.
package struct ClientTLS: Sendable, Equatable {
    /// Authorities that servers are believed by; nil: those of the system.
    package let authorities: String?
    /// For servers that want to know their clients (mutual TLS).
    package let identity: TLSIdentity?
    /// The name that a server's certificate must carry and that is sent as SNI; nil: the host that is connected to.
    package let serverName: String?
    /// Believes every certificate: for tests only.
    package let skipsVerification: Bool
    package let minimum: TLSMinimum

    package init(
        authorities: String? = nil, identity: TLSIdentity? = nil, serverName: String? = nil, skipsVerification: Bool = false,
        minimum: TLSMinimum = .tls12
    ) {
        self.authorities = authorities
        self.identity = identity
        self.serverName = serverName
        self.skipsVerification = skipsVerification
        self.minimum = minimum
    }

    /// - Parameter protocols: what is offered by ALPN (RFC 7301), the preferred first.
    package func configuration(protocols: [String] = []) throws(TLSFault) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        if let authorities {
            configuration.trustRoots = .certificates(try PEM.certificates(authorities, else: .authorities(path: authorities)))
        }
        if let identity {
            let (chain, key) = try identity.load()
            configuration.certificateChain = chain
            configuration.privateKey = key
        }
        if skipsVerification { configuration.certificateVerification = .none }
        configuration.minimumTLSVersion = minimum.version
        configuration.applicationProtocols = protocols
        return configuration
    }

    package func context(protocols: [String] = []) throws(TLSFault) -> NIOSSLContext {
        try NIOSSLContext.make(configuration(protocols: protocols), identity)
    }

    /// The context of the newest files that could be used, for whoever opens connections.
    package func reloading(
        protocols: [String], every interval: Duration = .seconds(1), notice: @escaping @Sendable (ReloadNotice) -> Void
    ) throws(TLSFault) -> Reloading<NIOSSLContext> {
        try Reloading(files: files, every: interval, notice: notice) { () throws(TLSFault) in try context(protocols: protocols) }
    }

    package var files: [String] { [authorities, identity?.certificate, identity?.key].compactMap { $0 } }
}
