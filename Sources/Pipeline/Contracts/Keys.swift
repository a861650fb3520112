import OTLP
import Synchronization

/// Hands out slots for attribute keys while components are made; closed once the lanes are built.
package final class Keys: Sendable {
    private let registry = Mutex(KeyRegistry())

    package init() {}

    package func slot(_ key: String) -> Slot { registry.withLock { $0.slot(key) } }

    /// For a room that registers many keys at once.
    package func register<R>(_ body: (inout KeyRegistry) -> sending R) -> sending R { registry.withLock { body(&$0) } }

    package var table: KeyTable { registry.withLock { KeyTable($0) } }
}
