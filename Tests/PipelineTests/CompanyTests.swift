import OTLP
import Testing
import Wire

@testable import Pipeline

@Suite struct CompanyTests {
    @Test func `those that were answered and those that wait are expected for as long as a sync takes`() {
        let company = Company(answered: 5, waiting: 3, writeNanoseconds: 40_000, syncNanoseconds: 200_000)
        #expect(company.expected == 8)
        #expect(company.patienceNanoseconds == 200_000)
        #expect(company.isWorthWaiting)
    }

    @Test func `nobody is waited for longer than two milliseconds, however slow the disk`() {
        let company = Company(answered: 5, waiting: 3, writeNanoseconds: 0, syncNanoseconds: 90_000_000)
        #expect(company.patienceNanoseconds == 2_000_000)
    }

    @Test(arguments: [(1, 0, 0), (40, 40, 300_000)])
    func `one sender alone, or requests that take long to write, wait for nobody`(answered: Int, waiting: Int, writing: Int) {
        let company = Company(
            answered: answered, waiting: waiting, writeNanoseconds: UInt64(writing), syncNanoseconds: 200_000)
        #expect(company == Company())
    }

    @Test func `the writer is woken once as many wait as it wants, and takes all`() {
        var state = DiskQueueState(capacityBytes: 1 << 20, segmentBytes: 1 << 17, whenFull: .refuse)
        func commit() -> Bool {
            let payload = Payload(signal: .traces, bytes: .copy(of: [1]), items: 1, reservation: nil)
            return state.commit(.init(payload: payload, seal: Seal(payload, salt: 0), receipt: nil))
        }
        let atWork = commit()
        #expect(!atWork, "it looks by itself when it is done")
        let taken = [state.nextGroup(atLeast: 3).count, commit() ? 1 : 0, commit() ? 1 : 0, state.nextGroup(atLeast: 3).count]
        #expect(taken == [0, 0, 1, 3])
        let idle = state.nextGroup(atLeast: 1).isEmpty
        let woken = commit()
        #expect(idle && woken)
    }
}
