/// Decimal numbers read from and written as text, exactly: no binary floating point in between.
///
/// A price such as 0.003625 has no exact `Double`; read as text it is 3625 with a scale of 6.
struct DecimalText: Equatable {
    /// The digits as one number, at most 30 of them.
    let digits: Int128
    /// The value is `digits` times ten to this power.
    let exponent: Int

    /// Reads `12`, `0.0125`, `.5`, `1.4e-07`. Nil for a sign in front, anything else, or more than 30 digits.
    init?(_ bytes: some Sequence<UInt8>) {
        var reading = Reading()
        for byte in bytes where !reading.take(byte) { return nil }
        guard let exponent = reading.exponent, reading.digitCount > 0 else { return nil }
        digits = reading.digits
        self.exponent = exponent
    }

    init(digits: Int128, exponent: Int) {
        self.digits = digits
        self.exponent = exponent
    }

    /// `digits × 10^(exponent + shift)` divided by `divisor`, exactly.
    func ratio(shiftedBy shift: Int, over divisor: Int64) -> Ratio? {
        let power = exponent + shift
        if digits == 0 { return .zero }
        guard let scale = DecimalText.powerOfTen(abs(power)) else { return nil }
        if power < 0 {
            let (bottom, overflow) = scale.multipliedReportingOverflow(by: Int128(divisor))
            return overflow ? nil : Ratio(digits, over: bottom)
        }
        let (top, overflow) = digits.multipliedReportingOverflow(by: scale)
        return overflow ? nil : Ratio(top, over: Int128(divisor))
    }

    /// Ten to the power of `n`, up to 36.
    static func powerOfTen(_ n: Int) -> Int128? {
        guard n >= 0, n <= 36 else { return nil }
        var value: Int128 = 1
        for _ in 0..<n { value *= 10 }
        return value
    }
}

extension DecimalText {
    /// The state of reading one number, a byte at a time.
    private struct Reading {
        var digits: Int128 = 0
        var digitCount = 0
        private var decimals = 0
        private var point = false
        private var power: Int?
        private var powerSign = 0
        private var powerDigits = 0

        /// False where the byte cannot stand here.
        mutating func take(_ byte: UInt8) -> Bool {
            switch byte {
            case 48...57:
                return power == nil ? takeDigit(Int128(byte - 48)) : takePowerDigit(Int(byte - 48))
            case UInt8(ascii: "."):
                guard !point, power == nil else { return false }
                point = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                guard power == nil, digitCount > 0 else { return false }
                power = 0
            case UInt8(ascii: "+"), UInt8(ascii: "-"):
                guard power != nil, powerSign == 0, powerDigits == 0 else { return false }
                powerSign = byte == UInt8(ascii: "-") ? -1 : 1
            default:
                return false
            }
            return true
        }

        private mutating func takeDigit(_ digit: Int128) -> Bool {
            digitCount += 1
            guard digitCount <= 30 else { return false }
            digits = digits * 10 + digit
            if point { decimals += 1 }
            return true
        }

        private mutating func takePowerDigit(_ digit: Int) -> Bool {
            powerDigits += 1
            power = (power ?? 0) * 10 + digit
            return powerDigits <= 2
        }

        /// The power of ten of the whole; nil where `e` had no digits after it.
        var exponent: Int? {
            guard let power else { return -decimals }
            return powerDigits > 0 ? power * (powerSign < 0 ? -1 : 1) - decimals : nil
        }
    }
}

extension Ratio {
    /// The value times `factor` over `divisor` as a plain decimal without trailing zeros; a fraction `a/b` where no decimal is exact.
    func decimal(times factor: Int128 = 1, over divisor: Int128 = 1) -> String {
        let top = Int128(numerator) * factor
        let bottom = Int128(denominator) * divisor
        var text = String(top / bottom)
        var rest = top % bottom
        guard rest != 0 else { return text }
        text += "."
        var places = 0
        while rest != 0, places < 36 {
            let (ten, overflow) = rest.multipliedReportingOverflow(by: 10)
            if overflow { break }
            text += String(ten / bottom)
            rest = ten % bottom
            places += 1
        }
        return rest == 0 ? text : "\(top)/\(bottom)"
    }
}
