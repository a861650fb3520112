import Testing

@testable import View

/// Times in the reader's zone (view.md 3.1, `tz=`).
@Suite struct ZoneTests {
    private static let moment: Int64 = 1_795_442_400_000_000_000

    @Test func `a page's times are all in its zone, and say which`() {
        #expect(Show.moment(Self.moment) == "2026-11-23 14:00:00 UTC")
        Zone.$shown.withValue(Zone("+05:30")) {
            #expect(Show.moment(Self.moment) == "2026-11-23 19:30:00 UTC+05:30")
            #expect(Moment.text(Self.moment) == "2026-11-23T14:00:00Z")
        }
        Zone.$shown.withValue(Zone("-03:00")) { #expect(Show.time(Self.moment) == "2026-11-23 11:00:00") }
    }

    @Test(arguments: [nil, "", "02:00", " ", " x", "+99:00", "+x", "Europe/Berlin", "+-1:00"]) func `what is no zone is UTC`(text: String?)
    {
        #expect(Zone(text) == .utc)
    }

    @Test func `pages are in the zone that the address names, and data is not`() async {
        let visitor = Visitor(store: SampleStore(conversations: 3))
        let page = await visitor.get("/traces?range=90d&tz=%2B02:00").text
        #expect(page.contains(">UTC+02:00</a>"))
        #expect(page.contains("UTC+02:00\" datetime="))
        let (plain, shifted) = (
            await visitor.get("/api/v1/traces?range=90d").text, await visitor.get("/api/v1/traces?range=90d&tz=%2B02:00").text
        )
        #expect(plain == shifted)
    }
}
