import Wire

/// Text of the telemetry as it may be given to a terminal, and columns of it.
enum Column {
    /// Longer texts are cut before anything else is done with them.
    private static let limitBytes = 400

    /// On one line, without what would steer a terminal or turn the writing around.
    static func plain(_ text: Text) -> String {
        var result = String.UnicodeScalarView()
        for scalar in String(text.prefix(limitBytes)).unicodeScalars {
            switch scalar.properties.generalCategory {
            case .lineSeparator, .paragraphSeparator: result.append(" ")
            case .control: result.append(scalar == "\n" || scalar == "\t" || scalar == "\r" ? " " : "\u{FFFD}")
            case .format, .surrogate, .privateUse, .unassigned: result.append("\u{FFFD}")
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    /// Cut with an ellipsis or filled with blanks to exactly `width` places.
    static func left(_ text: String, _ width: Int) -> String {
        let cut = fitted(text, width)
        return cut + blanks(width - places(cut))
    }

    static func right(_ text: String, _ width: Int) -> String {
        let cut = fitted(text, width)
        return blanks(width - places(cut)) + cut
    }

    /// Cut with an ellipsis to at most `width` places.
    static func fitted(_ text: String, _ width: Int) -> String {
        guard places(text) > width else { return text }
        var result = ""
        var used = 0
        for character in text {
            let wide = places(character)
            guard used + wide < width else { break }
            result.append(character)
            used += wide
        }
        return result + "…"
    }

    static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

    static func places(_ text: String) -> Int { text.reduce(0) { $0 + places($1) } }

    /// Places that a character takes: two for East Asian wide ones and emoji (Unicode Standard Annex 11, in its broad strokes).
    private static func places(_ character: Character) -> Int {
        guard let first = character.unicodeScalars.first else { return 0 }
        if character.isASCII { return 1 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return 0
        default: break
        }
        switch first.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
