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

    @Test func `one sender may hold eight ninths, and what it leaves is there for others`() throws {
        let budget = Budget(limitBytes: 900)
        let (busy, modest) = (Sender(), Sender())
        var held: [Reservation] = []
        while let more = budget.reserve(10, for: busy) { held.append(more) }
        #expect(busy.heldBytes == 800)
        let small = try #require(budget.reserve(90, for: modest))
        #expect(budget.reserve(10, for: busy) == nil, "others came: it may hold less now")
        #expect(budget.reserve(10, for: modest) == nil, "too little is free for one that holds something")
        held.removeLast(5)
        #expect(budget.reserve(10, for: busy) == nil)
        #expect(budget.reserve(10, for: modest) != nil)
        small.shrink(to: 0)
        held.removeAll()
        #expect(budget.usedBytes == 0)
        #expect(busy.heldBytes == 0)
        #expect(modest.heldBytes == 0)
    }

    @Test func `however many are busy, a newcomer finds room`() {
        for senders in 1...50 {
            let budget = Budget(limitBytes: 1 << 20)
            let busy = (0..<senders).map { _ in Sender() }
            var held: [Reservation] = []
            var isGrowing = true
            while isGrowing {
                isGrowing = false
                for sender in busy {
                    guard let more = budget.reserve(1 << 10, for: sender) else { continue }
                    held.append(more)
                    isGrowing = true
                }
            }
            let shares = busy.map(\.heldBytes)
            #expect((shares.max() ?? 0) - (shares.min() ?? 0) <= 1 << 10, "\(senders): as much for each")
            #expect(budget.reserve(2 << 10, for: Sender()) != nil, "\(senders)")
        }
    }

    @Test func `a request that grows is not in its own way`() throws {
        let budget = Budget(limitBytes: 100)
        let sender = Sender()
        let held = try #require(budget.reserve(0, for: sender))
        #expect(held.grow(by: 60))
        #expect(held.grow(by: 40))
        #expect(sender.heldBytes == 100)
    }
}
