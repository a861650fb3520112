import Logging
import OTLP

/// Runs a plan from the first listener to the last delivered byte.
///
/// Shutting down goes with the stream: not ready any more → receivers stop → connectors send their rest → queues drain until the deadline →
/// what is left is counted.
package struct Runner: Sendable {
    /// How it ended.
    package struct Outcome: Sendable {
        /// Items that were accepted and then lost.
        package let lostItems: UInt64
        /// What ended it early, if something did.
        package let failure: String?

        package init(lostItems: UInt64, failure: String?) {
            self.lostItems = lostItems
            self.failure = failure
        }
    }

    private let assembly: Assembly
    private let context: Context
    private let readiness: Readiness
    private let drain: Duration

    package init(_ plan: Plan, context: Context, readiness: Readiness) throws(AssemblyError) {
        self.context = context
        self.readiness = readiness
        drain = plan.admin.drain
        assembly = try Assembly(plan, context)
        for (name, _, _) in assembly.receivers { readiness.expect("receivers.\(name)") }
    }

    /// Items lost so far.
    package var lostItems: UInt64 { assembly.deliveries.reduce(0) { $0 + UInt64(clamping: $1.books.lostItems) } }

    /// Items that wait in queues.
    package var queuedItems: Int { assembly.deliveries.reduce(0) { $0 + $1.books.queuedItems } }

    /// Items that wait in queues and would die with the process.
    package var perishableItems: Int { assembly.deliveries.reduce(0) { $0 + ($1.queue.isDurable ? 0 : $1.books.queuedItems) } }

    /// Runs until `stop` returns, a component fails, or all receivers have ended; then drains.
    package func run(until stop: @escaping @Sendable () async -> Void) async -> Outcome {
        if let failure = openQueues() { return Outcome(lostItems: 0, failure: failure) }
        readiness.open()
        return await withTaskGroup(of: Void.self) { background in
            for (name, exporter) in assembly.exporters {
                background.addTask { await self.guarding("exporters.\(name)") { try await exporter.run() } }
            }
            for (name, processor) in assembly.processors {
                background.addTask { await self.guarding("processors.\(name)") { try await processor.run() } }
            }
            let failure = await feed(until: stop)
            background.cancelAll()
            return Outcome(lostItems: lostItems, failure: failure)
        }
    }

    /// Nothing listens before every queue has found what an earlier process left.
    private func openQueues() -> String? {
        for delivery in assembly.deliveries {
            do { try delivery.queue.open() } catch {
                context.log.error("\(delivery.name): \(error)")
                return "\(delivery.name): \(error)"
            }
        }
        return nil
    }

    /// Deliveries outlive connectors, connectors outlive receivers.
    private func feed(until stop: @escaping @Sendable () async -> Void) async -> String? {
        await withTaskGroup(of: DrainStep.self) { deliveries in
            for delivery in assembly.deliveries {
                deliveries.addTask {
                    await delivery.run()
                    return .delivered
                }
            }
            let failure = await withTaskGroup(of: Void.self) { connectors in
                for (name, connector, outlet) in assembly.connectors {
                    connectors.addTask { await self.guarding("connectors.\(name)") { try await connector.run(outlet) } }
                }
                let failure = await hold(until: stop)
                connectors.cancelAll()
                return failure
            }
            await drainQueues(&deliveries)
            return failure
        }
    }

    /// What outlets hold back outlives receivers: they wait for its verdicts.
    private func hold(until stop: @escaping @Sendable () async -> Void) async -> String? {
        await withTaskGroup(of: Void.self) { outlets in
            for (_, _, outlet) in assembly.receivers { outlets.addTask { await outlet.run() } }
            for (_, _, outlet) in assembly.connectors { outlets.addTask { await outlet.run() } }
            let failure = await receive(until: stop)
            outlets.cancelAll()
            return failure
        }
    }

    private enum DrainStep: Sendable {
        case delivered, deadline
    }

    private func drainQueues(_ deliveries: inout TaskGroup<DrainStep>) async {
        for delivery in assembly.deliveries { delivery.queue.close() }
        let (clock, drain) = (context.clock, drain)
        deliveries.addTask {
            try? await clock.sleep(drain)
            return .deadline
        }
        var running = assembly.deliveries.count
        while running > 0, let step = await deliveries.next() {
            switch step {
            case .delivered: running -= 1
            case .deadline:
                context.log.warning(
                    "the drain deadline of \(drain) was reached with \(queuedItems) items queued, \(queuedItems - perishableItems) of them on disk"
                )
                deliveries.cancelAll()
            }
        }
        deliveries.cancelAll()
    }

    private func receive(until stop: @escaping @Sendable () async -> Void) async -> String? {
        await withTaskGroup(of: Ending.self) { group in
            for (name, receiver, outlet) in assembly.receivers {
                group.addTask { .receiver(await self.guarding("receivers.\(name)") { try await receiver.run(outlet) }) }
            }
            group.addTask {
                await stop()
                return .stop
            }
            var running = assembly.receivers.count
            var failure: String?
            while running > 0, failure == nil, let ending = await group.next() {
                guard case .receiver(let fault) = ending else { break }
                running -= 1
                failure = fault
            }
            readiness.close()
            group.cancelAll()
            return failure
        }
    }

    private enum Ending: Sendable {
        case receiver(String?)
        case stop
    }

    /// Runs a component; its error becomes a line in the log and the reason of the end.
    @discardableResult
    private func guarding(_ name: String, _ body: () async throws -> Void) async -> String? {
        do {
            try await body()
            return nil
        } catch is CancellationError {
            return nil
        } catch {
            context.log.error("\(name): \(error)")
            return "\(name): \(error)"
        }
    }
}
