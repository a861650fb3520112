import Pipeline
import Synchronization
import View

/// Reads what receivers refused and exporters lost, for the view.
final class FlowReader: Sendable {
    private let context: Context
    private let seen = Mutex<(items: Int64, grewAt: Int64?)>((0, nil))

    init(_ context: Context) { self.context = context }

    func read() -> Flow {
        var flow = Flow()
        for receiver in context.board.offers(RefusedRequests.self) {
            let summary = receiver.summary
            flow.requests += Int64(receiver.counts.requests)
            flow.refused += Int64(summary.total)
            flow.refusedLately += Int64(summary.lately)
            guard let last = summary.last.map(Flow.Refusal.init), last.at > flow.lastRefusal?.at ?? .min else { continue }
            flow.lastRefusal = last
        }
        flow.losses = losses
        flow.lossesGrewAt = grewAt(flow.losses.reduce(0) { $0 + $1.items })
        return flow
    }

    /// By exporter and reason, all signals together.
    private var losses: [Flow.Loss] {
        var items: [[String]: Int64] = [:]
        for sample in context.meters.samples where sample.name == "weir_exporter_dropped_items_total" && sample.value > 0 {
            let label = { (name: String) in sample.labels.first { $0.0 == name }?.1 ?? "" }
            items[[label("exporter"), label("reason")], default: 0] += Int64(sample.value)
        }
        return items.map { Flow.Loss(exporter: $0.key[0], reason: $0.key[1], items: $0.value) }
            .sorted { ($1.items, $0.exporter, $0.reason) < ($0.items, $1.exporter, $1.reason) }
    }

    /// Counters do not say when they grew: this is when somebody first saw it.
    private func grewAt(_ items: Int64) -> Int64? {
        let now = Int64(clamping: context.clock.unixNanoseconds())
        return seen.withLock { seen in
            if items > seen.items { seen = (items, now) }
            return seen.grewAt
        }
    }
}

extension Flow.Refusal {
    fileprivate init(_ last: RefusedRequests.Last) {
        self.init(at: Int64(clamping: last.unixNanoseconds), status: last.status, message: last.message)
    }
}
