import Store
import Testing

@testable import View

/// The numbers in the query bar (view.md 3.5): how they are read, where they have a meaning, and what is said of those that have none.
@Suite struct SearchTests {
    private let now = Visitor.now

    private func read(_ text: String) -> Bound? {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        return Bound.Field(rawValue: String(parts[0])).flatMap { Bound($0, reading: parts[1]) }
    }

    @Test(arguments: [
        ("cost:>0.01", Bound(.cost, .greater, 10_000_000)), ("cost:<=1", Bound(.cost, .atMost, 1_000_000_000)),
        ("cost:$2.50", Bound(.cost, .equal, 2_500_000_000)), ("cost:>=.000000001", Bound(.cost, .atLeast, 1)),
        ("duration:>2s", Bound(.duration, .greater, 2_000_000_000)), ("duration:>=250ms", Bound(.duration, .atLeast, 250_000_000)),
        ("duration:<1.5", Bound(.duration, .less, 1_500_000_000)), ("active:>1m", Bound(.active, .greater, 60_000_000_000)),
        ("wall:>1h", Bound(.wall, .greater, 3_600_000_000_000)), ("wall:<2d", Bound(.wall, .less, 172_800_000_000_000)),
        ("ttft:=800µs", Bound(.ttft, .equal, 800_000)), ("turns:3", Bound(.turns, .equal, 3)), ("turns:!=3", Bound(.turns, .unequal, 3)),
        ("tokens:>1.5k", Bound(.tokens, .greater, 1_500)), ("tokens:<2M", Bound(.tokens, .less, 2_000_000)),
    ])
    func `a bound is read in the unit of its field, exactly`(text: String, bound: Bound) {
        #expect(read(text) == bound)
    }

    @Test(arguments: [
        "cost:1e999", "cost:>NaN", "cost:>inf", "cost:>", "cost:", "cost:>-1", "cost:>0x10", "cost:>1.2.3", "cost:>.", "cost:>１",
        "cost:>99999999999999999999", "cost:>999999999999", "cost:>0.0000000001", "cost:>$$1", "cost:>1k", "cost:>>1",
        "duration:2s", "duration:>2 s", "duration:>99999999999999999d", "duration:>200000d", "duration:>s", "duration:>1y", "tokens:>1.5",
        "tokens:>1m", "tokens:>k", "tokens:>9223372036854775808", "turns:three",
    ])
    func `what is no number, or none that can be held, is no bound`(text: String) {
        #expect(read(text) == nil)
        let search = Search(text, of: .conversations)
        #expect(search.bounds.isEmpty)
    }

    @Test func `leaving out is the opposite of known numbers`() {
        let search = Search("-cost:>0.01 -errors:0", of: .conversations)
        #expect(search.bounds == [Bound(.cost, .atMost, 10_000_000), Bound(.errors, .unequal, 0)])
    }

    @Test(arguments: Bound.Subject.allCases, Bound.Field.allCases)
    func `each number is asked where there is one, and else said to have no meaning`(subject: Bound.Subject, field: Bound.Field) throws {
        let state = FilterState(Query("q=words%20" + Query.encoded(field.example)), now: now, of: subject)
        #expect(state.filter.text == "words")
        if subject.fields.contains(field) {
            #expect(state.filter.bounds.map(\.field) == [field])
            #expect(state.search.mistakes.isEmpty)
        } else {
            #expect(state.filter.bounds.isEmpty)
            let mistake = try #require(state.search.mistakes.first)
            #expect(mistake.contains("'\(field.example)' has no meaning here: \(subject.title) have "))
        }
    }

    @Test func `a search of one conversation and of facets is none`() {
        let state = FilterState(Query("q=turns:x"), now: now, of: nil)
        #expect(state.search.words.isEmpty && state.filter.text == nil)
    }

    @Test(arguments: [
        ("/conversations", "duration:>2s"), ("/traces", "turns:>3"), ("/traces", "cost:>1e999"), ("/conversations", "speed:>3"),
        ("/overview", "turns:>3"), ("/models", "wall:>1h"), ("/errors", "spans:>3"), ("/timeseries", "cost:cheap"),
    ])
    func `data is refused where a bound cannot be asked, and the problem names the word`(path: String, word: String) async {
        let answer = await Visitor(store: SampleStore(conversations: 2)).get("/api/v1\(path)?q=" + Query.encoded("words \(word)"))
        #expect(answer.status == 400)
        #expect(answer.type == "application/problem+json")
        #expect(answer.text.contains("'\(word)'"))
    }

    @Test(arguments: [
        ("/conversations", "duration:>2s", "conversations have cost, tokens"), ("/traces", "cost:cheap", "an amount in dollars"),
    ])
    func `a page is shown without the bound that it cannot ask, and says so`(path: String, word: String, hint: String) async {
        let answer = await Visitor(store: SampleStore(conversations: 2)).get("\(path)?q=" + Query.encoded(word))
        #expect(answer.status == 200)
        #expect(answer.text.contains("<p class=\"notice\">Not asked: &#39;\(word.replacing(">", with: "&gt;"))&#39;"))
        #expect(answer.text.contains(hint))
        #expect(answer.text.contains("aria-label=\"remove \(word.replacing(">", with: "&gt;"))\""), "it can be taken out")
    }

    @Test func `facets take a part of a value, whatever it looks like`() async {
        #expect(await Visitor(store: SampleStore(conversations: 2)).get("/api/v1/facets?field=model&q=cost:x").status == 200)
    }
}

@Suite struct ChipTests {
    private func chips(_ query: String) -> String {
        var html = Markup()
        ChipsDrawing(state: FilterState(Query(query), now: Visitor.now), path: "/p").draw(into: &html)
        return html.html
    }

    @Test func `each word of the search that names something is a chip of its own, the rest is one`() {
        let html = chips("q=cost:%3E0.01%20late%20-env:dev%20refund&cursor=n1.2")
        #expect(
            html.components(between: "href=\"", and: "\"") == [
                "/p?q=late%20-env:dev%20refund", "/p?q=cost:%3E0.01%20late%20refund", "/p?q=cost:%3E0.01%20-env:dev",
            ])
        #expect(html.contains("cost:&gt;0.01 ✕") && html.contains(">-env:dev ✕") && html.contains("q: late refund ✕"))
    }

    @Test func `the last word's chip leaves no search, and other parameters stay`() {
        #expect(chips("model=m&q=tokens:%3E1k").components(between: "href=\"", and: "\"") == ["/p?q=tokens:%3E1k", "/p?model=m"])
    }

    @Test func `the same word twice is taken out once`() {
        #expect(chips("q=cost:%3E1%20cost:%3E1").components(between: "href=\"", and: "\"") == ["/p?q=cost:%3E1", "/p?q=cost:%3E1"])
    }
}

extension String {
    /// What stands between two marks, each time.
    fileprivate func components(between start: String, and end: Character) -> [String] {
        split(separator: start, omittingEmptySubsequences: false).dropFirst().map { String($0.prefix { $0 != end }) }
    }
}
