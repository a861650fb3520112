import Testing

@testable import View

@Suite struct BusyTimeTests {
    private let second: Int64 = 1_000_000_000

    @Test func `without long pauses time is what it is`() {
        let time = BusyTime([(0, 10 * second), (20 * second, 40 * second)])
        #expect(time.gaps.isEmpty)
        #expect(time.position(of: 0) == 0)
        #expect(time.position(of: 10 * second) == 0.25)
        #expect(time.position(of: 40 * second) == 1)
    }

    @Test func `a week of silence is one narrow gap with its length`() throws {
        let week = 7 * 86_400 * second
        let time = BusyTime([(week, week + 10 * second), (0, 10 * second)])
        let gap = try #require(time.gaps.first)
        #expect(time.gaps.count == 1)
        #expect(gap.length == week - 10 * second)
        #expect(abs(gap.position - 0.5) < 0.01)
        #expect(time.position(of: week) - time.position(of: 10 * second) < 0.03)
        #expect(time.position(of: week + 10 * second) == 1)
    }

    @Test func `nothing, one moment and times that run backwards are drawn somewhere`() {
        #expect(BusyTime([]).position(of: 5) == 0)
        #expect(BusyTime([(7, 7)]).position(of: 7) == 0)
        let odd = BusyTime([(10, 5), (.max, .min), (.min, .max)])
        #expect((0...1).contains(odd.position(of: 10)))
    }
}
