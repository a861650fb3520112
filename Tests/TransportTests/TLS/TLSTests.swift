import NIOSSL
import Synchronization
import Testing

@testable import Transport

@Suite(.serialized) struct TLSTests {
    private let request = "POST /v1 HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello"

    /// A listener with TLS, for the time of a test.
    private func withTLS(
        _ folder: CertificateFolder, _ server: ServerTLS? = nil, notice: @escaping @Sendable (ReloadNotice) -> Void = { _ in },
        _ body: @escaping @Sendable (Int, TransportCounts) async throws -> Void
    ) async throws {
        defer { folder.remove() }
        let tls = try (server ?? folder.server()).reloading(protocols: IngestListener.protocols, every: .zero, notice: notice)
        try await withListener(tls: tls, body)
    }

    private func answer(_ port: Int, _ client: ClientTLS, maximum: TLSVersion? = nil) async -> String? {
        try? await TLSClient.ask(port: port, client, maximum: maximum, request, until: "3:hello").get().text
    }

    @Test func `who believes the authority is answered`() async throws {
        let folder = try CertificateFolder()
        let request = request
        try await withTLS(folder) { port, counts in
            let heard = try await TLSClient.ask(port: port, folder.client(), request, until: "3:hello").get()
            #expect(heard.text.hasPrefix("HTTP/1.1 200 OK"))
            #expect(heard.version == nil)
            #expect(counts.refusals.isEmpty)
        }
    }

    @Test func `HTTP2 is preferred where the client offers both`() async throws {
        let folder = try CertificateFolder()
        try await withTLS(folder) { port, _ in
            let preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u{4}\0\0\0\0\0"
            let heard = try await TLSClient.ask(
                port: port, folder.client(), protocols: ["http/1.1", "h2"], preface, until: "\u{4}"
            ).get()
            #expect(heard.version == "h2")
        }
    }

    @Test func `a server of another name is not believed`() async throws {
        let folder = try CertificateFolder()
        try folder.write(Fixture.renewed, "server.pem")
        try folder.write(Fixture.renewedKey, "server.key")
        try await withTLS(folder) { port, _ in
            #expect(await answer(port, folder.client(serverName: "elsewhere")) == nil)
            #expect(await answer(port, folder.client(serverName: "localhost")) != nil)
        }
    }

    @Test func `with a client authority a client needs a certificate of it`() async throws {
        let folder = try CertificateFolder()
        try await withTLS(folder, folder.server(mutual: true)) { port, counts in
            #expect(await answer(port, folder.client(as: "client")) != nil)
            #expect(await answer(port, folder.client()) == nil)
            #expect(await answer(port, folder.client(as: "stranger")) == nil)
            #expect(counts.refusals[.tlsHandshake] == 2)
        }
    }

    @Test(arguments: [
        (TLSMinimum.tls12, TLSVersion.tlsv11, false), (.tls12, .tlsv12, true), (.tls13, .tlsv12, false), (.tls13, .tlsv13, true),
    ])
    func `a version below the least is refused`(least: TLSMinimum, spoken: TLSVersion, isServed: Bool) async throws {
        let folder = try CertificateFolder()
        try await withTLS(folder, folder.server(minimum: least)) { port, _ in
            #expect((await answer(port, folder.client(), maximum: spoken) != nil) == isServed)
        }
    }

    @Test func `a new certificate serves the next connection`() async throws {
        let folder = try CertificateFolder()
        let request = request
        try await withTLS(folder) { port, _ in
            let old = try await TLSClient.ask(port: port, folder.client(), request, until: "3:hello").get()
            try folder.write(Fixture.renewed, "server.pem")
            try folder.write(Fixture.renewedKey, "server.key")
            let new = try await TLSClient.ask(port: port, folder.client(), request, until: "3:hello").get()
            #expect(old.serial == (try serial(Fixture.server)))
            #expect(new.serial == (try serial(Fixture.renewed)))
        }
    }

    @Test func `new files that cannot be used leave the old ones in use, and are told of once`() async throws {
        let folder = try CertificateFolder()
        let notices = Notices()
        try await withTLS(folder, notice: notices.note) { port, _ in
            try folder.write(Fixture.renewed, "server.pem")
            #expect(await answer(port, folder.client()) != nil)
            #expect(await answer(port, folder.client()) != nil)
            try folder.write("nonsense", "server.pem")
            #expect(await answer(port, folder.client()) != nil)
            let (certificate, key) = (folder.file("server.pem"), folder.file("server.key"))
            #expect(notices.all == [.kept(.mismatch(certificate: certificate, key: key)), .kept(.certificate(path: certificate))])
        }
    }

    @Test func `what is no TLS is closed and counted`() async throws {
        let folder = try CertificateFolder()
        let request = request
        try await withTLS(folder) { port, counts in
            let client = try RawClient(port: port)
            client.send(request)
            #expect(!client.read(responses: 1).contains("HTTP/1.1"))
            client.close()
            #expect(counts.refusals[.tlsHandshake] == 1)
        }
    }

    @Test func `who only looks whether the port is open is not counted`() async throws {
        let folder = try CertificateFolder()
        try await withTLS(folder) { port, counts in
            let probe = try RawClient(port: port)
            probe.close()
            #expect(await answer(port, folder.client()) != nil)
            #expect(counts.openedConnections == 2)
            #expect(counts.refusals.isEmpty)
        }
    }

    @Test func `files that cannot be read are named`() throws {
        let folder = try CertificateFolder()
        defer { folder.remove() }
        let missing = TLSIdentity(certificate: folder.file("none.pem"), key: folder.file("server.key"))
        #expect(throws: TLSFault.certificate(path: folder.file("none.pem"))) { try ServerTLS(identity: missing).context(protocols: []) }
        let unkeyed = TLSIdentity(certificate: folder.file("server.pem"), key: folder.file("ca.pem"))
        #expect(throws: TLSFault.key(path: folder.file("ca.pem"))) { try ServerTLS(identity: unkeyed).context(protocols: []) }
        try folder.write("", "empty.pem")
        let strange = ClientTLS(authorities: folder.file("empty.pem"))
        #expect(throws: TLSFault.authorities(path: folder.file("empty.pem"))) { try strange.context() }
    }

    private func serial(_ pem: String) throws -> [UInt8] { try NIOSSLCertificate(bytes: Array(pem.utf8), format: .pem).serialNumber }
}

private final class Notices: Sendable {
    private let noted = Mutex<[ReloadNotice]>([])

    var all: [ReloadNotice] { noted.withLock { $0 } }

    @Sendable func note(_ notice: ReloadNotice) { noted.withLock { $0.append(notice) } }
}
