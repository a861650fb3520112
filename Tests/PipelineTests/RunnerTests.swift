import OTLP
import Settings
import Testing
import Wire

@testable import Pipeline

@Suite struct RunnerTests {
    /// A clock whose sleeps end at once but advance its time, so that retries and give-ups happen without waiting.
    private func fastClock() -> Clock {
        let now = Shared<UInt64>(0)
        return Clock(
            unixNanoseconds: { now.value }, monotonicNanoseconds: { now.value },
            sleep: { duration in
                let (seconds, attoseconds) = duration.components
                if seconds >= 10 {  // the drain deadline
                    while !Task.isCancelled { await Task.yield() }
                    throw CancellationError()
                }
                now.change { $0 += UInt64(seconds) * 1_000_000_000 + UInt64(attoseconds / 1_000_000_000) }
            },
            random: { 0.5 })
    }

    private func run(_ exporter: String, _ meters: Meters = Meters()) async throws -> (Runner.Outcome, Context) {
        let text = """
            [receivers.fake]
            [processors.mark]
            [exporters.keep]
            \(exporter)
            [pipelines.traces]
            receivers = ["fake"]
            processors = ["mark"]
            exporters = ["keep"]
            """
        let document = try SettingsFile.load(text: text, name: "p.toml")
        let plan = try #require(Planner(.fake).plan(document), "\(document.mistakes)")
        let readiness = Readiness()
        let context = Context(name: "weir", clock: fastClock(), meters: meters, readiness: readiness)
        let runner = try Runner(plan, context: context, readiness: readiness)
        let outcome = await runner.run { while !Task.isCancelled { await Task.yield() } }
        return (outcome, context)
    }

    private func total(_ context: Context, _ name: String) -> Double {
        context.meters.samples.filter { $0.name == name }.reduce(0) { $0 + $1.value }
    }

    @Test func `what receivers bring is delivered before the end`() async throws {
        let (outcome, context) = try await run("")
        #expect(outcome.lostItems == 0)
        #expect(outcome.failure == nil)
        #expect(total(context, "weir_receiver_accepted_items_total") == 15)
        #expect(total(context, "weir_exporter_delivered_items_total") == 15)
        #expect(context.budget.usedBytes == 0)
        #expect(context.board.facts.count == 5)
    }

    @Test func `processors have background work too`() async throws {
        let (_, context) = try await run("")
        #expect(total(context, "mark_runs_total") == 1)
    }

    @Test func `a delivery that fails is tried again until it succeeds`() async throws {
        let (outcome, context) = try await run("failures = 3")
        #expect(outcome.lostItems == 0)
        #expect(total(context, "weir_exporter_retries_total") == 3)
        #expect(total(context, "weir_exporter_delivered_items_total") == 15)
    }

    @Test func `a refused delivery is counted as lost and never tried again`() async throws {
        let (outcome, context) = try await run("refuses = true")
        #expect(outcome.lostItems == 15)
        #expect(total(context, "weir_exporter_retries_total") == 0)
        #expect(total(context, "weir_exporter_dropped_items_total") == 15)
    }

    @Test func `a delivery is given up after its time`() async throws {
        let (outcome, _) = try await run("failures = 1000000\nretry = { initial = \"1s\", max = \"2s\", give_up_after = \"9s\" }")
        #expect(outcome.lostItems == 15)
    }
}

@Suite struct OutletTests {
    private func outlet(_ exporters: String, queue: String = "1MiB") throws -> (Outlet, Context, Assembly) {
        let text = """
            [receivers.fake]
            [exporters.keep]
            queue = { size = "\(queue)" }
            [exporters.drop]
            [connectors.count]
            [pipelines.traces]
            receivers = ["fake"]
            exporters = ["keep", "count"]
            [pipelines.more]
            signal = "traces"
            receivers = ["fake"]
            exporters = ["drop"]
            [pipelines.metrics]
            receivers = ["count"]
            exporters = ["drop"]
            """
        let document = try SettingsFile.load(text: text, name: "p.toml")
        let plan = try #require(Planner(.fake).plan(document), "\(document.mistakes)")
        let context = Context(name: "weir")
        let assembly = try Assembly(plan, context)
        return (try #require(assembly.receivers.first?.outlet), context, assembly)
    }

    @Test func `a full queue makes the sender wait, and nobody observes what was not taken`() async throws {
        let (outlet, context, assembly) = try outlet("", queue: "150B")
        #expect(await outlet.submit(Spans.request(count: 3), .traces) == .accepted(refused: nil))
        #expect(await outlet.submit(Spans.request(count: 3), .traces) == .busy(retryAfter: .seconds(1)))
        let connector = try #require(assembly.connectors.first?.connector as? FakeConnector)
        #expect(connector.observed.value == 3)
        #expect(context.budget.usedBytes > 0, "the first request waits in the queue")
    }

    @Test func `bytes that are no request are invalid with their offset`() async throws {
        let (outlet, _, _) = try outlet("")
        #expect(
            await outlet.submit(.copy(of: [0x0A, 0xFF]), .traces)
                == .invalid("a length or value reaches past the end of its message at byte 1"))
    }

    @Test func `an empty request is accepted`() async throws {
        let (outlet, _, _) = try outlet("")
        #expect(await outlet.submit(.copy(of: []), .traces) == .accepted(refused: nil))
    }

    @Test func `spans with wrong ids are refused one by one, a request of nothing else as a whole`() async throws {
        let (outlet, context, _) = try outlet("")
        var mixed = Spans.request(count: 2).array
        mixed += Spans.request(count: 3, validIDs: false).array
        guard case .accepted(let refusal) = await outlet.submit(.copy(of: mixed), .traces) else {
            Issue.record("not accepted")
            return
        }
        #expect(refusal?.items == 3)
        guard case .invalid = await outlet.submit(Spans.request(count: 2, validIDs: false), .traces) else {
            Issue.record("not refused")
            return
        }
        let refused = context.meters.samples.filter { $0.name == "weir_receiver_refused_items_total" }.reduce(0) { $0 + $1.value }
        #expect(refused == 5)
    }

    @Test func `a signal that no pipeline takes is not served`() throws {
        let (outlet, _, _) = try outlet("")
        #expect(outlet.serves(.traces))
        #expect(!outlet.serves(.logs))
    }

    @Test func `a budget that is used up makes the sender wait before any work`() async throws {
        let (outlet, context, _) = try outlet("")
        let held = context.budget.reserve(context.budget.limitBytes)
        #expect(await outlet.submit(Spans.request(count: 1), .traces) == .busy(retryAfter: .seconds(1)))
        _ = held
    }
}
