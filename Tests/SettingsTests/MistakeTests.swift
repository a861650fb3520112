import Testing

@testable import Settings

@Suite struct MistakeTests {
    @Test func `a mistyped key is shown as promised`() {
        let text = """
            [exporters.backend]
            endpiont = "https://…"
            path = "x"
            """
        #expect(
            read(text).complaints == """
                a.toml:2:1: error: exporters.backend: unknown key 'endpiont'
                2 | endpiont = "https://…"
                  | ^^^^^^^^ did you mean 'endpoint'?
                """)
    }

    @Test func `all mistakes come in one run, in the order of the file`() {
        let text = """
            [exporters.a]
            interval = 15
            workers = 0
            [exporters.b]
            path = "x"
            queue = { sze = "1MiB", size = "64mib" }
            compression = "gzpi"
            [pipeline.traces]
            """
        #expect(
            read(text).complaints == """
                a.toml:1:12: error: exporters.a: missing key 'path'
                1 | [exporters.a]
                  |            ^ add path = "…", file to write
                a.toml:2:12: error: exporters.a.interval: expected a duration such as "15s", not an integer
                2 | interval = 15
                  |            ^^ write "15s"
                a.toml:3:11: error: exporters.a.workers: must be between 1 and 64
                3 | workers = 0
                  |           ^
                a.toml:6:11: error: exporters.b.queue: unknown key 'sze'
                6 | queue = { sze = "1MiB", size = "64mib" }
                  |           ^^^ did you mean 'size'?
                a.toml:6:32: error: exporters.b.queue.size: expected a size such as "16MiB", not "64mib"
                6 | queue = { sze = "1MiB", size = "64mib" }
                  |                                ^^^^^^^ did you mean "64MiB"?
                a.toml:7:15: error: exporters.b.compression: expected "gzip" | "none", not "gzpi"
                7 | compression = "gzpi"
                  |               ^^^^^^ did you mean "gzip"?
                a.toml:8:2: error: unknown section 'pipeline'
                8 | [pipeline.traces]
                  |  ^^^^^^^^ did you mean 'pipelines'?
                """)
    }

    @Test(arguments: [
        ("note = 5", #"3:8: error: exporters.all.note: expected a string such as "…", not an integer"#),
        ("workers = 1.5", "3:11: error: exporters.all.workers: expected an integer such as 10, not a float"),
        ("workers = \"8\"", "3:11: error: exporters.all.workers: expected an integer such as 10, not a string | write 8 without quotes"),
        ("workers = 65", "3:11: error: exporters.all.workers: must be between 1 and 64"),
        ("ratio = 2", "3:9: error: exporters.all.ratio: must be between 0.0 and 1.0"),
        ("ratio = nan", "3:9: error: exporters.all.ratio: expected a number such as 0.5, not a float"),
        (
            "follow = \"true\"",
            "3:10: error: exporters.all.follow: expected a boolean such as true, not a string | write true without quotes"
        ),
        ("compression = true", #"3:15: error: exporters.all.compression: expected "gzip" | "none", not a boolean"#),
        (
            "interval = \"15 seconds\"",
            #"3:12: error: exporters.all.interval: expected a duration such as "15s", not "15 seconds" | did you mean "15s"?"#
        ),
        (
            "interval = \"30m1h\"",
            #"3:12: error: exporters.all.interval: expected a duration such as "15s", not "30m1h" | larger units come first"#
        ),
        ("interval = \"10ms\"", #"3:12: error: exporters.all.interval: must be between "1s" and "1h""#),
        ("interval = 2020-01-01", #"3:12: error: exporters.all.interval: expected a duration such as "15s", not a date or time"#),
        (
            "give_up_after = \"nevr\"",
            #"3:17: error: exporters.all.give_up_after: expected a duration or "never" such as "15s", not "nevr" | did you mean 'never'?"#
        ),
        ("max_body = 1024", #"3:12: error: exporters.all.max_body: expected a size such as "16MiB", not an integer | write "1024B""#),
        ("max_body = \"16M\"", #"3:12: error: exporters.all.max_body: expected a size such as "16MiB", not "16M" | did you mean "16MiB"?"#),
        ("rotate = { size = \"1B\" }", #"3:19: error: exporters.all.rotate.size: must be at least "1KiB""#),
        (
            "http = \":4318\"",
            #"3:8: error: exporters.all.http: expected an address such as "127.0.0.1:4318", not ":4318" | did you mean "127.0.0.1:4318"? "0.0.0.0:4318" is every interface"#
        ),
        (
            "http = \"::1\"",
            #"3:8: error: exporters.all.http: expected an address such as "127.0.0.1:4318", not "::1" | the port is missing"#
        ),
        (
            "endpoint = \"a:1\"",
            #"3:12: error: exporters.all.endpoint: expected a URL such as "https://otlp.example.com", not "a:1" | did you mean "http://a:1"?"#
        ),
        (
            "endpoint = \"ftp://a\"",
            #"3:12: error: exporters.all.endpoint: expected a URL such as "https://otlp.example.com", not "ftp://a" | the scheme is http or https"#
        ),
        ("prices = \"x\"", #"3:10: error: exporters.all.prices: expected an array of strings such as ["…"], not a string | write ["x"]"#),
        ("prices = [\"x\", 5]", #"3:16: error: exporters.all.prices: expected a string such as "…", not an integer"#),
        ("labels = 5", #"3:10: error: exporters.all.labels: expected a table such as { name = "…" }, not an integer"#),
        ("labels = { a.b = 5 }", #"3:18: error: exporters.all.labels.a.b: expected a string such as "…", not an integer"#),
        ("set = { a = [1] }", "3:13: error: exporters.all.set.a: expected a string, number or boolean, not an array"),
        ("queue = \"64MiB\"", "3:9: error: exporters.all.queue: expected a table such as { … }, not a string"),
        ("rotate = {}", #"3:1: error: exporters.all.rotate: missing key 'size' | add size = "16MiB", largest file"#),
        ("rules = {}", "3:9: error: exporters.all.rules: expected an array of tables such as [{ … }], not a table"),
        ("rules = [5]", "3:10: error: exporters.all.rules: expected a table such as { … }, not an integer"),
        ("rules = [{}]", #"3:10: error: exporters.all.rules: missing key 'size' | add size = "16MiB", largest file"#),
        ("[exporters.all.queue]\nsiz = 1", "4:1: error: exporters.all.queue: unknown key 'siz' | did you mean 'size'?"),
        ("[exporters.all.queue]\nzzz = 1", "4:1: error: exporters.all.queue: unknown key 'zzz' | it takes size"),
    ])
    func `every kind of mistake says what is expected`(line: String, message: String) { #expect(said(line) == message) }

    @Test func `what is no section is told so`() {
        #expect(
            read("exporters = 5\nadmn = 1").complaints == """
                a.toml:1:1: error: exporters: expected a table, not an integer
                1 | exporters = 5
                  | ^^^^^^^^^ write [exporters.NAME]
                a.toml:2:1: error: unknown key 'admn'
                2 | admn = 1
                  | ^^^^ did you mean 'admin'?
                """)
        #expect(
            read("[[exporters.x]]").complaints == """
                a.toml:1:13: error: exporters.x: expected a table, not an array
                1 | [[exporters.x]]
                  |             ^ write [exporters.x]
                """)
    }

    @Test func `a planner's mistake stands under the name it is about`() throws {
        let text = "[pipelines.traces]\nreceivers = [\"otlp\", 5, \"otpl\"]\n"
        let document = try SettingsFile.load(text: text, name: "a.toml")
        let section = try #require(document.sections(of: "pipelines").first)
        #expect(section.name == "traces" && section.path == "pipelines.traces" && section.place == Place(line: 1, column: 12, length: 6))
        let (names, keys) = section.read { keys in (keys.names("receivers", help: ""), keys) }
        #expect(names.map(\.value) == ["otlp", "otpl"])
        document.mistakes.add(at: names[1].place, section.path, "there is no 'otpl'", hint: "did you mean 'otlp'?")
        #expect(
            document.mistakes.render(document.mistakes.sorted[1]) == """
                a.toml:2:25: error: pipelines.traces: there is no 'otpl'
                2 | receivers = ["otlp", 5, "otpl"]
                  |                         ^^^^^^ did you mean 'otlp'?
                """)
        keys.mistake(at: "receivers", element: 1, "again")
        keys.mistake(at: "exporters", "none")
        section.mistake("no use")
        #expect(
            document.mistakes.sorted.map(\.headline).filter { !$0.contains("expected") } == [
                "a.toml:1:12: error: pipelines.traces: exporters: none", "a.toml:1:12: error: pipelines.traces: no use",
                "a.toml:2:25: error: pipelines.traces: there is no 'otpl'", "a.toml:2:25: error: pipelines.traces.receivers: again",
            ])
    }

    @Test func `sections come in the order of the file`() throws {
        let document = try SettingsFile.load(text: "[exporters.z]\n[receivers.a]\n[exporters.a]\n[exporters.m.set]\n", name: "a.toml")
        #expect(document.sections(of: "exporters").map(\.name) == ["z", "a", "m"])
        #expect(document.sections(of: "processors").isEmpty && document.section("admin") == nil)
    }

    @Test(arguments: [
        ("endpiont", "endpoint"), ("end-point", "endpoint"), ("ENDPOINT", "endpoint"), ("pats", "path"), ("x", nil), ("zzzzzz", nil),
        ("", nil),
        ("maxbody", "max_body"),
    ])
    func `a suggestion is near`(word: String, meant: String?) {
        #expect(Suggestion.nearest(to: word, among: ["endpoint", "path", "max_body", "headers"]) == meant)
    }
}
