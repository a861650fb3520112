import Foundation
import Testing
import Wire

@testable import OTLP

/// Harmed requests are refused with an offset, or handled; never a trap.
@Suite struct MutationTests {
    /// Harmed requests per signal; `WEIR_FUZZ=100000` for a long run.
    static let rounds = ProcessInfo.processInfo.environment["WEIR_FUZZ"].flatMap(Int.init) ?? 34_000
    private static let keys = KeyTable(RequestMaker.known)

    @Test(arguments: Signal.allCases)
    func `a harmed request is refused with its place, or spliced into one that libprotobuf-c reads`(signal: Signal) throws {
        let bench = Workbench(keys: Self.keys)
        var dice = Dice(seed: 77)
        var requests: [[UInt8]] = []
        for seed in 0..<300 as Range<UInt64> {
            var maker = RequestMaker(seed: seed)
            let request = maker.request(signal)
            if request.count < 3000 { requests.append(request) }
        }
        var tally = (refused: 0, spliced: 0, unread: 0)
        for round in 0..<Self.rounds {
            let request = Mutation.harm(dice.pick(requests), &dice)
            switch outcome(of: request, signal, bench, &dice) {
            case .refused(let error):
                tally.refused += 1
                if error.offset > request.count { Issue.record("round \(round): \(error) in \(request.count) bytes") }
            case .spliced(let output):
                tally.spliced += 1
                guard OracleRequest.normal(output, signal) == nil else { continue }
                tally.unread += 1
                if OracleRequest.normal(request, signal) != nil { Issue.record("round \(round): the splice broke a readable request") }
            }
        }
        #expect(tally.refused > Self.rounds / 10 && tally.spliced > Self.rounds / 10)
        // What only libprotobuf-c refuses: two messages merged of which the first has an empty oneof.
        #expect(tally.unread < Self.rounds / 500)
    }

    private enum Outcome {
        case refused(WireError), spliced([UInt8])
    }

    /// Scans a copy in memory of exactly its size, so that AddressSanitizer sees a read past its end.
    private func outcome(of request: [UInt8], _ signal: Signal, _ bench: Workbench, _ dice: inout Dice) -> Outcome {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: request.count, alignment: 1)
        defer {
            bench.batch.reset()
            copy.deallocate()
        }
        copy.copyBytes(from: request)
        do throws(WireError) {
            try bench.batch.scan(UnsafeRawBufferPointer(copy), as: signal)
        } catch { return .refused(error) }
        for _ in 0..<3 {
            Wish.random(&dice, signal, items: bench.batch.itemCount, resources: bench.batch.resourceCount)?.ask(of: &bench.batch)
        }
        return .spliced(bench.splice()?.array ?? request)
    }
}
