/// Why certificates or keys cannot be used. Never says what stands in a file.
package enum TLSFault: Error, Equatable, CustomStringConvertible {
    case certificate(path: String)
    case key(path: String)
    case authorities(path: String)
    /// They could be read, but not used together.
    case mismatch(certificate: String, key: String)

    package var description: String {
        switch self {
        case .certificate(let path): "\(path) cannot be read as certificates in PEM"
        case .key(let path): "\(path) cannot be read as a private key in PEM without a pass phrase"
        case .authorities(let path): "\(path) cannot be read as certificates of authorities in PEM"
        case .mismatch(let certificate, let key): "the key in \(key) is not that of the certificate in \(certificate)"
        }
    }
}
