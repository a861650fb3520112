/// An exact sum of `count × rate`, rounded once at the end.
struct Amount {
    private var numerator: Int128 = 0
    /// 1 as long as every rate was a whole number of pico-dollars.
    private var denominator: Int128 = 1
    private(set) var overflowed = false

    /// Adds `count × rate ÷ divisor`.
    @inline(__always)
    mutating func add(_ count: Int64, _ rate: Ratio, over divisor: Int64 = 1) {
        let product = Int128(count) * Int128(rate.numerator)
        if denominator == 1, rate.denominator == 1, divisor == 1 {
            let (sum, overflow) = numerator.addingReportingOverflow(product)
            numerator = sum
            if overflow { overflowed = true }
        } else {
            addFraction(product, Int128(rate.denominator) * Int128(divisor))
        }
    }

    @inline(never)
    private mutating func addFraction(_ top: Int128, _ bottom: Int128) {
        let shared = Ratio.greatestCommonDivisor(denominator, bottom)
        let (common, a) = denominator.multipliedReportingOverflow(by: bottom / shared)
        let (left, b) = numerator.multipliedReportingOverflow(by: bottom / shared)
        let (right, c) = top.multipliedReportingOverflow(by: denominator / shared)
        let (sum, d) = left.addingReportingOverflow(right)
        if a || b || c || d { return overflowed = true }
        numerator = sum
        denominator = common
    }

    mutating func add(_ other: Amount) {
        overflowed = overflowed || other.overflowed
        if denominator == 1, other.denominator == 1 {
            let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
            numerator = sum
            if overflow { overflowed = true }
        } else {
            addFraction(other.numerator, other.denominator)
        }
    }

    /// Whole pico-dollars, halves to the even neighbour; `Int64.max` where that is not enough.
    @inline(__always)
    var rounded: Int64 {
        if overflowed { return .max }
        if denominator == 1 { return Int64(exactly: numerator) ?? .max }
        return roundedFraction
    }

    private var roundedFraction: Int64 {
        let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        let half = denominator - rest
        let up = rest > half || (rest == half && quotient & 1 == 1)
        return Int64(exactly: up ? quotient + 1 : quotient) ?? .max
    }
}
