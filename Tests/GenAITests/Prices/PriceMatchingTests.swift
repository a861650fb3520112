import Testing
import Wire

@testable import GenAI

struct PriceMatchingTests {
    private let small = try? SmallBook(
        """
        provider p is p_ai host api.p.com home
        provider q via p host q.net
        provider aws is aws.bedrock bedrock
        provider google is gcp.vertex_ai host aiplatform.googleapis.com
        provider azure via p
        provider hf
        provider hf_p
        provider local free
        provider gate is litellm gateway
        p/m: in 1
        p/m-2024-05-13: in 2
        p/max-x: in 1
        p/ft:m: in 3
        p/glob match pattern-*: in 4
        p/globber match pattern-long-*: in 5
        p/o-max: in 6
        q/own/name: in 7
        aws/anthropic.c-20250929-v1:0 aka anthropic.c: in 8
        aws/global.anthropic.c: in 9
        google/c: in 10
          region !global: x1.1
        hf_p/org/x: in 11
        azure/eu/m: in 12
        """)

    private func title(_ model: String, _ provider: String = "p", host: String = "") -> String? {
        small?.title(model, provider: provider, host: host)
    }

    @Test(arguments: [
        ("m", "p/m"), ("M", "p/m"), (" m ", "p/m"), ("m-2024-05-13", "p/m-2024-05-13"), ("m-2024-08-06", "p/m"), ("m-20240806", "p/m"),
        ("m@20240806", "p/m"), ("m-latest", "p/m"), ("m@default", "p/m"), ("m-high", "p/m"), ("m-0613", "p/m"), ("m-08-2024", "p/m"),
        ("m[1m]", "p/m"), ("m-20260815-thinking", "p/m"), ("m-2026-08-15-high[1m]", "p/m"), ("p/m", "p/m"), ("p/p_ai/m", "p/m"),
        ("models/m", "p/m"), ("projects/x/locations/us/publishers/y/models/m@20250101", "p/m"), ("accounts/z/models/m", "p/m"),
        ("ft:m:org::id", "p/ft:m"), ("ft:m-2024-07-18:org:name:id", "p/ft:m"), ("m-2024-07-18.ft-0123-x", "p/ft:m"), ("o-max", "p/o-max"),
        ("pattern-1", "p/glob"), ("pattern-long-1", "p/globber"),
    ])
    func `a name is found by the closed grammar`(name: String, expected: String) {
        #expect(title(name) == expected)
    }

    @Test(arguments: [
        "m2", "m-x", "xm", "m-2", "m-mini", "m-1399", "m-2024-13-40", "m-20241340", "m-0230-x", "m-2512", "ft:m", "pattern", "max", "m/m/m",
        "", " ",
        "m\u{0}", "m\n2", "ⓜ", "q/own/name", "m-high-high-high-high",
    ])
    func `nothing else is found`(name: String) {
        #expect(title(name) == nil || (name == "ft:m" && title(name) == "p/ft:m"))
    }

    @Test func `a provider is found by its spellings, its host, the name's prefix or the one maker who has it`() {
        #expect(title("m", "P_AI") == "p/m")
        #expect(title("m", "", host: "api.p.com") == "p/m")
        #expect(title("m", "", host: "eu.api.p.com") == "p/m")
        #expect(title("own/name", "", host: "q.net") == "q/own/name")
        #expect(title("own/name", "", host: "xq.net") == nil)
        #expect(title("own/name", "", host: "q.net.evil") == nil)
        #expect(title("p/m", "") == "p/m")
        #expect(title("m", "") == "p/m")
        #expect(title("own/name", "") == nil)
        #expect(title("m", "nobody") == nil)
        #expect(small?.book.find(provider: "nobody", model: "m").reason == .providerUnknown)
        #expect(small?.book.find(provider: "p", model: "zzz").reason == .modelUnknown)
    }

    @Test func `a gateway is looked through`() {
        #expect(title("p/m", "litellm") == "p/m")
        #expect(title("litellm/p/m", "") == "p/m")
    }

    @Test func `one hop leads to the models of others`() {
        #expect(title("m", "q") == "p/m")
        #expect(title("p/m-latest", "q") == "p/m")
        #expect(title("own/name", "q") == "q/own/name")
    }

    @Test(arguments: [
        ("us.anthropic.c-20250929-v1:0", "aws/anthropic.c-20250929-v1:0"), ("anthropic.c-v1:0", "aws/anthropic.c-20250929-v1:0"),
        ("global.anthropic.c", "aws/global.anthropic.c"), ("global.anthropic.c-20250929-v1:0", "aws/global.anthropic.c"),
        ("arn:aws:bedrock:us-east-1::foundation-model/anthropic.c-20250929-v1:0", "aws/anthropic.c-20250929-v1:0"),
        ("arn:aws-us-gov:bedrock:us-gov-west-1:123456789012:inference-profile/us-gov.anthropic.c", "aws/anthropic.c-20250929-v1:0"),
        ("bedrock/us-east-1/anthropic.c", "aws/anthropic.c-20250929-v1:0"),
        ("bedrock/converse/eu.anthropic.c", "aws/anthropic.c-20250929-v1:0"),
    ])
    func `Bedrock's ways to say a model`(name: String, expected: String) {
        #expect(title(name, "aws.bedrock") == expected)
    }

    @Test func `an application's own profile says nothing about its model`() {
        #expect(title("arn:aws:bedrock:us-east-1:1:application-inference-profile/abc", "aws.bedrock") == nil)
    }

    @Test func `a location in the name or the host decides about the price`() {
        let usage = #""input":1000000"#
        #expect(small?.usd("projects/x/locations/us-east5/publishers/a/models/c@20250101", provider: "gcp.vertex_ai", usage: usage) == "11")
        #expect(small?.usd("projects/x/locations/global/publishers/a/models/c", provider: "gcp.vertex_ai", usage: usage) == "10")
        #expect(small?.usd("c", provider: "gcp.vertex_ai", usage: usage) == "10")
        let host = #""host":"us-east5-aiplatform.googleapis.com""#
        #expect(small?.usd("c", provider: "gcp.vertex_ai", usage: usage, context: host) == "11")
    }

    @Test func `Azure's places have a price of their own or are an estimate`() {
        #expect(title("eu/m", "azure") == "azure/eu/m")
        #expect(small?.detail("us/m", provider: "azure", usage: #""input":1"#) == "estimated:region")
        #expect(small?.detail("global/m", provider: "azure", usage: #""input":1"#) == nil)
    }

    @Test func `a router's suffix names the provider`() {
        #expect(title("org/x:p", "hf") == "hf_p/org/x")
        #expect(title("org/x:other", "hf") == nil)
    }

    @Test func `what runs here is free whatever its name`() {
        #expect(small?.detail("llama3.3:70b-instruct-q4_K_M", provider: "local", usage: #""input":5,"output":5"#) == "free")
    }

    @Test func `the response's name comes before the request's, and either will do`() throws {
        let book = try #require(small?.book)
        let line = #"{"provider":"p","request_model":"m","response_model":"max-x","usage":{"input":1}}"#
        #expect(CallLine.answer(line, book).contains(#""price":"p/max-x""#))
        let other = #"{"provider":"p","request_model":"m","response_model":"zzz","usage":{"input":1}}"#
        #expect(CallLine.answer(other, book).contains(#""price":"p/m""#))
    }
}
