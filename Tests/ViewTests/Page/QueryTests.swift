import Store
import Testing

@testable import View

@Suite struct QueryTests {
    @Test func `an address is read and written back the same`() {
        let text = "env=prod&model=gpt-4o&model=-gpt-4o-mini&q=two%20words%20%26%20more"
        let query = Query(text)
        #expect(query.all("model") == ["gpt-4o", "-gpt-4o-mini"])
        #expect(query["q"] == "two words & more")
        #expect(query.href("/overview") == "/overview?" + text)
    }

    @Test func `what is malformed stands for itself, what is too much is left out`() {
        #expect(Query("a=%zz&b=%4&=x&&c")["a"] == "%zz")
        #expect(Query("b=%4")["b"] == "%4")
        #expect(Query(String(repeating: "a=1&", count: 300)).pairs.count == 256)
        #expect(Query(String(repeating: "a", count: 20_000)).pairs.isEmpty)
        #expect(Query(nil) == Query(""))
    }

    @Test func `a change replaces all values of its key, in its place`() {
        let query = Query("a=1&sort=x&a=2&b=3")
        #expect(query.changing([("a", "9"), ("sort", nil)]).href("/p") == "/p?a=9&b=3")
    }

    @Test func `an empty value is none`() {
        #expect(Query("range=&env=x")["range"] == nil)
        #expect(Query("range=&env=x").keeping(["range", "env"]).href("/p") == "/p?env=x")
    }
}

@Suite struct FilterStateTests {
    private let now: Int64 = 1_795_000_000_000_000_000

    @Test func `dimensions include and exclude`() {
        let state = FilterState(Query("env=prod&env=dev&model=-gpt-4o&status=error"), now: now)
        #expect(state.filter.environment == Choice(include: ["prod", "dev"]))
        #expect(state.filter.model == Choice(exclude: ["gpt-4o"]))
        #expect(state.filter.status == Choice(include: ["error"]))
        #expect(state.filter.text == nil)
    }

    @Test func `the search bar names dimensions too, and the rest is looked for`() {
        let state = FilterState(Query("q=model:gpt-4o%20-env:dev%20refund%20policy%20odd:word"), now: now)
        #expect(state.filter.model == Choice(include: ["gpt-4o"]))
        #expect(state.filter.environment == Choice(exclude: ["dev"]))
        #expect(state.filter.text == "refund policy odd:word")
    }

    @Test func `other pages get the filter and nothing else`() {
        let state = FilterState(Query("env=prod&range=7d&sort=-cost&cursor=n1.2"), now: now)
        #expect(state.href("/errors") == "/errors?env=prod&range=7d")
    }

    @Test func `ranges are words or two moments, and anything else is a day`() {
        let week = FilterState(Query("range=7d"), now: now).filter.range
        #expect(week == TimeRange(from: now - 604_800_000_000_000, to: now))
        let frozen = FilterState(Query("from=2026-11-16T14:00:00Z&to=2026-11-16T16:30:00%2B01:00"), now: now).filter.range
        #expect(frozen.nanoseconds == 5_400_000_000_000)
        for odd in ["range=8d", "from=yesterday", "from=2026-11-23T00:00:00Z&to=2026-11-22T00:00:00Z", "from=2026-13-40T99:00:00Z"] {
            #expect(FilterState(Query(odd), now: now).filter.range.nanoseconds == 86_400_000_000_000, "\(odd)")
        }
    }

    @Test(arguments: [
        ("2026-11-23T14:02:11Z", Int64(1_795_442_531)), ("1970-01-01T00:00:00Z", 0), ("2024-02-29T12:00:00.25Z", 1_709_208_000),
        ("2026-11-23T14:02:11-05:00", 1_795_460_531),
    ])
    func `moments are those of RFC 3339`(text: String, seconds: Int64) {
        #expect(Moment.read(text) == seconds * 1_000_000_000)
    }

    @Test func `a moment is written as it is read`() {
        #expect(Moment.text(1_795_442_531_000_000_000) == "2026-11-23T14:02:11Z")
    }

    @Test(arguments: [
        "9999-12-31T23:59:59Z", "2191-12-31T00:00:00Z", "1969-12-31T23:59:59Z", "0000-01-01T00:00:00Z", "9223372036854775807", "7000000001",
        "-1",
    ])
    func `a moment too far away is none`(text: String) {
        #expect(Moment.read(text) == nil)
    }

    @Test func `zones are hours and minutes from UTC`() {
        #expect(FilterState(Query("tz=%2B05:30"), now: now).zoneOffset == 19_800)
        #expect(FilterState(Query("tz=-03:00"), now: now).zoneOffset == -10_800)
        #expect(FilterState(Query("tz=Mars"), now: now).zoneOffset == 0)
        #expect(FilterState(Query("tz=%2B-9223372036854775807"), now: now).zoneOffset == 0)
        #expect(FilterState(Query("tz=-01:-9223372036854775807"), now: now).zoneOffset == -3_600)
    }
}

@Suite struct FilterBarTests {
    /// What a browser sends for the form as it is drawn: selected options and inputs, in order; empty ones are left out by the script.
    private func sent(_ text: String) -> [String] {
        let state = FilterState(Query(text), now: 1_795_000_000_000_000_000)
        var html = Markup()
        FilterBar(state: state, facets: ["model": [Facet(value: "gpt-4o", count: 1)]], path: "/overview").draw(into: &html)
        var pairs: [String] = []
        for match in html.html.matches(of: #/<select name="([a-z]+)">.*?<option value="([^"]*)" selected/#) {
            pairs.append("\(match.1)=\(match.2)")
        }
        for match in html.html.matches(of: #/<input type="(?:hidden|search)" name="([a-z]+)" value="([^"]*)"/#) {
            pairs.append("\(match.1)=\(match.2)")
        }
        return pairs.filter { !$0.hasSuffix("=") }.sorted()
    }

    @Test(arguments: [
        "range=7d", "model=gpt-4o&model=-gpt-4o-mini&user=bob&tz=+02:00&env=a&env=b&range=24h",
        "range=24h&by=service&metric=cost&q=words", "range=24h&model=-x&model=y",
    ])
    func `the form sends back all that the address says`(text: String) {
        #expect(sent(text.replacing("+", with: "%2B")) == text.split(separator: "&").map(String.init).sorted())
    }

    @Test func `a frozen link has the times that are seen, whatever the clock says later`() throws {
        let now: Int64 = 1_795_000_000_000_000_000
        let state = FilterState(Query("range=1h&model=x"), now: now)
        var html = Markup()
        FilterBar(state: state, facets: [:], path: "/overview").draw(into: &html)
        let links = html.html.matches(of: #/<a href="([^"]*)" data-link/#).map { String($0.1).replacing("&amp;", with: "&") }
        #expect(links.first == "/overview?range=1h&model=x")
        let frozen = try #require(links.last?.split(separator: "?").last)
        let later = FilterState(Query(String(frozen)), now: now + 86_400_000_000_000)
        #expect(later.filter.range == state.filter.range)
        #expect(later.filter == state.filter)
    }
}
