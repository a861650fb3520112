import Settings
import Transport

/// `tls = { ca = "…" }` of an exporter. The files are read when it starts, and again when they change.
struct ClientTLSSettings: Configurable {
    let client: ClientTLS

    init(from keys: inout KeyReader) {
        let authorities = keys.string(optional: "ca", help: "PEM file of authorities that are believed, instead of the system's")
        let certificate = keys.string(optional: "cert", help: "PEM file of the client's certificate and its chain")
        let key = keys.string(optional: "key", help: "PEM file of its private key")
        if certificate == nil, key != nil { keys.mistake(at: "key", "there is no certificate for it", hint: "add cert = \"…\"") }
        if key == nil, certificate != nil { keys.mistake(at: "cert", "there is no key to it", hint: "add key = \"…\"") }
        var identity: TLSIdentity?
        if let certificate, let key { identity = TLSIdentity(certificate: certificate, key: key) }
        client = ClientTLS(
            authorities: authorities, identity: identity,
            serverName: keys.string(optional: "server_name", help: "the name in the server's certificate; by default the endpoint's host"),
            skipsVerification: keys.bool("insecure_skip_verify", default: false, help: "believes every certificate: for tests only"),
            minimum: keys.choice("min_version", default: .tls12, help: "the least version of TLS"))
    }
}
