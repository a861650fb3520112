import NIOSSL

/// How a listener proves who it is, and whose clients it lets in. All files are PEM.
package struct ServerTLS: Sendable, Equatable {
    package let identity: TLSIdentity
    /// Authorities of clients. With them a client must show a certificate of theirs (mutual TLS).
    package let clientAuthorities: String?
    package let minimum: TLSMinimum

    package init(identity: TLSIdentity, clientAuthorities: String? = nil, minimum: TLSMinimum = .tls12) {
        self.identity = identity
        self.clientAuthorities = clientAuthorities
        self.minimum = minimum
    }

    /// - Parameter protocols: what is offered by ALPN (RFC 7301), the preferred first.
    package func configuration(protocols: [String]) throws(TLSFault) -> TLSConfiguration {
        let (chain, key) = try identity.load()
        var configuration = TLSConfiguration.makeServerConfiguration(certificateChain: chain, privateKey: key)
        if let clientAuthorities {
            configuration.trustRoots = .certificates(
                try PEM.certificates(clientAuthorities, else: .authorities(path: clientAuthorities)))
            configuration.certificateVerification = .noHostnameVerification
            configuration.sendCANameList = true
        }
        configuration.minimumTLSVersion = minimum.version
        configuration.applicationProtocols = protocols
        // Who has been answered and does not say good-bye is not waited for.
        configuration.shutdownTimeout = .seconds(1)
        return configuration
    }

    package func context(protocols: [String]) throws(TLSFault) -> NIOSSLContext {
        try NIOSSLContext.make(configuration(protocols: protocols), identity)
    }

    /// The context of the newest files that could be used.
    package func reloading(
        protocols: [String], every interval: Duration = .seconds(1), notice: @escaping @Sendable (ReloadNotice) -> Void
    ) throws(TLSFault) -> Reloading<NIOSSLContext> {
        try Reloading(files: files, every: interval, notice: notice) { () throws(TLSFault) in try context(protocols: protocols) }
    }

    package var files: [String] { [identity.certificate, identity.key] + (clientAuthorities.map { [$0] } ?? []) }
}

extension NIOSSLContext {
    /// All files are read by now: what is left to go wrong is that certificate and key do not belong together.
    static func make(_ configuration: TLSConfiguration, _ identity: TLSIdentity?) throws(TLSFault) -> NIOSSLContext {
        do { return try NIOSSLContext(configuration: configuration) } catch {
            throw .mismatch(certificate: identity?.certificate ?? "", key: identity?.key ?? "")
        }
    }
}
