/// What one model costs under one set of its rules, worked out once: a rate for every meter, its parent's where it has none.
struct RateSheet {
    /// Meters with a rate of their own.
    private(set) var own = MeterSet()
    /// Meters with a rate, their own or a parent's.
    private(set) var priced = MeterSet()
    /// Sound and pictures that are charged at a text rate.
    private(set) var guessed = MeterSet()
    /// The last word of the rules is that this costs nothing.
    private(set) var isFree = false
    /// No count up to here can overflow a sum of products; -1 where some rate is no whole number, or has a minimum. Seconds aside.
    private(set) var quickLimit: Int64 = -1
    /// By meter; 0 where there is none.
    private var rates = PerMeter<Ratio>(repeating: .zero)
    /// The least that is billed, by meter.
    private var minimums = PerMeter<Int64>(repeating: 0)

    /// Bit i of `matched`: rule `entry.firstRule + i` holds.
    init(_ book: PriceBook, _ entry: CompiledEntry, _ matched: UInt64) {
        var free = false
        var ruled = PerMeter<Ratio>(repeating: .none)
        var rest = matched
        while rest != 0 {
            let rule = book.rules[entry.firstRule &+ rest.trailingZeroBitCount]
            rest &= rest &- 1
            for step in book.steps[rule.firstStep..<rule.endStep] { apply(step, &ruled, &free) }
        }
        isFree = free
        for meter in Meter.allCases { settle(meter, ruled) }
        setLimit()
    }

    /// The rate of a meter: its own, else its parent's, else zero.
    @inline(__always)
    subscript(_ meter: Meter) -> Ratio { rates[Int(meter.rawValue)] }

    @inline(__always)
    func minimum(_ meter: Meter) -> Int64 { minimums[Int(meter.rawValue)] }

    // MARK: - Made from rules

    private mutating func apply(_ step: CompiledStep, _ ruled: inout PerMeter<Ratio>, _ free: inout Bool) {
        let at = Int(step.meter.rawValue)
        switch step.kind {
        case .set:
            ruled[at] = step.ratio
            if step.ratio.numerator != 0 { free = false }
        case .remove: ruled[at] = .none
        case .clear, .unpriced:
            for i in ruled.indices { ruled[i] = .none }
            free = false
        case .scale, .scaleAll:
            for meter in Meter.allCases where step.kind == .scaleAll || meter.isToken {
                let i = Int(meter.rawValue)
                if ruled[i].numerator >= 0 { ruled[i] = ruled[i].times(step.ratio) ?? .none }
            }
        case .free:
            for i in ruled.indices { ruled[i] = .zero }
            free = true
        case .minimum: minimums[at] = step.ratio.numerator
        }
    }

    /// Takes a meter's rate from what the rules left, going up to its parents for want of one.
    private mutating func settle(_ meter: Meter, _ ruled: borrowing PerMeter<Ratio>) {
        var source = meter
        while ruled[Int(source.rawValue)].numerator < 0 {
            guard let parent = source.parent else { return }
            source = parent
        }
        priced.insert(meter)
        if source == meter { own.insert(meter) } else if meter.isModality { guessed.insert(meter) }
        rates[Int(meter.rawValue)] = ruled[Int(source.rawValue)]
        if source != meter { minimums[Int(meter.rawValue)] = minimums[Int(source.rawValue)] }
    }

    private mutating func setLimit() {
        var largest: Int64 = 1
        for meter in Meter.allCases where !meter.isSeconds {
            guard self[meter].denominator == 1, minimum(meter) == 0 else { return }
            largest = max(largest, self[meter].numerator)
        }
        quickLimit = .max / largest / 64
    }
}
