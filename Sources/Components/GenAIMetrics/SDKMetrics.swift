import Metrics
import OTLP
import Synchronization
import Wire

/// Metrics of the table that services send themselves: who sends which, who has been measured, and what is done about it.
///
/// Derived and sent copies of one metric would count every call twice. `replace` drops the sent copy once spans of that service have been
/// measured (a service that sends no spans keeps its own metrics), `keep` stops measuring what the service sends, `both` lets both pass.
/// Facts: dialects.md 4.2. Services are told apart by `service.name`.
final class SDKMetrics: Sendable {
    typealias Policy = GenAIMetricsSettings.SDKMetricsPolicy

    /// The instruments to measure for a service.
    struct Wanted: Sendable {
        /// Bits of the call family's instruments.
        var call: UInt64
        /// Bits of the other roles, by raw value.
        var others: UInt64

        static let all = Wanted(call: .max, others: .max)
    }

    private struct State: ~Copyable {
        /// For each service (by hash): the metrics it sends, as bits of `names`.
        var sent: [UInt64: UInt64] = [:]
        var measured: Set<UInt64> = []
        var dropped: UInt64 = 0
    }

    static let serviceLimit = 10_000
    private let policy: Policy
    private let seed: UInt64
    private let names: [String]
    /// What each name stands for: instruments of the call family, or another role.
    private let meaning: [Wanted]
    private let state = Mutex(State())

    init(policy: Policy, seed: UInt64, layouts: [RoleLayout]) {
        self.policy = policy
        self.seed = seed
        var names: [String] = []
        var meaning: [Wanted] = []
        for role in GenAIRole.allCases {
            let layout = layouts[role.rawValue].layout
            for (number, metric) in layout.metrics.enumerated() {
                names.append(metric.name)
                let bits = layout.instruments.filter { $0.metric == number }.reduce(0) { $0 | $1.bit }
                meaning.append(role == .call ? Wanted(call: bits, others: 0) : Wanted(call: 0, others: role.bit))
            }
        }
        self.names = names
        self.meaning = meaning
    }

    /// Data points of services' own metrics that were dropped.
    var droppedPoints: UInt64 { state.withLock { $0.dropped } }

    /// Notes that spans of a service are being measured, and says which metrics to measure for it.
    func wanted(_ service: Text) -> Wanted {
        guard policy != .both else { return .all }
        let hash = service.hash(seed: seed)
        let sent = state.withLock { state -> UInt64 in
            if policy == .replace, state.measured.count < Self.serviceLimit { state.measured.insert(hash) }
            return policy == .keep ? state.sent[hash] ?? 0 : 0
        }
        guard sent != 0 else { return .all }
        var wanted = Wanted.all
        for (i, meaning) in meaning.enumerated() where sent & 1 << UInt64(i) != 0 {
            wanted.call &= ~meaning.call
            wanted.others &= ~meaning.others
        }
        return wanted
    }

    /// Looks through metrics on their way: notes which a service sends, and drops those that derived ones replace.
    func guardMetrics(_ batch: inout Batch, serviceName: Slot) {
        guard policy != .both, batch.signal == .metrics else { return }
        for scope in 0..<batch.scopeCount where !(batch.scopeName(scope) == "weir") {
            for item in batch.items(ofScope: scope) {
                batch.select(item)
                guard let name = place(of: batch.name) else { continue }
                let service = (batch.resourceValue(batch.resource(ofScope: scope), serviceName).text ?? .empty).hash(seed: seed)
                if decide(name, service, points: batch.weightOfItem) { batch.dropItem() }
            }
        }
    }

    private func place(of name: Text) -> Int? {
        guard name.hasPrefix("gen_ai.") else { return nil }
        return names.firstIndex { candidate in candidate.utf8.count == name.count && String(name) == candidate }
    }

    /// Whether a metric is to be dropped.
    private func decide(_ name: Int, _ service: UInt64, points: Int) -> Bool {
        state.withLock { state in
            if policy == .keep {
                if state.sent.count < Self.serviceLimit || state.sent[service] != nil {
                    state.sent[service, default: 0] |= 1 << UInt64(name)
                }
                return false
            }
            guard state.measured.contains(service) else { return false }
            state.dropped &+= UInt64(clamping: points)
            return true
        }
    }
}
