import NIOSSL

/// Who one side is: a certificate with its chain, and the key to it, as PEM files.
package struct TLSIdentity: Sendable, Equatable {
    /// The certificate comes first, then those that lead to its root.
    package let certificate: String
    package let key: String

    package init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }

    func load() throws(TLSFault) -> (chain: [NIOSSLCertificateSource], key: NIOSSLPrivateKeySource) {
        let chain = try PEM.certificates(certificate, else: .certificate(path: certificate))
        do {
            return (chain.map { .certificate($0) }, .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
        } catch {
            throw .key(path: key)
        }
    }
}

/// The least version of TLS that is spoken. What is older is broken (RFC 8996).
package enum TLSMinimum: String, CaseIterable, Sendable {
    case tls12 = "1.2"
    case tls13 = "1.3"

    var version: TLSVersion { self == .tls12 ? .tlsv12 : .tlsv13 }
}

enum PEM {
    /// At least one certificate; an empty file is none.
    static func certificates(_ path: String, else fault: TLSFault) throws(TLSFault) -> [NIOSSLCertificate] {
        guard let found = try? NIOSSLCertificate.fromPEMFile(path), !found.isEmpty else { throw fault }
        return found
    }
}
