/// Inclusive totals taken apart into counts that do not overlap (`prices.md` 2.2).
///
/// Nothing is ever clamped: a bucket below zero means that the totals cannot be what they say.
struct Buckets {
    let usage: BillableUsage
    /// The whole prompt, as far as it is known.
    private(set) var prompt: Int64
    /// The input was read as not including its cached tokens.
    private(set) var isExclusive = false

    /// Nil where no reading makes sense.
    init?(_ usage: BillableUsage) {
        self.usage = usage
        guard !usage.hasNegative else { return nil }
        let cached = usage.cacheRead &+ usage.cacheWrite
        prompt = usage.input ?? cached &+ usage.inputAudio &+ usage.inputImage &+ usage.inputVideo
        guard Buckets.isReasonable(usage), cacheRead >= 0, cacheWrite >= 0, audio >= 0, image >= 0, text >= 0 else { return nil }
        if plainInput < 0 {
            prompt += cached
            isExclusive = true
            guard plainInput >= 0 else { return nil }
        }
    }

    /// Counts beyond 2^52 are no counts; below it no sum here can overflow.
    private static func isReasonable(_ usage: BillableUsage) -> Bool {
        let all =
            (usage.input ?? 0) | (usage.output ?? 0) | usage.cacheRead | usage.cacheWrite | usage.inputAudio | usage.inputImage
            | usage.inputVideo | usage.reasoning | usage.citation
        let parts =
            usage.cacheWrite5m | usage.cacheWrite1h | usage.cacheWrite12h | usage.cacheReadAudio | usage.cacheReadImage | usage.outputAudio
            | usage.outputImage | usage.outputVideo
        return (all | parts) >> 52 == 0
    }

    /// Cached text.
    var cacheRead: Int64 { usage.cacheRead &- usage.cacheReadAudio &- usage.cacheReadImage }
    /// Written without a stated lifetime.
    var cacheWrite: Int64 { usage.cacheWrite &- usage.cacheWrite5m &- usage.cacheWrite1h &- usage.cacheWrite12h }
    var audio: Int64 { usage.inputAudio &- usage.cacheReadAudio }
    var image: Int64 { usage.inputImage &- usage.cacheReadImage }
    /// What is left of the input.
    var plainInput: Int64 { prompt &- usage.cacheRead &- usage.cacheWrite &- audio &- image &- usage.inputVideo }

    private var parts: Int64 {
        usage.reasoning &+ usage.citation &+ usage.outputAudio &+ usage.outputImage &+ usage.outputVideo
    }
    /// What is left of the output; without a total, only its parts are known.
    var text: Int64 { usage.output.map { $0 &- parts } ?? 0 }
}
