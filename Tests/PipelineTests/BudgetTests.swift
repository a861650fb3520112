import Testing

@testable import Pipeline

@Suite struct BudgetTests {
    @Test func `a reservation comes back when it is let go`() {
        let budget = Budget(limitBytes: 100)
        var held = budget.reserve(60)
        #expect(held != nil)
        #expect(budget.reserve(41) == nil)
        #expect(budget.usedBytes == 60)
        held = nil
        #expect(budget.usedBytes == 0)
        #expect(budget.peakBytes == 60)
    }

    @Test func `a reservation grows only into what is free, and shrinks`() throws {
        let budget = Budget(limitBytes: 100)
        let held = try #require(budget.reserve(50))
        #expect(held.grow(by: 50))
        #expect(!held.grow(by: 1))
        held.shrink(to: 10)
        #expect(budget.usedBytes == 10)
        #expect(held.bytes == 10)
    }
}
