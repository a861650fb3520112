extension UTF8.CodeUnit {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

    /// A letter, a digit or `_`.
    var isWord: Bool { isLetter || isDigit || self == UInt8(ascii: "_") }
}

extension StringProtocol {
    /// Short enough for a message, and without control characters.
    var clipped: String { printable(limit: 40) }

    /// With `�` for characters that would not show or would steer a terminal, cut after `limit` scalars.
    func printable(limit: Int = 500) -> String {
        var text = String.UnicodeScalarView()
        for (index, scalar) in unicodeScalars.enumerated() {
            if index == limit { return String(text) + "…" }
            text.append(scalar.isPrintable ? scalar : "\u{FFFD}")
        }
        return String(text)
    }

    /// As it would be written in TOML.
    var quoted: String {
        var text = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\t": text += "\\t"
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}

extension Unicode.Scalar {
    /// Whether it may be given to a terminal.
    var isPrintable: Bool {
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: false
        default: true
        }
    }
}

/// Digits and a unit, at the beginning of a text.
struct Quantity {
    let count: Int
    let unit: Substring
    let rest: Substring

    /// `nil`: no digits, or too many.
    init?(_ text: Substring) {
        let digits = text.utf8.prefix(while: \.isDigit)
        guard let count = Int(Substring(digits)) else { return nil }
        self.count = count
        let after = text[digits.endIndex...]
        let end = after.utf8.firstIndex(where: \.isDigit) ?? after.endIndex
        unit = after[..<end]
        rest = after[end...]
    }
}
