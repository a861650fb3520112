import Glibc

/// Times as people type them.
package enum CallClock {
    /// Unix seconds.
    package static var now: Int64 { Int64(time(nil)) }
    /// Unix seconds of `2026-08-21` or `2026-08-21T02:00:00Z`.
    package static func seconds(_ text: String) -> Int64? { Instant.seconds(text) }
    package static func text(_ seconds: Int64) -> String { Instant.text(seconds) }
}
