/// What a call used, as inclusive totals: input with its cached tokens, output with its reasoning. Nil is "not said".
package struct Usage: Equatable, Sendable, BitwiseCopyable {
    package var input: Int64?
    package var output: Int64?
    package var cacheRead: Int64?
    package var cacheWrite: Int64?
    /// The part of `cacheWrite` that lives an hour.
    package var cacheWrite1h: Int64?
    package var reasoning: Int64?

    package init() {}

    /// Whether anything was counted at all.
    package var isEmpty: Bool { input == nil && output == nil }
}
