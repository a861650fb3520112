import Synchronization

/// Weir's own telemetry: counters that only grow, and values that are read when somebody asks.
///
/// A component asks for its counters once, in `init`; counting is one relaxed atomic addition.
package final class Meters: Sendable {
    private struct State: ~Copyable {
        var counters: [Counter] = []
        var sources: [@Sendable () -> [Sample]] = []
    }
    private let state = Mutex(State())

    package init() {}

    /// A counter of the series `name{labels}`; asking again gives the same one.
    /// With `scale` it counts in a small unit and is read in a large one: nanoseconds and 1e-9 make seconds.
    package func counter(_ name: String, _ labels: [(String, String)] = [], scale: Double = 1, help: String) -> Counter {
        state.withLock { state in
            if let known = state.counters.first(where: { $0.name == name && same($0.labels, labels) }) { return known }
            let counter = Counter(name: name, labels: labels, scale: scale, help: help)
            state.counters.append(counter)
            return counter
        }
    }

    /// Samples that are made when the series are read: queue lengths, memory, a counter by a label that grows.
    package func source(_ samples: @escaping @Sendable () -> [Sample]) { state.withLock { $0.sources.append(samples) } }

    /// All series now.
    package var samples: [Sample] {
        let (counters, sources) = state.withLock { ($0.counters, $0.sources) }
        return counters.map(\.sample) + sources.flatMap { $0() }
    }

    private func same(_ a: [(String, String)], _ b: [(String, String)]) -> Bool {
        a.count == b.count && zip(a, b).allSatisfy { $0.0 == $1.0 && $0.1 == $1.1 }
    }
}

/// A number that only grows.
package final class Counter: Sendable {
    package let name: String
    package let labels: [(String, String)]
    package let help: String
    private let scale: Double
    private let total = Atomic<UInt64>(0)

    init(name: String, labels: [(String, String)], scale: Double, help: String) {
        self.scale = scale
        self.name = name
        self.labels = labels
        self.help = help
    }

    package func add(_ count: Int = 1) {
        guard count > 0 else { return }
        total.add(UInt64(count), ordering: .relaxed)
    }

    package var value: UInt64 { total.load(ordering: .relaxed) }

    var sample: Sample { Sample(name: name, labels: labels, value: Double(value) * scale, kind: .counter, help: help) }
}

/// One series of Weir's own telemetry at one moment. Names are Prometheus names (`weir_…_total` for counters).
package struct Sample: Sendable {
    package enum Kind: String, Sendable { case counter, gauge }

    package let name: String
    package let labels: [(String, String)]
    package let value: Double
    package let kind: Kind
    package let help: String

    package init(name: String, labels: [(String, String)] = [], value: Double, kind: Kind, help: String) {
        self.name = name
        self.labels = labels
        self.value = value
        self.kind = kind
        self.help = help
    }
}
