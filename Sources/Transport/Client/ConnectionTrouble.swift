import Glibc
import NIOCore
import NIOPosix
import NIOSSL

/// Why a connection could not be made or did not last, in words for people: what libraries say without their files and numbers.
package struct ConnectionTrouble: Error, CustomStringConvertible {
    package let description: String

    package init(_ error: any Error) { description = Self.words(error) }

    private static func words(_ error: any Error) -> String {
        switch error {
        case let error as NIOConnectionError:
            if let first = error.connectionErrors.first { return "\(error.host):\(error.port): \(words(first.error))" }
            let lookup = error.dnsAError ?? error.dnsAAAAError
            return "\(error.host): \(lookup.map(words) ?? "no address")"
        case let error as IOError: return String(cString: strerror(error.errnoCode))
        case NIOSSLError.handshakeFailed(let cause): return "TLS: \(reason("\(cause)"))"
        case NIOSSLError.uncleanShutdown: return "closed in the middle"
        case is NIOSSLExtraError: return "TLS: the certificate is of another name"
        default: return reason("\(error)")
        }
    }

    /// BoringSSL's reason out of its error, such as `CERTIFICATE_VERIFY_FAILED`; any other text as it is.
    private static func reason(_ text: String) -> String {
        guard let mark = text.firstRange(of: "OPENSSL_internal:") else { return String(text.prefix(300)) }
        return String(text[mark.upperBound...].prefix { $0 != " " && $0 != "]" })
    }
}
