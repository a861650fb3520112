/// Strings of PromQL: `"…"` and `'…'` with the escapes of Go, and everything as it stands between back quotes.
enum TextLiteral {
    private static let plain: [Unicode.Scalar: Unicode.Scalar] = [
        "n": "\n", "r": "\r", "t": "\t", "\\": "\\", "\"": "\"", "'": "'", "a": "\u{7}", "b": "\u{8}", "f": "\u{C}", "v": "\u{B}",
    ]
    private static let digits: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]

    /// The string that begins at `at`, which is left behind its closing quote.
    static func read(_ text: [Unicode.Scalar], _ at: inout Int) throws(PromError) -> String {
        let start = at
        let quote = text[at]
        var out = String.UnicodeScalarView()
        at += 1
        while at < text.count, text[at] != quote {
            if text[at] == "\\", quote != "`" {
                out.append(try escape(text, &at))
            } else {
                out.append(text[at])
                at += 1
            }
        }
        guard at < text.count else { throw .bad("the string that begins here has no end", at: start) }
        at += 1
        return String(out)
    }

    private static func escape(_ text: [Unicode.Scalar], _ at: inout Int) throws(PromError) -> Unicode.Scalar {
        let start = at
        at += 1
        guard at < text.count else { throw .bad("the string has no end", at: start) }
        let letter = text[at]
        at += 1
        if let scalar = plain[letter] { return scalar }
        guard let count = digits[letter], at + count <= text.count else { throw .bad("unknown escape in a string", at: start) }
        let code = UInt32(String(String.UnicodeScalarView(text[at..<at + count])), radix: 16)
        // Above, \x is a byte of something longer.
        guard let code, letter != "x" || code < 0x80, let scalar = Unicode.Scalar(code) else {
            throw .bad("unknown escape in a string", at: start)
        }
        at += count
        return scalar
    }
}
