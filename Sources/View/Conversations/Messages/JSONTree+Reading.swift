extension JSONTree {
    /// What hostile content may cost: deeper, longer or richer texts are not read as JSON at all.
    struct Limits: Sendable {
        var bytes = 16 << 20
        var values = 200_000
        var depth = 64

        init() {}
    }

    /// A text that begins as JSON. A text that ends in the middle, because the SDK cuts long attributes, gives what was read up to
    /// there and `isCut`; everything else that is not JSON gives nil.
    static func read(_ text: String, limits: Limits = Limits()) -> (tree: JSONTree, isCut: Bool)? {
        guard text.utf8.count <= limits.bytes else { return nil }
        var reader = JSONTreeReader(Array(text.utf8), limits)
        do {
            let tree = try reader.value(depth: 0)
            guard reader.isAtEnd else { return nil }
            return (tree, reader.isCut)
        } catch {
            return nil
        }
    }
}

/// Recursive descent over RFC 8259 that takes the end of the text as the end of everything open.
private struct JSONTreeReader {
    struct NotJSON: Error {}

    private let bytes: [UInt8]
    private let limits: JSONTree.Limits
    private var at = 0
    private var values = 0
    private(set) var isCut = false

    init(_ bytes: [UInt8], _ limits: JSONTree.Limits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// Whether nothing but white space is left.
    var isAtEnd: Bool {
        mutating get {
            skipSpace()
            return at >= bytes.count
        }
    }

    mutating func value(depth: Int) throws(NotJSON) -> JSONTree {
        values += 1
        guard depth < limits.depth, values <= limits.values else { throw NotJSON() }
        skipSpace()
        guard at < bytes.count else { throw NotJSON() }
        switch bytes[at] {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try list(depth: depth)
        case UInt8(ascii: "\""): return .text(try text())
        case UInt8(ascii: "t"): return try word("true", .flag(true))
        case UInt8(ascii: "f"): return try word("false", .flag(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws(NotJSON) -> JSONTree {
        var members: [JSONTree.Member] = []
        at += 1
        while try goesOn(UInt8(ascii: "}"), isFirst: members.isEmpty) {
            guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw NotJSON() }
            let key = try text()
            skipSpace()
            guard at < bytes.count else { return cut(.object(members)) }
            guard bytes[at] == UInt8(ascii: ":") else { throw NotJSON() }
            at += 1
            skipSpace()
            guard at < bytes.count else { return cut(.object(members)) }
            members.append(JSONTree.Member(key, try value(depth: depth + 1)))
        }
        return .object(members)
    }

    private mutating func list(depth: Int) throws(NotJSON) -> JSONTree {
        var elements: [JSONTree] = []
        at += 1
        while try goesOn(UInt8(ascii: "]"), isFirst: elements.isEmpty) { elements.append(try value(depth: depth + 1)) }
        return .list(elements)
    }

    /// Steps over a comma or the closing byte; false at the end of the container or of the text.
    private mutating func goesOn(_ closing: UInt8, isFirst: Bool) throws(NotJSON) -> Bool {
        skipSpace()
        guard at < bytes.count else { return ends() }
        if bytes[at] == closing {
            at += 1
            return false
        }
        guard !isFirst else { return true }
        guard bytes[at] == UInt8(ascii: ",") else { throw NotJSON() }
        at += 1
        skipSpace()
        return at < bytes.count ? true : ends()
    }

    private mutating func ends() -> Bool {
        isCut = true
        return false
    }

    private mutating func cut(_ tree: JSONTree) -> JSONTree {
        isCut = true
        return tree
    }

    private mutating func word(_ word: StaticString, _ meaning: JSONTree) throws(NotJSON) -> JSONTree {
        let letters = Array(word.description.utf8)
        let rest = bytes[at...].prefix(letters.count)
        guard rest.elementsEqual(letters) else {
            guard at + rest.count == bytes.count, letters.starts(with: rest) else { throw NotJSON() }
            at = bytes.count
            return cut(.null)
        }
        at += letters.count
        return meaning
    }

    private mutating func number() throws(NotJSON) -> JSONTree {
        let start = at
        while at < bytes.count, Self.isNumeric(bytes[at]) { at += 1 }
        guard at > start, at - start <= 64 else { throw NotJSON() }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        guard Double(text) != nil else {
            guard at == bytes.count, start > 0 else { throw NotJSON() }
            return cut(.null)
        }
        return .number(text)
    }

    private static func isNumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"),
            UInt8(ascii: "E"):
            true
        default: false
        }
    }

    private mutating func skipSpace() {
        while at < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[at]) { at += 1 }
    }

    // MARK: - Strings

    /// A string from its opening quote; whole runs between escapes are copied.
    private mutating func text() throws(NotJSON) -> String {
        at += 1
        var decoded: [UInt8] = []
        while at < bytes.count {
            let start = at
            while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") { at += 1 }
            decoded += bytes[start..<at]
            guard at < bytes.count else { break }
            at += 1
            if bytes[at - 1] == UInt8(ascii: "\"") { return String(decoding: decoded, as: UTF8.self) }
            guard at < bytes.count else { break }
            guard let scalar = try escape() else { break }
            decoded += Array(String(scalar).utf8)
        }
        isCut = true
        at = bytes.count
        return String(decoding: decoded, as: UTF8.self)
    }

    /// What stands behind a backslash; nil where the text ends in it.
    private mutating func escape() throws(NotJSON) -> Unicode.Scalar? {
        let letter = bytes[at]
        at += 1
        switch letter {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "u"): return try unicode()
        default: return Unicode.Scalar(letter)
        }
    }

    /// The scalar of `\uXXXX`, of a surrogate pair, or U+FFFD for half a pair.
    private mutating func unicode() throws(NotJSON) -> Unicode.Scalar? {
        guard let unit = try hex() else { return nil }
        guard unit & 0xFC00 == 0xD800, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
            return Unicode.Scalar(unit) ?? "\u{FFFD}"
        }
        let before = at
        at += 2
        guard let low = try hex() else { return "\u{FFFD}" }
        guard low & 0xFC00 == 0xDC00 else {
            at = before
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + low & 0x3FF) ?? "\u{FFFD}"
    }

    private mutating func hex() throws(NotJSON) -> UInt32? {
        guard at + 4 <= bytes.count else {
            at = bytes.count
            return nil
        }
        guard let unit = UInt32(String(decoding: bytes[at..<at + 4], as: UTF8.self), radix: 16) else { throw NotJSON() }
        at += 4
        return unit
    }
}
