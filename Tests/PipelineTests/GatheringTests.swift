import OTLP
import Settings
import Synchronization
import Testing
import Wire

@testable import Pipeline

/// `hold`: requests that wait for each other.
@Suite struct GatheringTests {
    /// A lane whose only processor wants requests held, and an outlet onto it.
    private struct Bench {
        let outlet: Outlet
        let context: Context
        let hold = Shared(false)
        let processor: HoldingProcessor

        init(limitBytes: Int = 1 << 20) {
            let gate = hold
            let clock = Clock(
                unixNanoseconds: { 0 }, monotonicNanoseconds: { 0 },
                sleep: { _ in while !gate.value, !Task.isCancelled { await Task.yield() } }, random: { 0 })
            context = Context(name: "weir", clock: clock, budget: Budget(limitBytes: limitBytes), readiness: Readiness())
            let processor = HoldingProcessor(NoSettings(), context)
            self.processor = processor
            let lane = Lane(
                name: "traces", signal: .traces, beginnings: [], processors: [processor], connectors: [],
                sinks: [FakeSink(NoSettings(), context)],
                queues: [], pool: BatchPool(keys: context.keys.table), context: context)
            outlet = Outlet(lanes: [.traces: [lane]], counts: ReceiverCounts(receiver: "r", meters: context.meters), context: context)
        }

        /// Submits all at once and opens the gate when all wait; their verdicts in their order.
        func submit(_ requests: [Bytes]) async -> [Verdict] {
            let verdicts = Shared<[Int: Verdict]>([:])
            for (place, request) in requests.enumerated() {
                outlet.submit(request, .traces) { verdict in verdicts.change { $0[place] = verdict } }
            }
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await outlet.run() }
                hold.change { $0 = true }
                while verdicts.value.count < requests.count { await Task.yield() }
                group.cancelAll()
            }
            return requests.indices.compactMap { verdicts.value[$0] }
        }
    }

    @Test func `requests of one window are processed as one, and all are answered`() async {
        let bench = Bench()
        let verdicts = await bench.submit([Spans.request(count: 3), Spans.request(count: 2), Spans.request(count: 1)])
        #expect(verdicts == Array(repeating: .accepted(refused: nil), count: 3))
        #expect(bench.processor.batches.value == [6])
        #expect(bench.context.budget.usedBytes == 0)
    }

    @Test func `a request that cannot be read, or in part, does not spoil the others`() async {
        let bench = Bench()
        let verdicts = await bench.submit([
            Spans.request(count: 2), .copy(of: [0x0A, 0xFF]), Spans.request(count: 4, validIDs: false), Spans.request(count: 1),
        ])
        #expect(verdicts[0] == .accepted(refused: nil))
        guard case .invalid = verdicts[1], case .invalid = verdicts[2] else { return #expect(Bool(false), "\(verdicts)") }
        #expect(verdicts[3] == .accepted(refused: nil))
        #expect(bench.processor.batches.value == [3])
    }

    @Test func `without room every sender is asked to wait`() async {
        let request = Spans.request(count: 3)
        let bench = Bench(limitBytes: request.count * 2)
        let verdicts = await bench.submit([request, request, request])
        #expect(verdicts == Array(repeating: .busy(retryAfter: Lane.retryAfter), count: 3))
        #expect(bench.processor.batches.value.isEmpty)
        #expect(bench.context.budget.usedBytes == 0)
    }

    @Test func `what comes after the end waits for nobody`() async {
        let bench = Bench()
        _ = await bench.submit([Spans.request(count: 1)])
        let verdict = await bench.outlet.submit(Spans.request(count: 5), .traces)
        #expect(verdict == .accepted(refused: nil))
        #expect(bench.processor.batches.value == [1, 5])
    }
}

/// Notes how many items each batch brings.
private struct HoldingProcessor: Processor {
    static let kind = "hold"
    static let summary = "For tests."
    typealias Settings = NoSettings
    let batches = Shared<[Int]>([])
    var hold: Duration { .seconds(2) }

    init(_ settings: NoSettings, _ context: Context) {}

    func process(_ batch: inout Batch) {
        let count = batch.itemCount
        batches.change { $0.append(count) }
    }
}
