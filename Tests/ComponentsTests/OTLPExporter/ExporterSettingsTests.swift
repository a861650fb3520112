import Settings
import Testing

@testable import Components

@Suite struct ExporterSettingsTests {
    private func mistakes(_ text: String) throws -> String {
        let document = try SettingsFile.load(text: "[exporters.otlp]\n\(text)", name: "test.toml")
        _ = try #require(document.sections(of: "exporters").first).read(as: OTLPExporterSettings.self)
        return document.mistakes.isEmpty ? "" : "\(document.mistakes)"
    }

    @Test(arguments: [
        "endpoint = \"http://127.0.0.1:4318\"", "endpoint = \"http://backend:4317\"\nprotocol = \"grpc\"",
        "endpoint = \"https://backend/base\"\ntls = { ca = \"ca.pem\", server_name = \"x\" }",
        "endpoint = \"https://backend:4317\"\nprotocol = \"grpc\"\ntls = { cert = \"c.pem\", key = \"k.pem\" }\nconnections = 8",
    ])
    func `good settings are read`(text: String) throws { #expect(try mistakes(text) == "") }

    @Test func `a path means nothing to gRPC`() throws {
        #expect(try mistakes("endpoint = \"http://b:4317/v1\"\nprotocol = \"grpc\"").contains("gRPC has no path"))
    }

    @Test func `tls is for https`() throws {
        #expect(try mistakes("endpoint = \"http://b:4317\"\ntls = { ca = \"x\" }").contains("the endpoint is not https://"))
    }

    @Test func `an unknown protocol is a mistake`() throws {
        #expect(try mistakes("endpoint = \"http://b\"\nprotocol = \"thrift\"").contains("thrift"))
    }

    @Test(arguments: ["{ \"a b\" = \"x\" }", "{ X-Key = \"se\\ncret\" }", "{ X-Key = \"größe secret\" }", "{ \"\" = \"x\" }"])
    func `a header that cannot be sent is a mistake, and its value is not shown`(headers: String) throws {
        let found = try mistakes("endpoint = \"http://b\"\nheaders = \(headers)")
        #expect(found.contains("cannot be sent"))
        #expect(!found.contains("cret"))
    }

    @Test func `an empty header is none`() throws {
        #expect(try mistakes("endpoint = \"http://b\"\nheaders = { Authorization = \"\", X-Scope-OrgID = \"a b\" }") == "")
    }
}
