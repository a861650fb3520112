import Wire

/// Bytes in base64.
///
/// Source: RFC 4648, sections 4 and 5
enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The standard alphabet, padded.
    static func append(_ bytes: UnsafeRawBufferPointer, to out: inout [UInt8]) {
        out.reserveCapacity(out.count + (bytes.count + 2) / 3 * 4)
        var at = 0
        while at < bytes.count {
            let left = bytes.count - at
            var group = UInt32(bytes[at]) << 16
            if left > 1 { group |= UInt32(bytes[at + 1]) << 8 }
            if left > 2 { group |= UInt32(bytes[at + 2]) }
            out.append(digit(group >> 18))
            out.append(digit(group >> 12))
            out.append(left > 1 ? digit(group >> 6) : 61)
            out.append(left > 2 ? digit(group) : 61)
            at += 3
        }
    }

    private static func digit(_ bits: UInt32) -> UInt8 { alphabet[Int(bits & 63)] }

    /// Appends what `text` spells in either alphabet, padded or not; false, with some of it appended, where it is not base64.
    static func decode(_ text: Text, to out: inout [UInt8]) -> Bool {
        var digits = text.buffer[...]
        while digits.last == 61, text.count - digits.count < 2 { digits = digits.dropLast() }
        guard digits.count % 4 != 1 else { return false }
        var group: UInt32 = 0
        var bits = 0
        for digit in digits {
            guard let value = value(digit) else { return false }
            group = group << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                out.append(UInt8(truncatingIfNeeded: group >> UInt32(bits)))
            }
        }
        return true
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 65...90: digit - 65
        case 97...122: digit - 71
        case 48...57: digit + 4
        case 43, 45: 62
        case 47, 95: 63
        default: nil
        }
    }
}
