import Settings
import Transport

/// `tls = { cert = "…", key = "…" }` of a receiver. The files are read when it starts to listen, and again when they change.
struct ServerTLSSettings: Configurable {
    let server: ServerTLS

    init(from keys: inout KeyReader) {
        let certificate = keys.string("cert", help: "PEM file of the certificate and its chain")
        let key = keys.string("key", help: "PEM file of its private key")
        server = ServerTLS(
            identity: TLSIdentity(certificate: certificate, key: key),
            clientAuthorities: keys.string(
                optional: "client_ca", help: "PEM file of authorities; clients must show a certificate of theirs"),
            minimum: keys.choice("min_version", default: .tls12, help: "the least version of TLS"))
    }
}
