import Testing

@testable import Store
@testable import View

@Suite struct RecostFormTests {
    @Test func `what came of it goes through an address and back, and nonsense is nothing`() throws {
        var report = RecostReport()
        (report.changed, report.newlyPriced, report.differenceNano) = (20, 5, -40_000_000_000)
        report.next = RecostPlace(token: "1.2.3")
        let outcome = RecostOutcome(report)
        #expect(RecostOutcome(outcome.token) == outcome)
        #expect(outcome.text == "20 calls have another cost now, 5 of them had none: −$40.00. There was not time for all calls.")
        for text in [nil, "", "1~2~3", "a~b~c~d", "1~2~3~4~5", "<b>~1~1~"] { #expect(RecostOutcome(text) == nil) }
        #expect(RecostOutcome("0~0~0~")?.text == "No cost changed.")
    }

    @Test func `what goes on is what was begun: calls without a cost alone, where those were asked for`() {
        var html = Markup()
        RecostForm(state: FilterState(Query("range=1h&only=unpriced&recosted=1~1~5~1.2.3"), now: 1_795_000_000_000_000_000)).draw(
            into: &html)
        let actions = html.html.split(separator: "action=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(
            actions == [
                "/models/recost?range=1h&amp;only=unpriced&amp;after=1.2.3", "/models/recost?range=1h&amp;only=unpriced",
                "/models/recost?range=1h",
            ])
    }

    @Test func `its forms name the range and keep the filter`() {
        var html = Markup()
        RecostForm(state: FilterState(Query("model=m1&recosted=1~1~5~&sort=cost"), now: 1_795_000_000_000_000_000)).draw(into: &html)
        #expect(html.html.contains(#"action="/models/recost?model=m1&amp;sort=cost&amp;range=24h&amp;only=unpriced""#))
        #expect(html.html.contains("1 call has another cost now"))
    }
}
