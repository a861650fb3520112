import Pipeline
import Synchronization

/// What is left of payloads that were delivered in part and will be tried again.
final class UnfinishedParts: Sendable {
    private let held = Mutex<[Portions]>([])
    private let limit: Int

    /// At most `limit` payloads are under way at once; what the pipeline gave up is pushed out by others.
    init(limit: Int) { self.limit = limit }

    func hold(_ portions: Portions) {
        held.withLock {
            if $0.count >= limit { $0.removeFirst() }
            $0.append(portions)
        }
    }

    func take(_ payload: Payload) -> Portions? {
        held.withLock { held in held.firstIndex { $0.payload === payload }.map { held.remove(at: $0) } }
    }
}
