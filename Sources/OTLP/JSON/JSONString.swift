import Wire

/// Writing strings of JSON.
enum JSONString {
    /// In quotes and escaped; bytes that are not UTF-8 become U+FFFD. Returns how many of them were written.
    static func append(_ text: Text, to out: inout [UInt8]) -> Int {
        let bytes = text.buffer
        out.append(34)
        var copied = 0
        var at = 0
        var repairs = 0
        while true {
            at += UTF8Run.plain(bytes, from: at)
            guard at < bytes.count else { break }
            let byte = bytes[at]
            if byte >= 0x80 {
                let (length, isWhole) = UTF8Run.sequence(bytes, at: at)
                if !isWhole {
                    repairs += 1
                    out.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[copied..<at]))
                    out.append(contentsOf: UTF8Run.replacement.bytes)
                    copied = at + length
                }
                at += length
            } else {
                out.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[copied..<at]))
                escape(byte, to: &out)
                at += 1
                copied = at
            }
        }
        out.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[copied..<at]))
        out.append(34)
        return repairs
    }

    private static func escape(_ byte: UInt8, to out: inout [UInt8]) {
        out.append(92)
        switch byte {
        case 34, 92: out.append(byte)
        case 8: out.append(98)
        case 9: out.append(116)
        case 10: out.append(110)
        case 12: out.append(102)
        case 13: out.append(114)
        default:
            out.append(contentsOf: [117, 48, 48])
            Hex.append(byte, to: &out)
        }
    }
}

/// Bytes as pairs of hexadecimal digits.
enum Hex {
    static func append(_ bytes: UnsafeRawBufferPointer, to out: inout [UInt8]) {
        for byte in bytes { append(byte, to: &out) }
    }

    static func append(_ byte: UInt8, to out: inout [UInt8]) {
        out.append(digit(byte >> 4))
        out.append(digit(byte & 15))
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }

    /// A digit's value, in either case.
    static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 48...57: digit - 48
        case 65...70: digit - 55
        case 97...102: digit - 87
        default: nil
        }
    }

    /// Appends the bytes that `text` spells; false, with some of them appended, where it is not hexadecimal.
    static func decode(_ text: Text, to out: inout [UInt8]) -> Bool {
        guard text.count % 2 == 0 else { return false }
        let digits = text.buffer
        for at in stride(from: 0, to: digits.count, by: 2) {
            guard let high = value(digits[at]), let low = value(digits[at + 1]) else { return false }
            out.append(high << 4 | low)
        }
        return true
    }
}
