/// Cuts PromQL into tokens.
struct Lexer {
    /// Bytes of a question.
    static let longest = 8 << 10

    private let text: [Unicode.Scalar]
    private var at = 0
    /// Within brackets a colon stands by itself: `[5m:1m]`.
    private var isInBrackets = false

    private init(_ text: String) { self.text = Array(text.unicodeScalars) }

    /// All tokens, the end last. Throws `PromError`.
    static func tokens(_ text: String) throws(PromError) -> [Token] {
        guard text.utf8.count <= longest else { throw PromError(.badData, "the query is longer than \(longest) bytes") }
        var lexer = Lexer(text)
        var tokens: [Token] = []
        repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
        return tokens
    }

    private mutating func next() throws(PromError) -> Token {
        skipSpace()
        let start = at
        guard let first = peek() else { return Token(kind: .end, place: start) }
        if Self.isDigit(first) || first == "." && peek(1).map(Self.isDigit) == true { return Token(kind: try number(), place: start) }
        if Self.isNameStart(first), !(first == ":" && isInBrackets) { return Token(kind: .name(name()), place: start) }
        if first == "\"" || first == "'" || first == "`" {
            let text = try TextLiteral.read(text, &at)
            return Token(kind: .text(text), place: start)
        }
        return Token(kind: .mark(try mark()), place: start)
    }

    private mutating func skipSpace() {
        while let next = peek() {
            if next == "#" {
                while let rest = peek(), rest != "\n" { at += 1 }
            } else if next == " " || next == "\t" || next == "\n" || next == "\r" {
                at += 1
            } else {
                return
            }
        }
    }

    private func peek(_ ahead: Int = 0) -> Unicode.Scalar? { at + ahead < text.count ? text[at + ahead] : nil }

    private mutating func name() -> String {
        var name = String.UnicodeScalarView()
        while let next = peek(), Self.isNameStart(next) || Self.isDigit(next) {
            name.append(next)
            at += 1
        }
        return String(name)
    }

    private mutating func mark() throws(PromError) -> String {
        guard let first = peek() else { return "" }
        if let second = peek(1) {
            let pair = "\(first)\(second)"
            if ["==", "!=", ">=", "<=", "=~", "!~"].contains(pair) {
                at += 2
                return pair
            }
        }
        guard "(){}[],+-*/%^=<>@:".unicodeScalars.contains(first) else {
            throw .bad("unexpected \(String(reflecting: String(first)))", at: at)
        }
        at += 1
        if first == "[" { isInBrackets = true }
        if first == "]" { isInBrackets = false }
        return String(first)
    }

    /// `1`, `.5`, `1e-3`, `0x1F`, or a duration.
    private mutating func number() throws(PromError) -> Token.Kind {
        let start = at
        var word = String.UnicodeScalarView()
        while let next = peek() {
            let isSign = (next == "+" || next == "-") && (word.last == "e" || word.last == "E") && !String(word).hasPrefix("0x")
            guard isSign || Self.isDigit(next) || next == "." || next != ":" && Self.isNameStart(next) else { break }
            word.append(next)
            at += 1
        }
        let text = String(word)
        if let number = Double(text) { return .number(number) }
        if let duration = PromDuration.milliseconds(text) { return .duration(duration) }
        throw .bad("\"\(Show.clipped(text, to: 60))\" is neither a number nor a duration", at: start)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 48 < 10 }

    private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value | 32) &- 97 < 26 || scalar == "_" || scalar == ":"
    }
}

/// Durations as Prometheus writes them: `5m`, `1h30m`, `500ms`.
enum PromDuration {
    /// Milliseconds of the longest one; 27 years. With it, times that are asked for stay within 64 bits of nanoseconds.
    static let longest: Int64 = 10_000 * 86_400_000

    private static let units: [(name: String, milliseconds: Int64)] = [
        ("y", 31_536_000_000), ("w", 604_800_000), ("d", 86_400_000), ("h", 3_600_000), ("m", 60_000), ("s", 1_000), ("ms", 1),
    ]

    /// Nil for what is none, or too long: units go from the largest to the smallest, each at most once.
    static func milliseconds(_ text: String) -> Int64? {
        var rest = text.utf8[...]
        var next = 0
        var sum: Int64 = 0
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            let digits = rest.prefix { $0 &- 48 < 10 }
            rest = rest.dropFirst(digits.count)
            let name = String(Substring(rest.prefix { !($0 &- 48 < 10) }))
            rest = rest.dropFirst(name.utf8.count)
            guard let count = Int64(String(Substring(digits))),
                let unit = units.indices.first(where: { $0 >= next && units[$0].name == name })
            else { return nil }
            let (part, isLong) = count.multipliedReportingOverflow(by: units[unit].milliseconds)
            guard !isLong, part <= longest else { return nil }
            sum += part
            next = unit + 1
        }
        return sum <= longest ? sum : nil
    }
}
