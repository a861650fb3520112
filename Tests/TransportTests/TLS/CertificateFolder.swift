import Foundation

@testable import Transport

/// PEM files of a test's own, which it may replace.
struct CertificateFolder: Sendable {
    private let path = NSTemporaryDirectory() + "weir-tls-\(UUID().uuidString)"

    init() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        try write(Fixture.ca, "ca.pem")
        try write(Fixture.server, "server.pem")
        try write(Fixture.serverKey, "server.key")
        try write(Fixture.client, "client.pem")
        try write(Fixture.clientKey, "client.key")
        try write(Fixture.stranger, "stranger.pem")
        try write(Fixture.strangerKey, "stranger.key")
    }

    func write(_ text: String, _ name: String) throws { try text.write(toFile: file(name), atomically: true, encoding: .utf8) }

    func file(_ name: String) -> String { "\(path)/\(name)" }

    func identity(_ name: String) -> TLSIdentity { TLSIdentity(certificate: file("\(name).pem"), key: file("\(name).key")) }

    /// The server, looking at its files at every connection.
    func server(mutual: Bool = false, minimum: TLSMinimum = .tls12) -> ServerTLS {
        ServerTLS(identity: identity("server"), clientAuthorities: mutual ? file("ca.pem") : nil, minimum: minimum)
    }

    /// A client that believes the authority.
    func client(as name: String? = nil, serverName: String? = nil) -> ClientTLS {
        ClientTLS(authorities: file("ca.pem"), identity: name.map(identity), serverName: serverName)
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
