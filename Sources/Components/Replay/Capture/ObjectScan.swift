/// Finds where a JSON object ends, byte by byte (RFC 8259); whether it is right JSON is the parser's business.
struct ObjectScan {
    private(set) var depth = 0
    private var isInText = false
    private var isEscaped = false

    /// Whether this byte closes the outermost object.
    mutating func take(_ byte: UInt8) -> Bool {
        if isEscaped {
            isEscaped = false
            return false
        }
        switch byte {
        case UInt8(ascii: "\\"): isEscaped = isInText
        case UInt8(ascii: "\""): isInText.toggle()
        case UInt8(ascii: "{"), UInt8(ascii: "["): if !isInText { depth += 1 }
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            guard !isInText, depth > 0 else { return false }
            depth -= 1
            return depth == 0
        default: break
        }
        return false
    }

    /// What may be outside of objects: their beginning, blanks, commas, a byte order mark.
    static func mayStandBetween(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: ","), 9, 10, 13, 32, 0xEF, 0xBB, 0xBF: true
        default: false
        }
    }
}
