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
    /// Only where the last call of that name had the same rules. `moment` is in Unix nanoseconds.
    func cost(
        _ usage: TextUsage, _ name: PriceName, _ moment: (start: UInt64, end: UInt64), _ memory: inout PriceMemory
    ) -> PricedCall.Cost? {
        guard name != .none, usage.isReasonable, let slot = memory.names.find(name) else { return nil }
        let resolution = memory.names.resolution(slot)
        let nanos = resolution.usesEnd && moment.end > 0 ? moment.end : moment.start
        guard resolution.entry >= 0, !resolution.ignoresPlace, let place = memory.plainSheet(slot, usage.input, nanos),
            let cost = memory.sheets[place].cost(usage, resolution.entry)
        else { return nil }
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
