extension JSONText {
    /// Reads one JSON value with nothing after it. Nesting deeper than 64 is refused.
    package static func read(_ bytes: [UInt8]) throws(JSONMistake) -> JSONText {
        var reader = JSONTextReader(bytes: bytes)
        let value = try reader.value(depth: 0)
        reader.skipBlanks()
        guard reader.at == bytes.count else { throw reader.mistake("nothing should follow the value") }
        return value
    }
}

/// One pass over the bytes.
private struct JSONTextReader {
    let bytes: [UInt8]
    var at = 0

    static let maxDepth = 64

    func mistake(_ message: String) -> JSONMistake { JSONMistake(offset: at, message: message) }

    var current: UInt8? { at < bytes.count ? bytes[at] : nil }

    mutating func skipBlanks() {
        while let byte = current, byte == 32 || byte == 9 || byte == 10 || byte == 13 { at += 1 }
    }

    mutating func value(depth: Int) throws(JSONMistake) -> JSONText {
        guard depth <= JSONTextReader.maxDepth else { throw mistake("nested too deeply") }
        skipBlanks()
        switch current {
        case UInt8(ascii: "{"): return try object(depth)
        case UInt8(ascii: "["): return try array(depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func word(_ word: StaticString, _ value: JSONText) throws(JSONMistake) -> JSONText {
        for byte in "\(word)".utf8 {
            guard current == byte else { throw mistake("expected '\(word)'") }
            at += 1
        }
        return value
    }

    private mutating func number() throws(JSONMistake) -> JSONText {
        let start = at
        while let byte = current, 48...57 ~= byte || "+-.eE".utf8.contains(byte) { at += 1 }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        guard DecimalText(text.utf8.drop { $0 == UInt8(ascii: "-") }) != nil else {
            at = start
            throw mistake("expected a value")
        }
        return .number(text)
    }

    private mutating func array(_ depth: Int) throws(JSONMistake) -> JSONText {
        at += 1
        var elements: [JSONText] = []
        skipBlanks()
        if current == UInt8(ascii: "]") {
            at += 1
            return .array(elements)
        }
        while true {
            elements.append(try value(depth: depth + 1))
            if try endsList(UInt8(ascii: "]")) { return .array(elements) }
        }
    }

    private mutating func object(_ depth: Int) throws(JSONMistake) -> JSONText {
        at += 1
        var members: [JSONText.Member] = []
        skipBlanks()
        if current == UInt8(ascii: "}") {
            at += 1
            return .object(members)
        }
        while true {
            skipBlanks()
            guard current == UInt8(ascii: "\"") else { throw mistake("expected a key") }
            let key = try string()
            skipBlanks()
            guard current == UInt8(ascii: ":") else { throw mistake("expected ':'") }
            at += 1
            members.append(JSONText.Member(key: key, value: try value(depth: depth + 1)))
            if try endsList(UInt8(ascii: "}")) { return .object(members) }
        }
    }

    /// Past a comma (false) or the end (true).
    private mutating func endsList(_ end: UInt8) throws(JSONMistake) -> Bool {
        skipBlanks()
        guard let byte = current, byte == end || byte == UInt8(ascii: ",") else { throw mistake("expected ',' or the end of the list") }
        at += 1
        return byte == end
    }

    // MARK: - Strings

    private mutating func string() throws(JSONMistake) -> String {
        at += 1
        var text: [UInt8] = []
        while let byte = current {
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(&text)
            case 0..<32: throw mistake("a control character in a string")
            default: text.append(byte)
            }
        }
        throw mistake("a string without an end")
    }

    private mutating func escape(_ text: inout [UInt8]) throws(JSONMistake) {
        guard let byte = current else { throw mistake("a string without an end") }
        at += 1
        switch byte {
        case UInt8(ascii: "n"): text.append(10)
        case UInt8(ascii: "t"): text.append(9)
        case UInt8(ascii: "r"): text.append(13)
        case UInt8(ascii: "b"): text.append(8)
        case UInt8(ascii: "f"): text.append(12)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "u"): text.append(contentsOf: String(try scalar()).utf8)
        default: throw mistake("an unknown escape")
        }
    }

    /// One `\uXXXX`, or two that make a pair; a lone half becomes U+FFFD.
    private mutating func scalar() throws(JSONMistake) -> Character {
        let first = try hex()
        if 0xD800...0xDBFF ~= first, current == UInt8(ascii: "\\"), at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "u") {
            let before = at
            at += 2
            let second = try hex()
            if 0xDC00...0xDFFF ~= second, let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) {
                return Character(scalar)
            }
            at = before
        }
        return Character(Unicode.Scalar(first) ?? "\u{FFFD}")
    }

    private mutating func hex() throws(JSONMistake) -> UInt32 {
        guard at + 4 <= bytes.count, let value = UInt32(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16) else {
            throw mistake("expected four hexadecimal digits")
        }
        at += 4
        return value
    }
}
