import Wire

/// What nearly every call uses: text, some of it from a cache, some of it only thought. Inclusive totals, none below zero.
struct TextUsage: BitwiseCopyable {
    let input: Int64
    let output: Int64
    let cacheRead: Int64
    let cacheWrite: Int64
    let reasoning: Int64

    /// Nil where something else was used, or a total is not known.
    @inline(__always)
    init?(_ usage: borrowing Usage) {
        guard let input = usage.input, let output = usage.output, usage.cacheWrite1h == nil, usage.parts.isEmpty else { return nil }
        self.init(
            input: input, output: output, cacheRead: usage.cacheRead ?? 0, cacheWrite: usage.cacheWrite ?? 0,
            reasoning: usage.reasoning ?? 0)
    }

    init(input: Int64, output: Int64, cacheRead: Int64, cacheWrite: Int64, reasoning: Int64) {
        (self.input, self.output) = (input, output)
        (self.cacheRead, self.cacheWrite, self.reasoning) = (cacheRead, cacheWrite, reasoning)
    }

    fileprivate var plainInput: Int64 { input &- cacheRead &- cacheWrite }
    fileprivate var text: Int64 { output &- reasoning }

    /// Whether the parts fit into the totals, and no sum here can overflow.
    fileprivate var isReasonable: Bool {
        (input | output | cacheRead | cacheWrite | reasoning) >> 52 == 0 && plainInput | text >= 0
    }

    fileprivate var meters: MeterSet {
        func bit(_ meter: Meter, _ count: Int64) -> UInt64 { (count == 0 ? 0 : 1) &<< UInt64(meter.rawValue) }
        return MeterSet(
            bits: bit(.in, plainInput) | bit(.cr, cacheRead) | bit(.cw, cacheWrite) | bit(.out, text) | bit(.think, reasoning))
    }
}

extension PriceBook {
    /// The cost of a call about which nothing else is to be said; nil where it needs a closer look. What it gives, `price` gives too.
    ///
    /// Only for names that are remembered. `attribute` as there.
    func cost(
        _ usage: TextUsage, _ context: PriceContext, _ memory: inout PriceMemory, attribute: (Int) -> Text
    ) -> PricedCall.Cost? {
        guard context.name != .none, usage.isReasonable, let slot = memory.names.find(context.name) else { return nil }
        let resolution = memory.names.resolution(slot)
        guard resolution.entry >= 0, !resolution.ignoresPlace else { return nil }
        let place = memory.sheet(slot, usage.input, context, attribute, self)
        guard let cost = memory.sheets[place].cost(usage, resolution.entry) else { return nil }
        count(cost, UInt64(usage.input &+ usage.output), &memory)
        return cost
    }
}

extension RateSheet {
    @inline(__always)
    fileprivate func cost(_ usage: TextUsage, _ entry: Int32) -> PricedCall.Cost? {
        guard max(usage.input, usage.output) <= quickLimit, !own.contains(.req), usage.meters.subtracting(priced).isEmpty else {
            return nil
        }
        let input =
            usage.plainInput &* self[.in].numerator &+ usage.cacheRead &* self[.cr].numerator &+ usage.cacheWrite &* self[.cw].numerator
        let output = usage.text &* self[.out].numerator &+ usage.reasoning &* self[.think].numerator
        guard input &+ output > 0 else { return nil }
        return PricedCall.Cost(total: input &+ output, input: input, output: output, entry: entry, detail: .none)
    }
}
