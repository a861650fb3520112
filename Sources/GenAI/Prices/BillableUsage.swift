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
    @inline(__always)
    var isEmpty: Bool { input == nil && output == nil && inputBits | outputParts | others.bits == 0 }

    /// Whether every count is one: not below zero, which nobody bills, nor beyond 2^52, so that no sum here can overflow.
    @inline(__always)
    var isReasonable: Bool { ((input ?? 0) | (output ?? 0) | inputBits | outputBits | others.bits) >> 52 == 0 }

    @inline(__always)
    private var inputBits: Int64 {
        cacheRead | cacheWrite | inputAudio | inputImage | inputVideo | cacheWrite5m | cacheWrite1h | cacheWrite12h | cacheReadAudio
            | cacheReadImage
    }

    @inline(__always)
    private var outputBits: Int64 { reasoning | citation | outputAudio | outputImage | outputVideo }

    /// The parts of the output together.
    @inline(__always)
    var outputParts: Int64 { reasoning &+ citation &+ outputAudio &+ outputImage &+ outputVideo }
}

extension OtherUsage {
    /// Zero where every count is, negative where any is.
    @inline(__always)
    var bits: Int64 {
        webSearches | xSearches | fileSearches | codeRuns | mapQueries | rerankQueries | messages | audioMilliseconds | videoMilliseconds
            | characters | pages | annotatedPages | images | pixels
    }
}

extension OtherUsage {
    /// Whether something is counted in thousandths.
    @inline(__always)
    var hasSeconds: Bool { audioMilliseconds | videoMilliseconds != 0 }

    /// Every count that is no token, but for searches, and how many of it make one unit of its price.
    @inline(__always)
    func each(_ body: (Meter, Int64, _ divisor: Int64) -> Void) {
        body(.xsearch, xSearches, 1)
        body(.files, fileSearches, 1)
        body(.code, codeRuns, 1)
        body(.maps, mapQueries, 1)
        body(.asec, audioMilliseconds, 1000)
        body(.vsec, videoMilliseconds, 1000)
        body(.char, characters, 1)
        body(.page, pages, 1)
        body(.apage, annotatedPages, 1)
        body(.img, images, 1)
        body(.px, pixels, 1)
        body(.rerank, rerankQueries, 1)
        body(.msg, messages, 1)
    }
}
