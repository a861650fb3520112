import Testing

@testable import Settings

@Suite struct SecretTests {
    @Test(arguments: [
        "headers = { Authorization = \"hunter2\", x = 5 }", "token = \"hunter2\"\nzz = 1", "toke = \"hunter2\"", "password = \"hunter2\"",
        "api_key = \"hunter2\"", "token = \"\"\"\nhunter2\nhunter2\"\"\"", "token = \"hunter2${env:NOT_SET}\"", "token = [\"hunter2\"]",
        "heders = { a = \"hunter2\" }", "endpoint = \"https://me:hunter2@a.b\"", "endpoint = \"${env:URL}\"",
        "headers = { a = \"hunter2\" } x", "token = \"hunter2", "token = \"\"\"\nhunter2\n\\z\"\"\"",
        "[exporters.all.headers]\nx-team = \"hunter2",
        "secret = \"\"\"\nhunter2 = 5\nhunter2\u{1}", "interval = \"${env:PW}\"", "max_body = \"${file:/pw}\"",
        "compression = \"${env:PW}\"",
        "queue = { headers = { a = \"hunter2\" }, zz = 1 }", "http = \"${env:PW}\"", "metadata = \"hunter2\"",
        "metadata = { x = [\"hunter2\"] }",
        "headers = { a = \"hunter2\" }\nheaders = { b = \"hunter2\" }",
    ])
    func `a mistake never shows a secret`(lines: String) {
        let environment = Environment(variables: ["URL": "https://me:hunter2@a.b", "PW": "hunter2"], files: ["/pw": "hunter2"])
        let shown = complaints(lines + "\nunknown = 1", environment: environment)
        #expect(shown.contains("error") && !shown.contains("hunter2"))
    }

    @Test func `a secret is masked, and the mark still fits`() {
        #expect(
            complaints("headers = { Authorization = \"hunter2\", X = 5 }") == """
                a.toml:3:44: error: exporters.all.headers.X: expected a string such as "…", not an integer
                3 | headers = { Authorization = "***", X = "***" }
                  |                                        ^^^^^
                """)
    }

    @Test func `a section that is never read hides its secrets too`() throws {
        let text = "exporters.a = { kind = \"oltp\", headers = { Authorization = \"hunter2\" } }"
        let document = try SettingsFile.load(text: text, name: "a.toml")
        for section in document.sections(of: "exporters") { section.mistake("there is no exporter 'oltp'") }
        #expect(
            document.mistakes.description == """
                a.toml:1:11: error: exporters.a: there is no exporter 'oltp'
                1 | exporters.a = { kind = "oltp", headers = { Authorization = "***" } }
                  |           ^
                """)
    }
}
