import Wire

/// Numbers of JSON as the bits that go on the wire. Text is a number's, or a string's that should hold one.
enum JSONNumber {
    /// Nil where it is not a whole number, or one that `kind` cannot hold. `1.0` and `1e3` are whole.
    static func integer(_ text: Text, _ kind: JSONKind) -> UInt64? {
        switch kind {
        case .int32, .enumeration: signed(text).flatMap { Int32(exactly: $0) }.map { UInt64(bitPattern: Int64($0)) }
        case .sfixed32: signed(text).flatMap { Int32(exactly: $0) }.map { UInt64(UInt32(bitPattern: $0)) }
        case .sint32, .sint64: zigzag(text, kind)
        case .int64, .sfixed64: signed(text).map { UInt64(bitPattern: $0) }
        case .uint32, .fixed32: unsigned(text).flatMap { $0 <= UInt64(UInt32.max) ? $0 : nil }
        case .uint64, .fixed64: unsigned(text)
        default: nil
        }
    }

    private static func zigzag(_ text: Text, _ kind: JSONKind) -> UInt64? {
        guard let value = signed(text), kind == .sint64 || Int32(exactly: value) != nil else { return nil }
        return UInt64(bitPattern: value << 1 ^ value >> 63)
    }

    private static func signed(_ text: Text) -> Int64? {
        text.integer ?? whole(text).flatMap { Int64(exactly: $0) }
    }

    private static func unsigned(_ text: Text) -> UInt64? {
        guard text[0] != 45 else { return signed(text) == 0 ? 0 : nil }
        return digits(text) ?? whole(text).flatMap { UInt64(exactly: $0) }
    }

    /// Nil where there is anything but digits, or more than 64 bits hold.
    private static func digits(_ text: Text) -> UInt64? {
        guard !text.isEmpty else { return nil }
        var value: UInt64 = 0
        for byte in text.buffer {
            let digit = byte &- 48
            let (product, over) = value.multipliedReportingOverflow(by: 10)
            let (sum, more) = product.addingReportingOverflow(UInt64(digit))
            guard digit < 10, !over, !more else { return nil }
            value = sum
        }
        return value
    }

    /// A whole number written with a point or an exponent.
    private static func whole(_ text: Text) -> Double? {
        guard text.buffer.contains(where: { $0 == 46 || $0 | 32 == 101 }) else { return nil }
        return text.number
    }

    /// Nil where it is no number, or over what a double can hold.
    static func double(_ text: Text) -> Double? {
        if let value = text.number { return value }
        // Longer than anybody writes, but a number.
        guard text.count > 64, text.buffer.allSatisfy({ $0 &- 48 < 10 || $0 == 43 || $0 == 45 || $0 == 46 || $0 | 32 == 101 }) else {
            return nil
        }
        return Double(String(text)).flatMap { $0.isFinite ? $0 : nil }
    }

    /// A double in quotes: one of three names, or a number.
    static func quoted(_ text: Text) -> Double? {
        if text == "NaN" { return .nan }
        if text == "Infinity" { return .infinity }
        if text == "-Infinity" { return -.infinity }
        return double(text)
    }
}
