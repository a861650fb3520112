import Components
import Glibc
import Logging
import Pipeline
import Synchronization
import UnixSignals
import Wire

/// One running Weir: the runner, the admin listener beside it, and the signals that end both.
struct WeirProcess {
    private let plan: Plan
    private let context: Context
    private let readiness: Readiness
    private let runner: Runner

    /// Makes every component; nothing listens yet.
    init(_ plan: Plan, log: Logger) throws {
        self.plan = plan
        readiness = Readiness()
        let budget = Budget(limitBytes: plan.admin.memoryBytes ?? MemoryLimit.defaultBudgetBytes)
        let instance = plan.admin.listen.map { "\(HostName.current):\($0.port)" } ?? HostName.current
        context = Context(name: "weir", instance: instance, log: log, budget: budget, readiness: readiness)
        runner = try Runner(plan, context: context, readiness: readiness)
        publishOwnSeries()
    }

    func run() async -> Runner.Outcome {
        let admin = AdminListener(plan: plan, context: context, readiness: readiness, version: Version.number)
        let (endings, ending) = AsyncStream.makeStream(of: Ending.self)
        let failure = Mutex<String?>(nil)
        return await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.listen(admin, ending) }
            group.addTask { await self.watchSignals(ending) }
            group.addTask { await self.settle() }
            let outcome = await runner.run {
                for await case let ending in endings {
                    if case .failed(let reason) = ending { failure.withLock { $0 = reason } }
                    break
                }
            }
            group.cancelAll()
            return Runner.Outcome(lostItems: outcome.lostItems, failure: outcome.failure ?? failure.withLock { $0 })
        }
    }

    /// Once everything listens, the code that only starting needed is let go.
    private func settle() async {
        while !readiness.isReady, !Task.isCancelled { try? await Task.sleep(for: .milliseconds(50)) }
        try? await Task.sleep(for: .milliseconds(500))
        if !Task.isCancelled { ResidentCode.release() }
    }

    /// What ends a run.
    private enum Ending: Sendable {
        case signalled
        case failed(String)
    }

    private func listen(_ admin: AdminListener, _ ending: AsyncStream<Ending>.Continuation) async {
        do {
            try await admin.run()
        } catch is CancellationError {
            return
        } catch {
            context.log.error("admin: \(error)")
            ending.yield(.failed("admin: \(error)"))
        }
    }

    /// SIGHUP reads prices and certificates again. The first SIGTERM or SIGINT ends the run in order; the second ends the process at once.
    private func watchSignals(_ ending: AsyncStream<Ending>.Continuation) async {
        var count = 0
        for await signal in await UnixSignalsSequence(trapping: .sighup, .sigterm, .sigint) {
            guard signal != .sighup else {
                await reload()
                continue
            }
            count += 1
            guard count > 1 else {
                context.log.info("\(signal): stopping with \(runner.queuedItems) items to deliver")
                ending.yield(.signalled)
                continue
            }
            let lost = runner.lostItems + UInt64(clamping: runner.perishableItems)
            complain("stopped at once: \(lost) items were lost, \(runner.queuedItems - runner.perishableItems) stay on disk")
            exit(lost > 0 ? 1 : 0)
        }
    }

    private func reload() async {
        for (name, failure) in await context.reloads.run() {
            if let failure {
                context.log.error("\(name): not reloaded: \(failure)")
            } else {
                context.log.info("\(name): reloaded")
            }
        }
    }

    private func publishOwnSeries() {
        let (budget, clock) = (context.budget, context.clock)
        let started = Double(clock.unixNanoseconds()) / 1e9
        context.meters.source {
            ProcessSamples.read(startUnixSeconds: started) + [
                Sample(
                    name: "weir_build_info", labels: [("version", Version.number)], value: 1, kind: .gauge, help: "What this build is."),
                Sample(name: "weir_memory_used_bytes", value: Double(budget.usedBytes), kind: .gauge, help: "Telemetry in flight."),
                Sample(name: "weir_memory_limit_bytes", value: Double(budget.limitBytes), kind: .gauge, help: "What may be in flight."),
            ]
        }
    }
}
