import OTLP
import Synchronization
import Testing
import Transport

@testable import Components
@testable import Pipeline

@Suite struct RefusedRequestsTests {
    @Test func `the last refusal is kept in its words, and only those of the last quarter of an hour count as late`() {
        let minute: UInt64 = 60_000_000_000
        let now = Mutex<UInt64>(1_000 * minute)
        var clock = Clock.system
        clock.unixNanoseconds = { now.withLock { $0 } }
        let refusals = RefusedRequests(TransportCounts(), clock: clock)
        refusals.note(.failure(415, .invalidArgument, "no such type", .protobuf))
        refusals.note(.verdict(.accepted(refused: nil), .protobuf, .traces))
        now.withLock { $0 += 10 * minute }
        refusals.note(.busy(retryAfter: .seconds(1), .grpc))
        #expect(refusals.summary.total == 2)
        #expect(refusals.summary.lately == 2)
        #expect(refusals.summary.last == RefusedRequests.Last(unixNanoseconds: 1_010 * minute, status: 503, message: "no room now"))
        now.withLock { $0 += 6 * minute }
        #expect(refusals.summary.lately == 1)
        now.withLock { $0 += 60 * minute }
        #expect(refusals.summary.lately == 0)
        #expect(refusals.summary.total == 2)
    }

    @Test func `a long message is cut`() {
        let refusals = RefusedRequests(TransportCounts(), clock: .system)
        refusals.note(.invalid(String(repeating: "é", count: 10_000), .json))
        #expect((refusals.summary.last?.message.utf8.count ?? 0) <= 303)
    }
}
