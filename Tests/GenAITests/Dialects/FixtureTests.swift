import Testing

@testable import GenAI

/// The dialects without a capture, from what dialects.md says of them.
struct FixtureTests {
    @Test func `there are fixtures`() {
        #expect(Fixture.names.count >= 25)
    }

    @Test(arguments: Fixture.names)
    func `a dialect's story is understood in one request, in whatever order`(_ name: String) throws {
        let fixture = try Fixture(name)
        let places = Array(fixture.pieces.indices)
        try check(fixture, fixture.read([fixture.pieces.flatMap { $0 }], places: places), "forward")
        try check(fixture, fixture.read([fixture.pieces.reversed().flatMap { $0 }], places: places.reversed()), "reversed")
    }

    /// Of two witnesses in two requests the first to leave stands for the call, so only their number is compared.
    @Test(arguments: Fixture.names)
    func `span by span, children first or last, there are as many calls`(_ name: String) throws {
        let fixture = try Fixture(name)
        let places = Array(fixture.pieces.indices)
        let expected = fixture.expected.values.count { $0["weir.role"] == .some(.text("call")) }
        for order in [places, places.reversed()] {
            let read = try fixture.read(order.map { fixture.pieces[$0] }, places: order)
            #expect(read.values.count { $0["weir.role"] == "call" } == expected, "\(order)")
        }
    }

    private func check(_ fixture: Fixture, _ read: [String: Written], _ order: Comment) throws {
        #expect(read.count == fixture.pieces.count, order)
        #expect(Set(fixture.expected.keys) == Set(read.keys), order)
        for (id, attributes) in fixture.expected {
            let written = try #require(read[id], order)
            let isCall = attributes["weir.role"] == .some(.text("call"))
            #expect((written["weir.role"] == "call") == isCall, "\(order) \(id)")
            for (key, value) in attributes { #expect(written[key] == value, "\(order) \(id) \(key)") }
        }
    }
}
