/// What one call used, as totals that include their parts (`prices.md` 2.2). Nil is "not said", which is not 0.
package struct BillableUsage: Equatable, Sendable {
    /// The whole prompt, cached and written tokens among it.
    package var input: Int64?
    /// Everything generated, reasoning among it.
    package var output: Int64?

    // Parts of `input`.
    package var cacheRead: Int64 = 0
    package var cacheWrite: Int64 = 0
    package var inputAudio: Int64 = 0
    package var inputImage: Int64 = 0
    package var inputVideo: Int64 = 0

    // Parts of parts.
    package var cacheWrite5m: Int64 = 0
    package var cacheWrite1h: Int64 = 0
    package var cacheWrite12h: Int64 = 0
    package var cacheReadAudio: Int64 = 0
    package var cacheReadImage: Int64 = 0

    // Parts of `output`.
    package var reasoning: Int64 = 0
    package var citation: Int64 = 0
    package var outputAudio: Int64 = 0
    package var outputImage: Int64 = 0
    package var outputVideo: Int64 = 0

    /// Everything a provider counts that is no token.
    package var others = OtherUsage()

    package init(input: Int64? = nil, output: Int64? = nil) {
        self.input = input
        self.output = output
    }
}

/// Counts that are not tokens.
package struct OtherUsage: Equatable, Sendable {
    package var webSearches: Int64 = 0
    package var xSearches: Int64 = 0
    package var fileSearches: Int64 = 0
    package var codeRuns: Int64 = 0
    package var mapQueries: Int64 = 0
    /// Thousandths, since providers bill parts of a second.
    package var audioMilliseconds: Int64 = 0
    package var videoMilliseconds: Int64 = 0
    package var characters: Int64 = 0
    package var pages: Int64 = 0
    package var annotatedPages: Int64 = 0
    package var images: Int64 = 0
    package var pixels: Int64 = 0
    package var rerankQueries: Int64 = 0
    package var messages: Int64 = 0

    package init() {}
}

extension BillableUsage {
    /// Whether nothing at all was said.
    var isEmpty: Bool { input == nil && output == nil && self == BillableUsage() }

    /// Some count is below zero, which no provider bills.
    var hasNegative: Bool {
        let sums = cacheRead | cacheWrite | inputAudio | inputImage | inputVideo | cacheWrite5m | cacheWrite1h | cacheWrite12h
        let outs = cacheReadAudio | cacheReadImage | reasoning | citation | outputAudio | outputImage | outputVideo
        return (input ?? 0) | (output ?? 0) | sums | outs | others.signs < 0
    }
}

extension OtherUsage {
    /// Negative where any count is.
    fileprivate var signs: Int64 {
        let tools = webSearches | xSearches | fileSearches | codeRuns | mapQueries | rerankQueries | messages
        return tools | audioMilliseconds | videoMilliseconds | characters | pages | annotatedPages | images | pixels
    }
}
