import Testing

@testable import Settings

@Suite struct ValueTests {
    @Test func `what is not given has its default`() throws {
        let all = try #require(settings(""))
        #expect(all.path == "x" && all.note == nil && all.workers == 4 && all.ratio == 0.5 && !all.isFollowing)
        #expect(all.compression == .gzip && all.interval == .seconds(15) && all.giveUp == .seconds(300) && all.maxBody == 16 << 20)
        #expect(all.http.description == "127.0.0.1:4318" && all.endpoint == nil && all.prices == ["builtin"] && all.token == nil)
        #expect(all.headers.isEmpty && all.labels.isEmpty && all.set.isEmpty && all.queue.size == 64 << 20 && all.rotate == nil)
        #expect(all.rules.isEmpty && complaints("") == "")
    }

    @Test func `what is given is read`() throws {
        let text = """
            note = "n"
            workers = 64
            ratio = 1
            follow = true
            compression = "none"
            interval = "1m30s"
            give_up_after = "never"
            max_body = "1GiB"
            http = "[::1]:0"
            endpoint = "https://otlp.example.com/base/"
            prices = ["builtin", "more.toml"]
            token = "hunter2"
            headers = { Zeta = "1", Alpha = "2" }
            labels = { service.name = "web", b = "c" }
            queue = { size = "2MB" }
            rotate = { size = "100MiB", age = "24h" }
            rules = [{ size = "1KiB" }, { size = "2KiB" }]

            [exporters.all.set]
            service.name = "web"
            count = 3
            share = 0.5
            on = true
            """
        #expect(complaints(text) == "")
        let all = try #require(settings(text))
        #expect(all.workers == 64 && all.ratio == 1 && all.isFollowing && all.compression == .none)
        #expect(all.interval == .seconds(90) && all.giveUp == nil && all.maxBody == 1 << 30)
        #expect(all.http == Address(host: "::1", port: 0))
        #expect(all.endpoint == Endpoint(scheme: .https, host: "otlp.example.com", port: 443, path: "/base"))
        #expect(all.prices == ["builtin", "more.toml"] && all.token?.revealed == "hunter2")
        #expect(all.headers == [Pair("Zeta", Secret("1")), Pair("Alpha", Secret("2"))])
        #expect(all.labels == [Pair("service.name", "web"), Pair("b", "c")])
        #expect(
            all.set == [
                Pair("service.name", .string("web")), Pair("count", .integer(3)), Pair("share", .float(0.5)), Pair("on", .boolean(true)),
            ])
        #expect(all.queue.size == 2_000_000 && all.rotate?.size == 100 << 20 && all.rotate?.age == .seconds(86_400))
        #expect(all.rules.map(\.size) == [1024, 2048])
    }

    @Test(arguments: [
        ("250ms", Duration.milliseconds(250)), ("5s", .seconds(5)), ("1h", .seconds(3600)), ("7us", .microseconds(7)),
        ("2m", .seconds(120)),
        ("30d", .seconds(2_592_000)), ("1h30m", .seconds(5400)), ("1d1h1m1s1ms1us", .seconds(90_061) + .microseconds(1001)), ("0s", .zero),
    ])
    func `durations are read and written alike`(text: String, duration: Duration) {
        #expect(DurationText.duration(text) == duration)
        #expect(DurationText.string(duration) == (text == "30d" || text != "90s" ? text : "1m30s"))
    }

    @Test(arguments: [
        "", "s", "5", "5 s", "-5s", "1.5s", "1m1h", "1h1h", "99999999999999999999s", "9223372036854775807d", "200000d", "5S", "1hm",
    ])
    func `other durations are refused`(text: String) { #expect(DurationText.duration(text) == nil) }

    @Test(arguments: [
        ("64KiB", 65_536), ("16MiB", 16 << 20), ("1GiB", 1 << 30), ("2TiB", 2 << 40), ("10KB", 10_000), ("3MB", 3_000_000),
        ("5GB", 5_000_000_000), ("1TB", 1_000_000_000_000), ("7B", 7), ("0B", 0),
    ])
    func `sizes are read and written alike`(text: String, bytes: Int) {
        #expect(SizeText.bytes(text) == bytes)
        #expect(SizeText.string(bytes) == text)
    }

    @Test(arguments: ["", "MiB", "5", "5mib", "5 MiB", "-5B", "1.5MiB", "5MiB3KiB", "99999999999999999999B", "9223372036854775807KB"])
    func `other sizes are refused`(text: String) { #expect(SizeText.bytes(text) == nil) }

    @Test(arguments: ["127.0.0.1:4318", "[::1]:4317", "localhost:0", "a-b.example.com:65535", "[fe80::1]:1"])
    func `addresses are read and written alike`(text: String) { #expect(Address(text)?.description == text) }

    @Test(arguments: [
        "", ":", ":4318", "localhost", "::1:4317", "[::1]", "[::1]4317", "[x]:1", "a:65536", "a:-1", "a:", "1.2.3:4", "a b:1", "http://a:1",
        "-a:1",
        "a:١",
    ])
    func `other addresses are refused`(text: String) { #expect(Address(text) == nil) }

    @Test(arguments: [
        ("http://localhost:4318", "http://localhost:4318"), ("https://a.b/", "https://a.b"), ("HTTPS://a.b/v1?x=/", "https://a.b/v1?x=/"),
        ("http://[::1]:9/x", "http://[::1]:9/x"), ("http://[::1]", "http://[::1]"), ("http://a:80", "http://a"),
    ])
    func `URLs are read`(text: String, written: String) { #expect(Endpoint(text)?.description == written) }

    @Test(arguments: ["", "a.b", "ftp://a", "http://", "http:///x", "http://a b", "http://a#x", "http://u:p@a", "http://a:0", "http://é"])
    func `other URLs are refused`(text: String) { #expect(Endpoint(text) == nil) }

    @Test func `a secret shows nowhere`() {
        let secret = Secret("hunter2")
        #expect("\(secret) \(String(reflecting: secret)) \(Pair("a", secret))".contains("hunter2") == false)
        var text = ""
        dump(secret, to: &text)
        #expect(!text.contains("hunter2"))
    }
}
