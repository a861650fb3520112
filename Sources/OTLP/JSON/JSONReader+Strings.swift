import Wire

extension JSONReader {
    /// A string's content as UTF-8: a view of the text where it stands there as it is, of the scratch where it had to be put together.
    /// Holds until the next string is read. Lone surrogates and bytes that are not UTF-8 become U+FFFD.
    mutating func string() throws(JSONError) -> Text {
        try expect(34, or: .wrongType)
        let start = at
        var isPlain = true
        while true {
            at += UTF8Run.plain(text, from: at)
            guard at < text.count else { throw JSONError(.endsEarly, at: text.count) }
            let byte = text[at]
            if byte == 34 { break }
            if byte < 0x20 { throw JSONError(.controlCharacter, at: at) }
            if byte == 92 {
                isPlain = false
                at += 2
            } else {
                let (length, isWhole) = UTF8Run.sequence(text, at: at)
                if !isWhole { isPlain = false }
                at += length
            }
        }
        let end = at
        at += 1
        if isPlain { return Text(UnsafeRawBufferPointer(rebasing: text[start..<end])) }
        return try unescaped(start, end)
    }

    private mutating func unescaped(_ start: Int, _ end: Int) throws(JSONError) -> Text {
        scratch.removeAll(keepingCapacity: true)
        let source = UnsafeRawBufferPointer(rebasing: text[..<end])
        var at = start
        while at < end {
            let run = UTF8Run.plain(source, from: at)
            scratch.append(contentsOf: UnsafeRawBufferPointer(rebasing: source[at..<at + run]))
            at += run
            guard at < end else { break }
            if source[at] == 92 {
                at = try escape(source, at)
            } else {
                let (length, isWhole) = UTF8Run.sequence(source, at: at)
                scratch.append(
                    contentsOf: isWhole ? UnsafeRawBufferPointer(rebasing: source[at..<at + length]) : UTF8Run.replacement.bytes)
                at += length
            }
        }
        // The array is not touched before the next string is read, so its memory stays where it is.
        return scratch.withUnsafeBytes { Text($0) }
    }

    /// Appends what the escape at `at` stands for, and gives the place after it.
    private mutating func escape(_ source: UnsafeRawBufferPointer, _ at: Int) throws(JSONError) -> Int {
        guard at + 1 < source.count else { throw JSONError(.badEscape, at: at) }
        switch source[at + 1] {
        case 34, 47, 92: scratch.append(source[at + 1])
        case 98: scratch.append(8)
        case 102: scratch.append(12)
        case 110: scratch.append(10)
        case 114: scratch.append(13)
        case 116: scratch.append(9)
        case 117: return try unicode(source, at)
        default: throw JSONError(.badEscape, at: at)
        }
        return at + 2
    }

    private mutating func unicode(_ source: UnsafeRawBufferPointer, _ at: Int) throws(JSONError) -> Int {
        guard let unit = JSONReader.codeUnit(source, at) else { throw JSONError(.badEscape, at: at) }
        if unit & 0xFC00 == 0xD800, let low = JSONReader.codeUnit(source, at + 6), low & 0xFC00 == 0xDC00 {
            append(0x1_0000 + (unit & 0x3FF) << 10 + (low & 0x3FF))
            return at + 12
        }
        append(unit)
        return at + 6
    }

    /// The code unit that the four digits after `\u` at `at` spell.
    private static func codeUnit(_ source: UnsafeRawBufferPointer, _ at: Int) -> UInt32? {
        guard at + 6 <= source.count, source[at] == 92, source[at + 1] == 117 else { return nil }
        var unit: UInt32 = 0
        for place in at + 2..<at + 6 {
            guard let digit = Hex.value(source[place]) else { return nil }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }

    private mutating func append(_ scalar: UInt32) {
        scratch.append(
            contentsOf: Unicode.Scalar(scalar).map { Array(UTF8.encode($0) ?? UTF8.encodedReplacementCharacter) }
                ?? Array(UTF8Run.replacement.bytes))
    }
}
