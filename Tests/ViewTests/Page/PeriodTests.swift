import Testing

@testable import View

/// What of an address's times cannot be asked is said, never passed over (view.md 3.9).
@Suite struct PeriodTests {
    @Test(arguments: [
        "range=99x", "from=garbage", "from=2026-11-23T14:00:00Z&to=2026-11-22T14:00:00Z", "to=2026-11-22T14:00:00Z", "tz=banana",
        "from=2026-11-23T14:00:00Z&to=soon",
    ])
    func `times that are none are a problem in the API and a note on the page`(query: String) async {
        let visitor = Visitor(store: SampleStore(conversations: 2))
        let answer = await visitor.get("/api/v1/traces?\(query)")
        #expect(answer.status == 400 && answer.type == "application/problem+json")
        let page = await visitor.get("/traces?\(query)")
        #expect(page.status == 200)
        #expect(page.text.contains("Not asked: "))
    }

    @Test(arguments: [
        "", "range=7d", "from=2026-11-22T14:00:00Z", "from=2026-11-22T14:00:00Z&to=2026-11-23T14:00:00Z", "tz=+02:00", "tz=%2B02:00",
    ])
    func `times that are some are asked`(query: String) { #expect(Period.mistakes(Query(query)).isEmpty) }

    @Test func `a range that is chosen beside older times wins: a form without scripts sends both`() {
        let both = Period(Query("range=7d&from=2026-11-22T14:00:00Z&to=2026-11-23T14:00:00Z"), now: Visitor.now)
        #expect(both.word == "7d")
    }
}
