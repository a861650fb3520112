import Synchronization
import Wire

/// A batch with its splicer, kept between requests.
package final class Workbench {
    package var batch: Batch
    private var splicer = Splicer()

    package init(keys: KeyTable, limits: ScanLimits = ScanLimits()) { batch = Batch(keys: keys, limits: limits) }

    /// The request with its edits carried out. Nil where nothing was edited: the original is what goes on.
    package func splice(into pool: BytesPool = .shared) -> Bytes? {
        guard batch.hasEdits else { return nil }
        return splicer.splice(batch, pool: pool)
    }
}

/// Workbenches that lie idle: as many as there were lanes busy at once. One lock per request, none per span.
package final class BatchPool: Sendable {
    private let keys: KeyTable
    private let limits: ScanLimits
    private let idle = Mutex<[Parked]>([])

    private struct Parked: @unchecked Sendable {
        let bench: Workbench
    }

    package init(keys: KeyTable, limits: ScanLimits = ScanLimits()) {
        self.keys = keys
        self.limits = limits
    }

    /// Lends a workbench for the time of `body`; its batch is reset afterwards.
    package func withWorkbench<R>(_ body: (Workbench) -> R) -> R {
        let bench = idle.withLock { $0.popLast() }?.bench ?? Workbench(keys: keys, limits: limits)
        defer {
            bench.batch.reset()
            let parked = Parked(bench: bench)
            idle.withLock { if $0.count < 16 { $0.append(parked) } }
        }
        return body(bench)
    }
}
