import Synchronization

/// Several copies of a measuring state, each behind a lock that is taken once per batch: whoever comes takes one that is free.
///
/// House.md, "Concurrency": decide under the lock. There are as many copies as cores, so that a lane hardly ever waits.
package final class Shards<State: Sendable & ~Copyable>: Sendable {
    private let shards: [Shard]
    private let turn = Atomic<Int>(0)

    private final class Shard: Sendable {
        let state: Mutex<State>
        init(_ state: consuming State) { self.state = Mutex(state) }
    }

    /// `make` is called `count` times.
    package init(count: Int, _ make: () -> State) {
        shards = (0..<max(count, 1)).map { _ in Shard(make()) }
    }

    package var count: Int { shards.count }

    /// Lends a copy that nobody else uses at the moment.
    package func withAny<R>(_ body: (inout State) -> R) -> R {
        for shard in shards {
            if let result = shard.state.withLockIfAvailable({ lock in Box(value: body(&lock)) }) { return result.value }
        }
        let next = turn.wrappingAdd(1, ordering: .relaxed).newValue
        return shards[next & Int.max % shards.count].state.withLock { body(&$0) }
    }

    /// Lends every copy in turn.
    package func forEach(_ body: (inout State) -> Void) {
        for shard in shards { shard.state.withLock { body(&$0) } }
    }

    /// Tells `nil` from "not available".
    private struct Box<R> {
        let value: R
    }
}
