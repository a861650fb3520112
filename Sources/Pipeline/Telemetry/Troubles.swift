import Logging
import Synchronization

/// One log line per kind of trouble, at growing intervals: 1 s, doubling up to 5 min, with the number of those that were not said.
package final class Troubles: Sendable {
    private struct Kind {
        var nextAt: UInt64
        var interval: UInt64
        var silent: Int
    }

    private static let firstInterval: UInt64 = 1_000_000_000
    private static let longestInterval: UInt64 = 300_000_000_000
    private static let kindLimit = 256
    private let log: Logger
    private let clock: Clock
    private let kinds = Mutex<[String: Kind]>([:])

    package init(log: Logger, clock: Clock) {
        self.log = log
        self.clock = clock
    }

    /// Says it, unless the same was said a moment ago. The kind of a message is its text without digits.
    package func report(_ message: String, level: Logger.Level = .warning) {
        let now = clock.monotonicNanoseconds()
        let kind = String(message.unicodeScalars.filter { !("0"..."9").contains($0) }.prefix(200).map(Character.init))
        let silent: Int? = kinds.withLock { kinds in
            guard var known = kinds[kind] else {
                if kinds.count >= Self.kindLimit { kinds.removeAll() }
                kinds[kind] = Kind(nextAt: now + Self.firstInterval, interval: Self.firstInterval, silent: 0)
                return 0
            }
            guard now >= known.nextAt else {
                known.silent += 1
                kinds[kind] = known
                return nil
            }
            defer { kinds[kind] = known }
            known.interval = min(known.interval * 2, Self.longestInterval)
            known.nextAt = now + known.interval
            let silent = known.silent
            known.silent = 0
            return silent
        }
        guard let silent else { return }
        log.log(level: level, "\(message)\(silent > 0 ? " (and \(silent) more like it)" : "")")
    }
}
