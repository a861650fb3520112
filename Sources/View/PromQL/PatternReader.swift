/// Reads RE2's syntax (https://github.com/google/re2/wiki/Syntax).
struct PatternReader {
    private static let deepest = 30
    private static let mostTimes = 1_000

    private let text: [Unicode.Scalar]
    private var at = 0
    private var depth = 0
    private var ignoresCase = false

    static func node(_ text: String) throws(PatternError) -> Pattern.Node {
        var reader = PatternReader(text: Array(text.unicodeScalars))
        let node = try reader.choice()
        guard reader.at == reader.text.count else { throw PatternError(text: "unexpected )") }
        return node
    }

    private init(text: [Unicode.Scalar]) { self.text = text }

    private func peek(_ ahead: Int = 0) -> Unicode.Scalar? { at + ahead < text.count ? text[at + ahead] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek() == scalar else { return false }
        at += 1
        return true
    }

    private mutating func choice() throws(PatternError) -> Pattern.Node {
        var nodes = [try sequence()]
        while take("|") { nodes.append(try sequence()) }
        return nodes.count == 1 ? nodes[0] : .choice(nodes)
    }

    private mutating func sequence() throws(PatternError) -> Pattern.Node {
        var nodes: [Pattern.Node] = []
        while let next = peek(), next != "|", next != ")" {
            let atom = try atom()
            nodes.append(try repeated(atom))
        }
        return .sequence(nodes)
    }

    /// Greedy or not is the same where the whole value must match.
    private mutating func repeated(_ node: Pattern.Node) throws(PatternError) -> Pattern.Node {
        guard let (least, most) = try times() else { return node }
        _ = take("?")
        guard try times() == nil else { throw PatternError(text: "nothing to repeat") }
        return .many(node, least, most)
    }

    private mutating func times() throws(PatternError) -> (Int, Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        guard peek() == "{", let close = text[at...].firstIndex(of: "}") else { return nil }
        let inner = String(String.UnicodeScalarView(text[(at + 1)..<close]))
        let parts = inner.split(separator: ",", omittingEmptySubsequences: false)
        // What is no count stands for itself.
        guard parts.count <= 2, let least = Int(parts[0]), least >= 0, parts.count == 1 || parts[1].isEmpty || Int(parts[1]) != nil else {
            return nil
        }
        let most = parts.count == 1 ? least : Int(parts[1])
        guard least <= Self.mostTimes, (most ?? least) <= Self.mostTimes, (most ?? least) >= least else {
            throw PatternError(text: "bad repetition {\(inner)}")
        }
        at = close + 1
        return (least, most)
    }

    private mutating func atom() throws(PatternError) -> Pattern.Node {
        guard let next = peek() else { return .empty }
        at += 1
        switch next {
        case "(": return try group()
        case "[": return .set(try characters())
        case ".": return .set(.any)
        case "^": return .start
        case "$": return .end
        case "\\": return try escaped()
        case "*", "+", "?": throw PatternError(text: "nothing to repeat")
        default: return .set(ScalarSet(ranges: [next.value...next.value], ignoresCase: ignoresCase))
        }
    }

    /// `(…)`, `(?:…)`, `(?P<name>…)`, `(?i)`, `(?i:…)`: nothing is captured.
    private mutating func group() throws(PatternError) -> Pattern.Node {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw PatternError(text: "nested more than \(Self.deepest) deep") }
        let before = ignoresCase
        if take("?") {
            if take("P") || peek() == "<" {
                guard take("<"), let close = text[at...].firstIndex(of: ">") else { throw PatternError(text: "bad group") }
                at = close + 1
            } else if try flags() {
                return .empty
            }
        }
        let inner = try choice()
        guard take(")") else { throw PatternError(text: "missing )") }
        ignoresCase = before
        return inner
    }

    /// Whether they stand alone and hold for what follows.
    private mutating func flags() throws(PatternError) -> Bool {
        var isOn = true
        while let flag = peek() {
            at += 1
            switch flag {
            case "i": ignoresCase = isOn
            case "s", "m", "U": break
            case "-": isOn = false
            case ":": return false
            case ")": return true
            default: throw PatternError(text: "unknown flag \(flag)")
            }
        }
        throw PatternError(text: "missing )")
    }

    // MARK: - Characters

    private mutating func escaped() throws(PatternError) -> Pattern.Node {
        if take("A") { return .start }
        if take("z") { return .end }
        var set = try escape()
        set.ignoresCase = ignoresCase
        return .set(set)
    }

    /// What follows a backslash.
    private mutating func escape() throws(PatternError) -> ScalarSet {
        guard let letter = peek() else { throw PatternError(text: "ends with \\") }
        at += 1
        if let known = Self.classes[letter] { return ScalarSet(ranges: known) }
        if let known = Self.classes[Unicode.Scalar(letter.value | 32) ?? letter], letter.value & 32 == 0 {
            return ScalarSet(ranges: known, isNegated: true)
        }
        let controls: [Unicode.Scalar: UInt32] = ["n": 10, "r": 13, "t": 9, "f": 12, "v": 11, "a": 7]
        if let code = controls[letter] { return ScalarSet(ranges: [code...code]) }
        let isWord = (letter.value | 32) &- 97 < 26 || letter.value &- 48 < 10
        guard !isWord else { throw PatternError(text: "unknown escape \\\(letter)") }
        return ScalarSet(ranges: [letter.value...letter.value])
    }

    private static let classes: [Unicode.Scalar: [ClosedRange<UInt32>]] = [
        "d": [48...57], "w": [48...57, 65...90, 95...95, 97...122], "s": [9...10, 12...13, 32...32],
    ]

    /// `[a-z_]`, `[^0-9]`, up to its bracket.
    private mutating func characters() throws(PatternError) -> ScalarSet {
        var set = ScalarSet(isNegated: take("^"), ignoresCase: ignoresCase)
        var isFirst = true
        while let next = peek(), next != "]" || isFirst {
            isFirst = false
            if next == "[", peek(1) == ":" { throw PatternError(text: "classes by name are not supported") }
            let low = try member()
            guard peek() == "-", let end = peek(1), end != "]" else {
                set.ranges += low
                continue
            }
            at += 1
            let high = try member()
            guard low.count == 1, high.count == 1, low[0].count == 1, high[0].count == 1, low[0].lowerBound <= high[0].lowerBound else {
                throw PatternError(text: "bad range in a class")
            }
            set.ranges.append(low[0].lowerBound...high[0].lowerBound)
        }
        guard take("]") else { throw PatternError(text: "missing ]") }
        return set
    }

    private mutating func member() throws(PatternError) -> [ClosedRange<UInt32>] {
        guard let next = peek() else { throw PatternError(text: "missing ]") }
        at += 1
        guard next == "\\" else { return [next.value...next.value] }
        let set = try escape()
        guard !set.isNegated else { throw PatternError(text: "a class within a class cannot be negated") }
        return set.ranges
    }
}
