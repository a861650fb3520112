import OTLP
import Settings
import Testing
import Transport

@testable import Components

@Suite struct ReceiverSettingsTests {
    private func read(_ text: String) throws -> (settings: OTLPReceiverSettings, mistakes: String) {
        let document = try SettingsFile.load(text: "[receivers.otlp]\nhttp = \"127.0.0.1:4318\"\n\(text)", name: "test.toml")
        let settings = try #require(document.sections(of: "receivers").first).read(as: OTLPReceiverSettings.self)
        return (settings, document.mistakes.isEmpty ? "" : "\(document.mistakes)")
    }

    @Test func `by default there is no TLS, nobody is asked, and browsers are told nothing`() throws {
        let (settings, mistakes) = try read("")
        #expect(mistakes.isEmpty)
        #expect(settings.tls == nil && settings.credentials == nil && settings.cors.origins.isEmpty)
        #expect(settings.paths == [.traces: "/v1/traces", .metrics: "/v1/metrics", .logs: "/v1/logs"])
    }

    @Test func `tls names its files`() throws {
        let (settings, mistakes) = try read("tls = { cert = \"c.pem\", key = \"k.pem\", client_ca = \"ca.pem\", min_version = \"1.3\" }")
        #expect(mistakes.isEmpty)
        let identity = TLSIdentity(certificate: "c.pem", key: "k.pem")
        #expect(settings.tls == ServerTLS(identity: identity, clientAuthorities: "ca.pem", minimum: .tls13))
    }

    @Test func `a certificate needs its key, and TLS 1 1 is no choice`() throws {
        #expect(try read("tls = { cert = \"c.pem\" }").mistakes.contains("missing key 'key'"))
        #expect(try read("tls = { cert = \"c.pem\", key = \"k.pem\", min_version = \"1.1\" }").mistakes.contains("\"1.2\""))
    }

    @Test(arguments: [
        ("{ bearer = \"one\" }", "Bearer one"), ("{ bearer = \"zero, one\" }", "Bearer one"),
        ("{ basic = { user = \"a\", password = \"b:c\" } }", "Basic YTpiOmM="),
    ])
    func `credentials are what senders show`(auth: String, header: String) throws {
        let (settings, mistakes) = try read("auth = \(auth)")
        #expect(mistakes.isEmpty)
        #expect(settings.credentials?.admit(header) == true)
        #expect(settings.credentials?.admit(header + "x") == false)
    }

    @Test(arguments: [
        ("{ }", "expected one of bearer and basic"),
        ("{ bearer = \"s3cret\", basic = { user = \"a\", password = \"s3cret\" } }", "expected one of"),
        ("{ bearer = \"\" }", "the token is empty"), ("{ bearer = \" , \" }", "the token is empty"),
        ("{ basic = { user = \"a:b\", password = \"s3cret\" } }", "a name with a colon"),
        ("{ basic = { user = \"a\", password = \"\" } }", "the password is empty"),
        ("{ basic = { user = \"a\" } }", "missing key 'password'"), ("{ token = \"s3cret\" }", "unknown key 'token'"),
    ])
    func `credentials that would let in everybody or nobody are mistakes, and are not shown`(auth: String, mistake: String) throws {
        let found = try read("auth = \(auth)").mistakes
        #expect(found.contains(mistake))
        #expect(!found.contains("s3cret"))
    }

    @Test(arguments: ["https://app.example/path", "app.example", "https://*.example", "https://a.example, https://b.example", ""])
    func `what is no origin is a mistake`(origin: String) throws {
        #expect(try read("cors = [\"https://good.example\", \"\(origin)\"]").mistakes.contains("that is not an origin"))
    }

    @Test func `paths begin with a slash and are not shared`() throws {
        #expect(try read("traces_path = \"otlp\"").mistakes.contains("a path begins with /"))
        #expect(try read("logs_path = \"/v1/traces\"").mistakes.contains("another signal has this path"))
    }
}
