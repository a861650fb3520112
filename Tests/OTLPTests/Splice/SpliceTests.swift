import Foundation
import Testing
import Wire

@testable import OTLP

/// The guard of the data plane: `splice ≡ libprotobuf-c unpack, edit, pack`.
@Suite struct SpliceTests {
    /// Random requests per signal; `WEIR_FUZZ=100000` for a long run.
    static let rounds = ProcessInfo.processInfo.environment["WEIR_FUZZ"].flatMap(Int.init).map { $0 / 10 } ?? 600

    private static let keys = KeyTable(RequestMaker.known)

    @Test(arguments: Signal.allCases)
    func `a splice is what libprotobuf-c makes of the same edits`(signal: Signal) throws {
        let bench = Workbench(keys: Self.keys)
        for seed in 0..<UInt64(Self.rounds) {
            var maker = RequestMaker(seed: seed)
            try check(maker.request(signal), signal, bench, &maker.sketch.dice, "seed \(seed)")
        }
    }

    @Test(arguments: Signal.allCases)
    func `a request without edits is not copied`(signal: Signal) throws {
        let bench = Workbench(keys: Self.keys)
        for seed in 0..<200 as Range<UInt64> {
            var maker = RequestMaker(seed: seed)
            let request = maker.request(signal)
            try request.withUnsafeBytes { bytes in
                try bench.batch.scan(bytes, as: signal)
                let hasEdits = bench.batch.hasEdits
                #expect(!hasEdits)
                #expect(bench.splice() == nil)
                let passed = bench.batch.bytes
                #expect(passed.buffer.baseAddress == bytes.baseAddress && passed.count == bytes.count)
            }
        }
    }

    private func check(_ request: [UInt8], _ signal: Signal, _ bench: Workbench, _ dice: inout Dice, _ place: String) throws {
        var oracle = try #require(OracleRequest(request, signal), "\(place): the oracle refuses")
        defer { oracle.free() }
        let spliced = try request.withUnsafeBytes { bytes -> [UInt8] in
            try bench.batch.scan(bytes, as: signal)
            try #require(bench.batch.itemCount == oracle.items.count && bench.batch.resourceCount == oracle.resources.count)
            compareReads(bench, oracle, place)
            for step in 0..<dice.below(9) {
                let wish = Wish.random(&dice, signal, items: oracle.items.count, resources: oracle.resources.count)
                guard let wish else { break }
                wish.ask(of: &bench.batch)
                oracle.grant(wish)
                compareReads(bench, oracle, "\(place), step \(step): \(wish)")
            }
            return bench.splice()?.array ?? Array(bytes)
        }
        oracle.finish()
        let normal = try #require(OracleRequest.normal(spliced, signal), "\(place): the splice cannot be unpacked")
        #expect(normal == oracle.root.packed, "\(place)")
    }

    /// Every known attribute of every item and resource, edits included.
    private func compareReads(_ bench: Workbench, _ oracle: OracleRequest, _ place: String) {
        for slot in RequestMaker.known.indices {
            for item in oracle.items.indices where oracle.signal != .metrics {
                bench.batch.select(item)
                let seen = Seen(bench.batch.value(Slot(index: slot)))
                if seen != oracle.seen(item, slot) {
                    Issue.record("\(place): item \(item), \(slot): \(seen), not \(oracle.seen(item, slot))")
                }
            }
            for resource in oracle.resources.indices {
                let seen = Seen(bench.batch.resourceValue(resource, Slot(index: slot)))
                if seen != oracle.seen(resource: resource, slot) { Issue.record("\(place): resource \(resource), \(slot): \(seen)") }
            }
        }
    }
}
