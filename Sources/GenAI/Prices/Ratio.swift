/// An exact fraction, not negative: a rate in pico-dollars per unit, or a multiplier.
///
/// Nearly every list price is a whole number of pico-dollars per token, so the denominator is nearly always 1; rates per hour and
/// discounts are why it exists at all. See `prices.md` 3.6.
package struct Ratio: Equatable, Sendable {
    package let numerator: Int64
    /// Always above zero.
    package let denominator: Int64

    static let zero = Ratio(whole: 0)
    static let one = Ratio(whole: 1)
    /// No rate at all, for places that are too hot for an optional. Never a result of arithmetic.
    @inline(__always)
    static var none: Ratio { Ratio(whole: -1) }

    init(whole: Int64) {
        numerator = whole
        denominator = 1
    }

    /// The fraction in lowest terms; nil if it is negative, has no denominator, or needs more than 63 bits.
    init?(_ numerator: Int128, over denominator: Int128) {
        guard numerator >= 0, denominator > 0 else { return nil }
        let divisor = Ratio.greatestCommonDivisor(numerator, denominator)
        guard let top = Int64(exactly: numerator / divisor), let bottom = Int64(exactly: denominator / divisor) else { return nil }
        self.numerator = top
        self.denominator = bottom
    }

    /// The exact product; nil where it does not fit.
    @inline(__always)
    func times(_ other: Ratio) -> Ratio? {
        let (product, overflow) = numerator.multipliedReportingOverflow(by: other.numerator)
        if !overflow, denominator == 1, product % other.denominator == 0 {
            return Ratio(whole: product / other.denominator)
        }
        return Ratio(Int128(numerator) * Int128(other.numerator), over: Int128(denominator) * Int128(other.denominator))
    }

    /// Euclid's; at least 1, so that it can always be divided by.
    static func greatestCommonDivisor(_ a: Int128, _ b: Int128) -> Int128 {
        var x = a
        var y = b
        while y != 0 { (x, y) = (y, x % y) }
        return max(x, 1)
    }
}
