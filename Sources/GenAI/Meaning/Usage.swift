/// What a call used, as inclusive totals: input with its cached tokens, output with its reasoning. Nil is "not said".
package struct Usage: Equatable, Sendable, BitwiseCopyable {
    package var input: Int64?
    package var output: Int64?
    package var cacheRead: Int64?
    package var cacheWrite: Int64?
    /// The part of `cacheWrite` that lives an hour.
    package var cacheWrite1h: Int64?
    package var reasoning: Int64?
    /// What was not text, as parts of the counts above.
    package var parts = Parts()

    /// Sound and pictures, which have prices of their own. 0 where nothing is said of them.
    package struct Parts: Equatable, Sendable, BitwiseCopyable {
        package var inputAudio: Int64 = 0
        package var cacheReadAudio: Int64 = 0
        package var inputImage: Int64 = 0
        package var outputAudio: Int64 = 0
        package var outputImage: Int64 = 0

        var isEmpty: Bool { inputAudio | cacheReadAudio | inputImage | outputAudio | outputImage == 0 }
    }

    package init() {}

    /// Whether anything was counted at all.
    package var isEmpty: Bool { input == nil && output == nil }
}
