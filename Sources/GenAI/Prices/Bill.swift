/// One call being added up: the rules that hold, and what has been charged under them.
struct Bill {
    let book: PriceBook
    let entry: CompiledEntry
    /// Bit i: rule `entry.firstRule + i` holds.
    var matched: UInt64 = 0

    private(set) var input = Amount()
    private(set) var output = Amount()
    private(set) var fees = Amount()
    /// Meters used that have no price at all.
    private(set) var missing = MeterSet()
    /// Sound and pictures charged at a text rate.
    private(set) var guessed = MeterSet()
    /// Whether any count above zero found a price.
    private(set) var charged = false

    init(book: PriceBook, entry: CompiledEntry) {
        self.book = book
        self.entry = entry
    }

    /// Charges `count` units of a meter, ÷ `divisor`; for want of a rate, at that of its parent.
    @inline(__always)
    mutating func add(_ meter: Meter, _ count: Int64, over divisor: Int64 = 1) {
        guard count > 0 else { return }
        addUsed(meter, count, divisor)
    }

    private mutating func addUsed(_ meter: Meter, _ used: Int64, _ divisor: Int64) {
        var priced = meter
        var found = rate(meter)
        while found.rate == nil, let parent = priced.parent {
            priced = parent
            found = rate(parent)
        }
        guard let rate = found.rate else { return missing.insert(meter) }
        charged = true
        if priced != meter, meter.isModality { guessed.insert(meter) }
        let count = max(used, found.minimum.multipliedReportingOverflow(by: divisor).partialValue)
        switch meter.side {
        case .input: input.add(count, rate, over: divisor)
        case .output: output.add(count, rate, over: divisor)
        case .fee: fees.add(count, rate, over: divisor)
        }
    }

    /// Whether a meter has a rate of its own.
    func has(_ meter: Meter) -> Bool { rate(meter).rate != nil }

    /// The rate of a meter itself, without falling back.
    func ownRate(_ meter: Meter) -> Ratio? { rate(meter).rate }

    /// The rate the matched rules leave for a meter, and the least that is billed.
    private func rate(_ meter: Meter) -> (rate: Ratio?, minimum: Int64) {
        var rate: Ratio?
        var minimum: Int64 = 0
        var rest = matched
        while rest != 0 {
            let rule = entry.firstRule &+ rest.trailingZeroBitCount
            rest &= rest &- 1
            var at = book.rules[rule].firstStep
            let end = book.rules[rule].endStep
            while at < end {
                let step = book.steps[at]
                at &+= 1
                switch step.kind {
                case .set: if step.meter == meter { rate = step.ratio }
                case .remove: if step.meter == meter { rate = nil }
                case .clear: rate = nil
                case .scale: if meter.isToken, let old = rate { rate = old.times(step.ratio) }
                case .scaleAll: if let old = rate { rate = old.times(step.ratio) }
                case .minimum: if step.meter == meter { minimum = step.ratio.numerator }
                case .free: rate = .zero
                case .unpriced: rate = nil
                }
            }
        }
        return (rate, minimum)
    }

    /// Whether the last word of the matched rules is that this costs nothing.
    var isFree: Bool {
        var free = false
        var rest = matched
        while rest != 0 {
            let rule = book.rules[entry.firstRule &+ rest.trailingZeroBitCount]
            rest &= rest &- 1
            for step in book.steps[rule.firstStep..<rule.endStep] {
                switch step.kind {
                case .free: free = true
                case .clear, .unpriced: free = false
                case .set: if step.ratio.numerator != 0 { free = false }
                default: break
                }
            }
        }
        return free
    }
}
