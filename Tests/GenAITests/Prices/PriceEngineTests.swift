import Testing

@testable import GenAI

/// One test for each rule of `prices.md` 2.2 and 3.1.
struct PriceEngineTests {
    private let all = try? SmallBook(
        """
        calendar cn 2026-10-01..2026-10-07
        provider p
        provider m tier max
        provider r tier request
        provider e clock end
        p/plain: in 2 cr 0.5 cw 2.5 cw1h 4 out 10
        p/bare: in 2 out 10
        p/full: in 1 cr 0.1 out 2 ain 5 acr 0.2 iin 3 icr 0.3 vin 4 aout 8 iout 9 vout 7 think 3 cite 2
        p/long: in 1 out 1
          over 1000: in 2 out 2
          atleast 5000: in 4 out 4
        p/dated: in 1
          from 2026-08-21: = in 2
          to 2026-01-01: = in 9
        p/peak: in 1
          hours 01:00-04:00 days mon-fri zone +08:00 not cn: x2
        p/night: in 1
          hours 22:00-02:00: in 3
        p/tiers: in 10 search 1/k
          tier flex: x0.5
          tier priority fast: x2
          tier scale over 100: unpriced
        m/tiers like p/tiers
        r/tiers like p/tiers
        p/mix: in 2 out 2
          over 1000: in 4 out 4
          batch: x0.5
          speed fast: x2
          residency eu us: x1.1
          geo us: x1.5
          region !global: x3
          ctx high: req 5/k
          route x/y: in 7
          attr:team blue: x0
        p/zero: free
        p/embed: in 1
        p/ocr: page 2/k apage 3/k
        p/speech: asec 0.111/h min asec 10
        p/thirds: asec 1/h
        p/ask: in 1 out 1 search 10/k req 5/k
        p/ground: in 1 out 1 grounded 35/k
        p/half: in 0.0000005 out 0.0000005
        p/off: in 1 out 1 search 5/k
          tier none: search -
        p/dear: in 1000000 out 1000000
        """)

    private func usd(_ model: String, _ usage: String, _ context: String = "", at: String = "2026-11-20T12:00:00Z", provider: String = "p")
        -> String?
    {
        all?.usd(model, provider: provider, at: at, usage: usage, context: context)
    }

    private func detail(_ model: String, _ usage: String, _ context: String = "") -> String? {
        all?.detail(model, usage: usage, context: context)
    }

    // MARK: - Buckets

    @Test func `totals include their parts`() {
        let usage = #""input":20000,"output":700,"cache_read":9000,"cache_write":6000,"cache_write_1h":2500"#
        // 5000 × 2 + 9000 × 0.5 + 3500 × 2.5 + 2500 × 4 + 700 × 10
        #expect(usd("plain", usage) == "0.04025")
    }

    @Test func `what has no rate falls back along the lattice`() {
        let usage = #""input":1000,"output":100,"cache_read":200,"cache_write":300,"cache_write_1h":100,"reasoning":50"#
        #expect(usd("bare", usage) == "0.003")
        #expect(detail("bare", usage) == nil)
    }

    @Test func `sound and pictures at a text rate are an estimate`() {
        let usage = #""input":1000,"output":100,"input_audio":500,"output_image":40"#
        #expect(usd("bare", usage) == "0.003")
        #expect(detail("bare", usage) == "estimated:ain,iout")
    }

    @Test func `every kind of token has its own bucket`() {
        let usage =
            #""input":1000,"output":1000,"cache_read":100,"input_audio":200,"cache_read_audio":50,"input_image":100,"cache_read_image":20,"input_video":10,"reasoning":100,"citation":50,"output_audio":30,"output_image":20,"output_video":10"#
        // in 660 cr 30 acr 50 icr 20 ain 150 iin 80 vin 10; out 790 think 100 cite 50 aout 30 iout 20 vout 10
        #expect(usd("full", usage) == "0.004179")
        #expect(detail("full", usage) == nil)
    }

    @Test func `a count below its parts is first read as not including them`() {
        #expect(usd("plain", #""input":1000,"output":100,"cache_read":50000"#) == "0.028")
        #expect(detail("plain", #""input":1000,"output":100,"cache_read":50000"#) == "estimated:exclusive_counts")
    }

    @Test(arguments: [
        #""input":10,"output":5,"reasoning":6"#, #""input":100,"output":5,"cache_write":10,"cache_write_1h":11"#,
        #""input":100,"output":5,"input_audio":10,"cache_read_audio":11"#, #""input":-5,"output":1"#,
        #""input":5,"output":1,"cache_read":-1"#,
        #""input":10,"output":1,"input_audio":20"#, #""input":9223372036854775807,"output":9223372036854775807"#,
    ])
    func `what cannot be is not clamped`(usage: String) {
        #expect(usd("full", usage) == nil)
        #expect(detail("full", usage) == "usage_inconsistent")
    }

    @Test func `what was used but has no price is missing and never zero`() {
        #expect(usd("embed", #""input":1000000,"output":7"#) == "1")
        #expect(detail("embed", #""input":1000000,"output":7"#) == "partial:out")
        #expect(usd("plain", #""input":0,"output":0,"web_searches":3"#) == nil)
        #expect(detail("plain", #""input":0,"output":0,"web_searches":3"#) == "unpriced_meter")
        #expect(detail("plain", #""input":1000,"output":0,"web_searches":3"#) == "partial:search")
    }

    @Test func `a count that was not sent is not nothing`() {
        #expect(detail("plain", "") == "no_usage")
        #expect(detail("plain", #""output":100"#) == "partial:in")
        #expect(detail("plain", #""input":100"#) == "partial:out")
        #expect(detail("embed", #""input":100"#) == nil)
        #expect(usd("plain", #""input":0,"output":0"#) == "0")
    }

    // MARK: - Rules

    @Test(arguments: [(1000, "0.001"), (1001, "0.002002"), (4999, "0.009998"), (5000, "0.02")])
    func `the whole prompt chooses the tier and the tier is for all of it`(input: Int, expected: String) {
        #expect(usd("long", #""input":\#(input),"output":0"#) == expected)
        #expect(usd("long", #""input":\#(input),"output":0,"cache_read":\#(input)"#) == expected)
    }

    @Test func `output never chooses the tier`() {
        #expect(usd("long", #""input":0,"output":1000000"#) == "1")
    }

    @Test(arguments: [
        ("2026-08-20T23:59:59Z", "1"), ("2026-08-21T00:00:00Z", "2"), ("2026-08-20T20:00:00-05:00", "2"), ("2025-12-31T23:59:59Z", "9"),
        ("2026-01-01T00:00:00Z", "1"),
    ])
    func `dates are instants in UTC and an end is exclusive`(at: String, expected: String) {
        #expect(usd("dated", #""input":1000000"#, at: at) == expected)
    }

    @Test(arguments: [
        ("2026-11-20T00:59:59Z", "1"), ("2026-11-20T01:00:00Z", "2"), ("2026-11-20T03:59:59Z", "2"), ("2026-11-20T04:00:00Z", "1"),
        ("2026-11-21T02:00:00Z", "1"), ("2026-10-01T02:00:00Z", "1"), ("2026-10-08T02:00:00Z", "2"),
    ])
    func `hours are UTC and days are those of the zone, but for holidays`(at: String, expected: String) {
        #expect(usd("peak", #""input":1000000"#, at: at) == expected)
    }

    @Test(arguments: [("21:59:59", "1"), ("22:00:00", "3"), ("00:30:00", "3"), ("01:59:59", "3"), ("02:00:00", "1")])
    func `a window may cross midnight`(time: String, expected: String) {
        #expect(usd("night", #""input":1000000"#, at: "2026-11-20T\(time)Z") == expected)
    }

    @Test func `multipliers act on tokens only`() {
        #expect(usd("tiers", #""input":1000000,"web_searches":1000"#, #""service_tier":"flex""#) == "6")
        #expect(usd("tiers", #""input":1000000"#, #""service_tier":"FAST""#) == "20")
        #expect(usd("tiers", #""input":1000000"#, #""service_tier":"default""#) == "10")
    }

    @Test func `unpriced says so`() {
        #expect(detail("tiers", #""input":101"#, #""service_tier":"scale""#) == "unpriced_meter")
        #expect(usd("tiers", #""input":100"#, #""service_tier":"scale""#) == "0.001")
    }

    @Test func `what was served counts before what was asked, unless the provider says otherwise`() {
        let usage = #""input":1000000"#
        let echo = #""service_tier":"default","request_service_tier":"flex""#
        #expect(usd("tiers", usage, echo) == "10")
        #expect(usd("tiers", usage, echo, provider: "m") == "5")
        #expect(usd("tiers", usage, echo, provider: "r") == "5")
        #expect(usd("tiers", usage, #""service_tier":"auto","request_service_tier":"priority""#) == "20")
        #expect(usd("tiers", usage, #""service_tier":"priority","request_service_tier":"flex""#, provider: "m") == "20")
    }

    @Test func `conditions of every kind compose`() {
        let usage = #""input":2000,"output":0"#
        #expect(usd("mix", usage) == "0.008")
        #expect(usd("mix", usage, #""processing":"batch""#) == "0.004")
        #expect(usd("mix", usage, #""processing":"batch","speed":"fast","data_residency":"eu""#) == "0.0088")
        #expect(usd("mix", usage, #""inference_geo":"us""#) == "0.012")
        #expect(usd("mix", usage, #""vertex_location":"us-east5""#) == "0.024")
        #expect(usd("mix", usage, #""vertex_location":"global""#) == "0.008")
        #expect(usd("mix", usage, #""search_context_size":"high""#) == "0.013")
        #expect(usd("mix", usage, #""route":"x/y""#) == "0.014")
        #expect(usd("mix", usage, #""team":"blue""#) == "0")
        #expect(usd("mix", usage, #""team":"Blue""#) == "0.008")
    }

    // MARK: - Other meters

    @Test func `pages, seconds and fees`() {
        #expect(usd("ocr", #""pages":17"#) == "0.034")
        #expect(usd("speech", #""audio_seconds":95"#) == "0.002929166667")
        #expect(usd("speech", #""audio_seconds":3,"input_audio_seconds":3"#) == "0.000308333333")
        #expect(usd("thirds", #""audio_seconds":1.5"#) == "0.000416666667")
        #expect(usd("ask", #""input":0,"output":0,"web_searches":2"#) == "0.025")
        #expect(usd("ground", #""input":0,"output":0,"web_searches":3"#) == "0.035")
        #expect(detail("off", #""input":5,"output":0,"web_searches":3"#, #""service_tier":"none""#) == "partial:search")
    }

    @Test func `free must be declared`() {
        #expect(usd("zero", #""input":1000,"output":10"#) == "0")
        #expect(detail("zero", #""input":1000,"output":10"#) == "free")
        #expect(detail("zero", "") == "free")
    }

    // MARK: - Numbers

    @Test(arguments: [(1, "0"), (2, "0.000000000001"), (3, "0.000000000002"), (5, "0.000000000002"), (7, "0.000000000004")])
    func `halves go to the even neighbour`(tokens: Int, expected: String) {
        #expect(usd("half", #""input":\#(tokens),"output":0"#) == expected)
    }

    @Test func `a sum is rounded once`() {
        // Two halves make one; rounded apart they would make none.
        #expect(usd("half", #""input":1,"output":1"#) == "0.000000000001")
    }

    @Test func `too much is capped and said`() {
        #expect(all?.answer("dear", usage: #""input":4503599627370495,"output":0"#)["pico_usd"]?.integer == .max)
        #expect(detail("dear", #""input":4503599627370495,"output":0"#) == "estimated:overflow")
    }

    @Test func `a cost is the nearest double`() {
        #expect(PricedCall.Cost.usd(24_901_600_000) == 0.0249016)
        #expect(PricedCall.Cost.usd(2_000) == 2e-9)
    }

    @Test func `shares are of what went in and what came out`() throws {
        let answer = try #require(all?.answer("ask", usage: #""input":1000000,"output":2000000,"web_searches":1"#))
        #expect(answer["input_usd"]?.string == "1" && answer["output_usd"]?.string == "2" && answer["usd"]?.string == "3.015")
    }
}
