/// Inclusive totals taken apart into counts that do not overlap (`prices.md` 2.2).
///
/// Nothing is ever clamped: a bucket below zero means that the totals cannot be what they say.
struct Buckets {
    /// The whole prompt, as far as it is known.
    private(set) var prompt: Int64
    /// The input was read as not including its cached tokens.
    private(set) var isExclusive = false
    /// Cached text.
    let cacheRead: Int64
    /// Written without a stated lifetime.
    let cacheWrite: Int64
    let audio: Int64
    let image: Int64
    /// What is left of the input.
    private(set) var plainInput: Int64
    /// What is left of the output; without a total, only its parts are known.
    let text: Int64
    /// The whole output, as far as it is known.
    let generated: Int64

    /// Nil where no reading makes sense.
    init?(_ usage: BillableUsage) {
        guard usage.isReasonable else { return nil }
        let cached = usage.cacheRead &+ usage.cacheWrite
        cacheRead = usage.cacheRead &- usage.cacheReadAudio &- usage.cacheReadImage
        cacheWrite = usage.cacheWrite &- usage.cacheWrite5m &- usage.cacheWrite1h &- usage.cacheWrite12h
        audio = usage.inputAudio &- usage.cacheReadAudio
        image = usage.inputImage &- usage.cacheReadImage
        let parts = cached &+ audio &+ image &+ usage.inputVideo
        if let input = usage.input { prompt = input } else { prompt = parts }
        plainInput = prompt &- parts
        let outputParts = usage.outputParts
        if let output = usage.output { generated = output } else { generated = outputParts }
        text = generated &- outputParts
        guard cacheRead | cacheWrite | audio | image | text >= 0 else { return nil }
        if plainInput < 0 {
            prompt &+= cached
            plainInput &+= cached
            isExclusive = true
            guard plainInput >= 0 else { return nil }
        }
    }
}

extension Buckets {
    /// Every kind of token and how many there were, parts without their own parts.
    @inline(__always)
    func eachToken(of usage: BillableUsage, _ body: (Meter, Int64) -> Void) {
        body(.in, plainInput)
        body(.cr, cacheRead)
        body(.cw, cacheWrite)
        body(.cw5m, usage.cacheWrite5m)
        body(.cw1h, usage.cacheWrite1h)
        body(.cw12h, usage.cacheWrite12h)
        body(.ain, audio)
        body(.acr, usage.cacheReadAudio)
        body(.iin, image)
        body(.icr, usage.cacheReadImage)
        body(.vin, usage.inputVideo)
        body(.out, text)
        body(.think, usage.reasoning)
        body(.cite, usage.citation)
        body(.aout, usage.outputAudio)
        body(.iout, usage.outputImage)
        body(.vout, usage.outputVideo)
    }
}
