import Synchronization

/// What components put up for the admin listener, without knowing it: more text for `/metrics`, facts for `/api/v1/status`, and what pages are
/// made of.
package final class Noticeboard: Sendable {
    /// The formats a scraper may ask for.
    package enum Exposition: Sendable { case text, openMetrics }

    private struct State: ~Copyable {
        var expositions: [@Sendable (Exposition) -> [UInt8]] = []
        var facts: [(name: String, read: @Sendable () -> [(String, String)])] = []
        var offers: [any Sendable] = []
    }
    private let state = Mutex(State())

    package init() {}

    /// Families in Prometheus text, without the closing `# EOF`.
    package func publish(exposition: @escaping @Sendable (Exposition) -> [UInt8]) {
        state.withLock { $0.expositions.append(exposition) }
    }

    /// Facts about a component, as key and value.
    package func publish(_ name: String, facts: @escaping @Sendable () -> [(String, String)]) {
        state.withLock { $0.facts.append((name, facts)) }
    }

    /// Something that the admin listener may know how to show, such as the door of a store.
    package func offer(_ thing: any Sendable) { state.withLock { $0.offers.append(thing) } }

    package func offers<Thing: Sendable>(_: Thing.Type) -> [Thing] { state.withLock { $0.offers }.compactMap { $0 as? Thing } }

    package func exposition(_ format: Exposition) -> [UInt8] {
        let sources = state.withLock { $0.expositions }
        return sources.flatMap { $0(format) }
    }

    package var facts: [(name: String, facts: [(String, String)])] {
        let sources = state.withLock { $0.facts }
        return sources.map { ($0.name, $0.read()) }
    }
}
