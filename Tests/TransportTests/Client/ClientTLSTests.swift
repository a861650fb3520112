import NIOSSL
import Testing

@testable import Transport

@Suite(.serialized) struct ClientTLSTests {
    private let answers: FrameServer.Script = { if $1.isEnd { $0.answer([6], on: $1.streamID) } }

    /// Calls a server with TLS as this client.
    private func outcome(_ server: ServerTLS, _ client: ClientTLS) async throws -> String {
        let contexts = try server.reloading(protocols: ["h2"], every: .zero) { _ in }
        let own = try client.reloading(protocols: ["h2"], every: .zero) { _ in }
        nonisolated(unsafe) var outcome = ""
        try await FrameServer.run(tls: contexts, script: answers) { frames in
            let secure: (inout GRPCTarget) -> Void = { target in
                target.tls = own
                target.serverName = client.serverName
            }
            try await GRPCClient.with(port: frames.port, secure) { client in
                switch await client.failure() {
                case nil:
                    outcome = "answered"
                    #expect(frames.seen.requests.first?.first(name: ":scheme") == "https")
                case .unreachable(let why, _): outcome = "unreachable: \(why)"
                case let failure?: outcome = "\(failure)"
                }
            }
        }
        return outcome
    }

    @Test func `a server whose authority is believed is called`() async throws {
        let folder = try CertificateFolder()
        defer { folder.remove() }
        #expect(try await outcome(folder.server(), folder.client()) == "answered")
    }

    @Test func `a server of another name, or of another authority, is unreachable`() async throws {
        let folder = try CertificateFolder()
        defer { folder.remove() }
        // This one is for the name localhost alone, not for the address that it is reached at.
        try folder.write(Fixture.renewed, "server.pem")
        try folder.write(Fixture.renewedKey, "server.key")
        #expect(try await outcome(folder.server(), folder.client()) == "unreachable: TLS: the certificate is of another name")
        #expect(try await outcome(folder.server(), folder.client(serverName: "elsewhere")).hasPrefix("unreachable"))
        #expect(try await outcome(folder.server(), folder.client(serverName: "localhost")) == "answered")
        #expect(try await outcome(ServerTLS(identity: folder.identity("stranger")), folder.client()).hasPrefix("unreachable"))
        #expect(try await outcome(ServerTLS(identity: folder.identity("stranger")), ClientTLS(skipsVerification: true)) == "answered")
    }

    @Test func `a server that wants to know its clients is shown a certificate`() async throws {
        let folder = try CertificateFolder()
        defer { folder.remove() }
        #expect(try await outcome(folder.server(mutual: true), folder.client(as: "client", serverName: "localhost")) == "answered")
        #expect(try await outcome(folder.server(mutual: true), folder.client(serverName: "localhost")) != "answered")
    }

    @Test func `a new connection takes the files as they are then`() async throws {
        let folder = try CertificateFolder()
        defer { folder.remove() }
        let trusted = folder.file("trusted.pem")
        try folder.write(Fixture.stranger, "trusted.pem")
        let contexts = try folder.server().reloading(protocols: ["h2"], every: .zero) { _ in }
        let own = try ClientTLS(authorities: trusted).reloading(protocols: ["h2"], every: .zero) { _ in }
        try await FrameServer.run(tls: contexts, script: answers) { frames in
            try await GRPCClient.with(port: frames.port, { ($0.tls, $0.serverName) = (own, "localhost") }) { client in
                guard case .unreachable? = await client.failure() else { throw Unexpected() }
                try folder.write(Fixture.ca, "trusted.pem")
                #expect(await client.failureOnceReached() == nil)
            }
        }
    }
}
