import Synchronization

/// Who must be ready, and who is.
package final class Readiness: Sendable {
    private struct State: ~Copyable {
        var awaited: Set<String> = []
        var isOpen = false
    }
    private let state = Mutex(State())

    package init() {}

    func expect(_ name: String) { state.withLock { _ = $0.awaited.insert(name) } }

    func mark(_ name: String) { state.withLock { _ = $0.awaited.remove(name) } }

    /// The pipeline is set up; from here on only the awaited are missing.
    func open() { state.withLock { $0.isOpen = true } }

    /// Shutting down: not ready any more, before the listeners close.
    func close() { state.withLock { $0.isOpen = false } }

    package var isReady: Bool { state.withLock { $0.isOpen && $0.awaited.isEmpty } }

    /// Who is still missing.
    package var missing: [String] { state.withLock { $0.awaited.sorted() } }
}
