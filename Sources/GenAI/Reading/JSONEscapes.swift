import Wire

extension Text {
    /// What a JSON string with escapes in it spells, in UTF-8; nil for all other texts, which spell themselves, and for broken escapes.
    var unescaped: [UInt8]? {
        let quote = UInt8(ascii: "\"")
        guard count >= 4, self[0] == quote, self[count - 1] == quote, firstIndex(of: UInt8(ascii: "\\")) != nil else { return nil }
        var bytes: [UInt8] = []
        var at = 1
        while at < count - 1 {
            let byte = self[at]
            at += 1
            guard byte == UInt8(ascii: "\\") else {
                bytes.append(byte)
                continue
            }
            guard at < count - 1, let scalar = scalar(at: &at) else { return nil }
            bytes.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
        }
        return bytes
    }

    /// The character of an escape whose letter stands at `at`, which is left behind it.
    private func scalar(at: inout Int) -> Unicode.Scalar? {
        let letter = self[at]
        at += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): break
        default: return nil
        }
        guard let first = unit(at: at) else { return nil }
        at += 4
        guard first >> 10 == 0x36 else { return Unicode.Scalar(first) }
        // The first half of a pair.
        guard self[at] == UInt8(ascii: "\\"), self[at + 1] == UInt8(ascii: "u"), let second = unit(at: at + 2), second >> 10 == 0x37 else {
            return nil
        }
        at += 6
        return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
    }

    /// Four hexadecimal digits.
    private func unit(at start: Int) -> UInt32? {
        let digits = slice(start, start + 4)
        guard digits.count == 4 else { return nil }
        var sum: UInt32 = 0
        for byte in digits.buffer {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            sum = sum << 4 | UInt32(digit)
        }
        return sum
    }
}
