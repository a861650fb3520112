/// HTML that is escaped by construction: text only becomes text, names of elements and attributes stand in our own source.
struct Markup: Sendable {
    private(set) var html = ""

    /// Attributes of an element, in order.
    struct Attributes: ExpressibleByDictionaryLiteral, Sendable {
        fileprivate var pairs: [(StaticString, String)]

        init(dictionaryLiteral elements: (StaticString, String)...) { pairs = elements }

        static func + (left: Attributes, right: Attributes) -> Attributes {
            var sum = left
            sum.pairs += right.pairs
            return sum
        }
    }

    mutating func text(_ text: String) { Self.escape(text, into: &html) }

    mutating func element(_ name: StaticString, _ attributes: Attributes = [:], _ content: (inout Markup) -> Void) {
        void(name, attributes)
        content(&self)
        html += "</\(name)>"
    }

    /// An element without content and end, such as `meta`.
    mutating func void(_ name: StaticString, _ attributes: Attributes = [:]) {
        html += "<\(name)"
        for (name, value) in attributes.pairs {
            html += " \(name)=\""
            Self.escape(value, into: &html)
            html += "\""
        }
        html += ">"
    }

    private static func escape(_ text: String, into out: inout String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            case "\n", "\t": out.unicodeScalars.append(scalar)
            // Nothing that a terminal or a parser could take for a command, nor what turns the direction of text.
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": out += "\u{FFFD}"
            default: out.unicodeScalars.append(scalar)
            }
        }
    }
}
