/// An exact sum of `count × rate`, rounded once at the end.
struct Amount {
    /// Whole pico-dollars, as long as they fit: nearly always all there is.
    private var whole: Int64 = 0
    /// What did not fit or was not whole, as a fraction to be added.
    private var numerator: Int128 = 0
    private var denominator: Int128 = 1
    private var isWhole = true
    private(set) var overflowed = false

    /// Adds `count × rate ÷ divisor`.
    @inline(__always)
    mutating func add(_ count: Int64, _ rate: Ratio, over divisor: Int64 = 1) {
        if rate.denominator == 1, divisor == 1 {
            let (product, a) = count.multipliedReportingOverflow(by: rate.numerator)
            let (sum, b) = whole.addingReportingOverflow(product)
            if !a, !b {
                whole = sum
                return
            }
        }
        addFraction(Int128(count) * Int128(rate.numerator), Int128(rate.denominator) * Int128(divisor))
    }

    @inline(never)
    private mutating func addFraction(_ top: Int128, _ bottom: Int128) {
        isWhole = false
        let shared = Ratio.greatestCommonDivisor(denominator, bottom)
        let (common, a) = denominator.multipliedReportingOverflow(by: bottom / shared)
        let (left, b) = numerator.multipliedReportingOverflow(by: bottom / shared)
        let (right, c) = top.multipliedReportingOverflow(by: denominator / shared)
        let (sum, d) = left.addingReportingOverflow(right)
        if a || b || c || d { return overflowed = true }
        numerator = sum
        denominator = common
    }

    @inline(__always)
    mutating func add(_ other: borrowing Amount) {
        let (sum, overflow) = whole.addingReportingOverflow(other.whole)
        if other.isWhole, !overflow { whole = sum } else { addMixed(other.whole, other.numerator, other.denominator, other.overflowed) }
    }

    @inline(never)
    private mutating func addMixed(_ whole: Int64, _ top: Int128, _ bottom: Int128, _ overflowed: Bool) {
        self.overflowed = self.overflowed || overflowed
        addFraction(Int128(whole), 1)
        addFraction(top, bottom)
    }

    /// Whole pico-dollars, halves to the even neighbour; `Int64.max` where that is not enough.
    @inline(__always)
    var rounded: Int64 { isWhole ? whole : roundedFraction }

    private var roundedFraction: Int64 {
        let (all, a) = Int128(whole).multipliedReportingOverflow(by: denominator)
        let (sum, b) = all.addingReportingOverflow(numerator)
        if overflowed || a || b { return .max }
        let (quotient, rest) = sum.quotientAndRemainder(dividingBy: denominator)
        let half = denominator - rest
        let up = rest > half || (rest == half && quotient & 1 == 1)
        return Int64(exactly: up ? quotient + 1 : quotient) ?? .max
    }
}
