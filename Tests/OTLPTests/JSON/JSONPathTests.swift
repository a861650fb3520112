import OTLP
import Testing

struct JSONPathTests {
    private func path(_ json: String) throws -> String {
        let error = try #require(Transcoding.refusal(json))
        return Array(json.utf8).withUnsafeBytes { error.path(in: $0) }
    }

    @Test(arguments: [
        ("[]", ""), (#"{"resourceSpans":1}"#, "resourceSpans"), (#"{"resourceSpans":[{},1]}"#, "resourceSpans[1]"),
        (
            #"{"resourceSpans":[{"resource":{"attributes":[{"key":"[{,"}]},"scopeSpans":[{},{"spans":[{"kind":"x"}]}]}]}"#,
            "resourceSpans[0].scopeSpans[1].spans[0].kind"
        ),
        (
            #"{"resourceSpans":[{"scopeSpans":[{"spans":[{"name":"a","traceId":"zz"}]}]}]}"#,
            "resourceSpans[0].scopeSpans[0].spans[0].traceId"
        ),
        (#"{"resourceSpans":[{"schemaUrl":"a\x"}]}"#, "resourceSpans[0].schemaUrl"),
        (#"{"resourceSpans":[{},"#, "resourceSpans[1]"), (#"{"resourceSpans":[] x"#, "resourceSpans"), (#"{"a":[1,2],7}"#, ""),
        (#"{"na\u006de\n x":tru}"#, "name??x"),
    ])
    func `a mistake has a path`(_ json: String, _ expected: String) throws {
        #expect(try path(json) == expected)
    }

    @Test func `the path stands behind the place`() throws {
        let json = #"{"resourceSpans":[{"schemaUrl":1}]}"#
        let error = try #require(Transcoding.refusal(json))
        let text = Array(json.utf8).withUnsafeBytes { error.description(in: $0) }
        #expect(text == "a value of the wrong type at byte 31, in resourceSpans[0].schemaUrl")
    }

    @Test func `deep and long paths are cut`() throws {
        let deep = try path(#"{"x":"# + String(repeating: "[", count: 1_000))
        #expect(deep == "x" + String(repeating: "[0]", count: 31) + "…")
        #expect(try path(#"{"\#(String(repeating: "k", count: 500))":?}"#).count == 64)
    }

    @Test func `any error fits any text`() {
        let text = Array(#"{"a":[{"b":"c\"#.utf8)
        for count in 0...text.count {
            for offset in [0, 1, 5, 7, 12, 14, 1_000] {
                let path = text[..<count].withUnsafeBytes { JSONError(.endsEarly, at: offset).path(in: $0) }
                #expect(path.count <= "a[0].b".count)
            }
        }
    }
}
