/// Numbers as the text formats write them.
enum NumberText {
    /// `5`, `0.25`, `+Inf`, `NaN`. Canonical (OpenMetrics `le` and `quantile`) is `5.0` for whole numbers.
    static func append(_ value: Double, isCanonical: Bool = false, to bytes: inout [UInt8]) {
        if value.isNaN {
            bytes.append(contentsOf: "NaN".utf8)
        } else if value.isInfinite {
            bytes.append(contentsOf: (value < 0 ? "-Inf" : "+Inf").utf8)
        } else if let whole = Int64(exactly: value), whole.magnitude < 1 << 53 {
            if whole < 0 { bytes.append(UInt8(ascii: "-")) }
            append(whole.magnitude, to: &bytes)
            if isCanonical { bytes.append(contentsOf: ".0".utf8) }
        } else {
            bytes.append(contentsOf: value.description.utf8)
        }
    }

    static func append(_ value: UInt64, to bytes: inout [UInt8]) {
        if value >= 10 { append(value / 10, to: &bytes) }
        bytes.append(UInt8(truncatingIfNeeded: value % 10) + 48)
    }

    /// 16 lower-case hexadecimal digits.
    static func append(hex value: UInt64, to bytes: inout [UInt8]) {
        for shift in stride(from: UInt64(60), through: 0, by: -4) {
            let digit = UInt8(truncatingIfNeeded: value >> shift) & 15
            bytes.append(digit < 10 ? digit + 48 : digit + 87)
        }
    }
}
