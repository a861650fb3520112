import Synchronization

/// What is read again on SIGHUP: prices, certificates. Components register in `init`, through their context.
package final class Reloads: Sendable {
    package typealias Reload = @Sendable () async throws -> Void

    private let registered = Mutex<[(name: String, reload: Reload)]>([])

    package init() {}

    func add(_ name: String, _ reload: @escaping Reload) { registered.withLock { $0.append((name, reload)) } }

    /// Runs all, in the order of their registration. Who fails must have stayed as it was; the others are reloaded all the same.
    package func run() async -> [(name: String, failure: (any Error)?)] {
        var outcomes: [(name: String, failure: (any Error)?)] = []
        for (name, reload) in registered.withLock({ $0 }) {
            do {
                try await reload()
                outcomes.append((name, nil))
            } catch {
                outcomes.append((name, error))
            }
        }
        return outcomes
    }
}
