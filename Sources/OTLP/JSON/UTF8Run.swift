import Wire

/// Looking through bytes that should be UTF-8.
enum UTF8Run {
    /// U+FFFD.
    static let replacement = Lasting<UInt8>([0xEF, 0xBF, 0xBD])

    /// How many bytes from `start` on stand for themselves in a JSON string and are ASCII.
    static func plain(_ text: UnsafeRawBufferPointer, from start: Int) -> Int {
        guard let base = text.baseAddress else { return 0 }
        var at = start
        // Eight at a time: a bit of `odd` marks a byte that is a quote, a backslash, a control character or not ASCII.
        while at &+ 8 <= text.count {
            let word = base.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            let quote = word ^ (ones &* 34)
            let slash = word ^ (ones &* 92)
            let odd = (word &- ones &* 32) | (quote &- ones) | (slash &- ones) | word
            if odd & highs != 0 { break }
            at &+= 8
        }
        while at < text.count, isPlain(text[at]) { at &+= 1 }
        return at - start
    }

    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    @inline(__always)
    private static func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x80 && byte != 34 && byte != 92 }

    /// The sequence that begins with a byte over 0x7F: its length and whether it is whole. Of a broken one, the length of what belongs
    /// together, which one U+FFFD replaces.
    ///
    /// Source: The Unicode Standard, table 3-7 and "substitution of maximal subparts"
    static func sequence(_ text: UnsafeRawBufferPointer, at start: Int) -> (length: Int, isWhole: Bool) {
        let first = text[start]
        let wanted: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch first {
        case 0xC2...0xDF: wanted = 2
        case 0xE0...0xEF:
            wanted = 3
            if first == 0xE0 { second = 0xA0...0xBF }
            if first == 0xED { second = 0x80...0x9F }
        case 0xF0...0xF4:
            wanted = 4
            if first == 0xF0 { second = 0x90...0xBF }
            if first == 0xF4 { second = 0x80...0x8F }
        default: return (1, false)
        }
        guard start + 1 < text.count, second.contains(text[start + 1]) else { return (1, false) }
        var length = 2
        while length < wanted {
            guard start + length < text.count, text[start + length] & 0xC0 == 0x80 else { return (length, false) }
            length += 1
        }
        return (length, true)
    }
}
