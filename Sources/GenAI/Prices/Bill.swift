/// One call being added up: the rules that hold, and what has been charged under them.
struct Bill {
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

    init(_ entry: CompiledEntry) { self.entry = entry }

    /// Charges `count` units of a meter, ÷ `divisor`; for want of a rate, at that of its parent.
    @inline(__always)
    mutating func add(_ meter: Meter, _ count: Int64, _ book: PriceBook, over divisor: Int64 = 1) {
        guard count > 0 else { return }
        addUsed(meter, count, book, divisor)
    }

    private mutating func addUsed(_ meter: Meter, _ used: Int64, _ book: PriceBook, _ divisor: Int64) {
        var priced = meter
        var rate = ratio(meter, book)
        while rate.numerator < 0, let parent = priced.parent {
            priced = parent
            rate = ratio(parent, book)
        }
        guard rate.numerator >= 0 else { return missing.insert(meter) }
        charged = true
        if priced != meter, meter.isModality { guessed.insert(meter) }
        var count = used
        if entry.hasMinimum {
            let (least, overflow) = minimum(priced, book).multipliedReportingOverflow(by: divisor)
            if !overflow { count = max(used, least) }
        }
        switch meter.side {
        case .input: input.add(count, rate, over: divisor)
        case .output: output.add(count, rate, over: divisor)
        case .fee: fees.add(count, rate, over: divisor)
        }
    }

    /// Whether a meter has a rate of its own.
    func has(_ meter: Meter, _ book: PriceBook) -> Bool { ratio(meter, book).numerator >= 0 }

    /// The rate of a meter itself, without falling back.
    func ownRate(_ meter: Meter, _ book: PriceBook) -> Ratio? {
        let rate = ratio(meter, book)
        return rate.numerator >= 0 ? rate : nil
    }

    /// The rate the matched rules leave for a meter; below zero where they leave none, which is quicker than an optional.
    @inline(__always)
    private func ratio(_ meter: Meter, _ book: PriceBook) -> Ratio {
        guard entry.meters.contains(meter) || entry.canBeFree else { return .none }
        return ruledRatio(meter, book)
    }

    private func ruledRatio(_ meter: Meter, _ book: PriceBook) -> Ratio {
        var rate = Ratio.none
        var rest = matched
        while rest != 0 {
            let rule = entry.firstRule &+ rest.trailingZeroBitCount
            rest &= rest &- 1
            let table = book.rules[rule].table
            if !table.isEmpty {
                if table.contains(meter) { rate = book.steps[book.rules[rule].firstStep &+ table.count(before: meter)].ratio }
                continue
            }
            var at = book.rules[rule].firstStep
            let end = book.rules[rule].endStep
            while at < end {
                switch book.steps[at].kind {
                case .set: if book.steps[at].meter == meter { rate = book.steps[at].ratio }
                case .remove: if book.steps[at].meter == meter { rate = .none }
                case .clear, .unpriced: rate = .none
                case .scale: if meter.isToken, rate.numerator >= 0 { rate = rate.times(book.steps[at].ratio) ?? .none }
                case .scaleAll: if rate.numerator >= 0 { rate = rate.times(book.steps[at].ratio) ?? .none }
                case .free: rate = .zero
                case .minimum: break
                }
                at &+= 1
            }
        }
        return rate
    }

    /// The least that is billed of a meter.
    private func minimum(_ meter: Meter, _ book: PriceBook) -> Int64 {
        var least: Int64 = 0
        var rest = matched
        while rest != 0 {
            let rule = book.rules[entry.firstRule &+ rest.trailingZeroBitCount]
            rest &= rest &- 1
            for step in book.steps[rule.firstStep..<rule.endStep] where step.kind == .minimum && step.meter == meter {
                least = step.ratio.numerator
            }
        }
        return least
    }

    /// Whether the last word of the matched rules is that this costs nothing.
    func isFree(_ book: PriceBook) -> Bool {
        guard entry.canBeFree else { return false }
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
