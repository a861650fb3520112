import Wire

/// A value inside JSON text, looked at in place: nothing is decoded or allocated, members are found by walking.
///
/// Lenient on purpose: the printed form of a Python dict (`{'a': None, 'b': True}`) reads like JSON, since SDKs send both. Text that ends
/// early reads as far as it goes. Depth does not matter: nothing recurses.
struct JSONView {
    /// The value's own bytes, without blanks around it.
    let text: Text

    /// Nil where there is nothing but blanks.
    init?(_ text: Text) {
        var from = 0
        while from < text.count, JSONView.isBlank(text[from]) { from += 1 }
        var to = text.count
        while to > from, JSONView.isBlank(text[to - 1]) { to -= 1 }
        guard to > from else { return nil }
        self.text = text.slice(from, to)
    }

    private init(trimmed: Text) { text = trimmed }

    var isObject: Bool { text[0] == UInt8(ascii: "{") }
    var isArray: Bool { text[0] == UInt8(ascii: "[") }
    var isString: Bool { text[0] == UInt8(ascii: "\"") || text[0] == UInt8(ascii: "'") }

    /// A string without its quotes, escapes as they came; empty for other values.
    var string: Text {
        guard isString, text.count >= 2 else { return .empty }
        return text.slice(1, text.count - 1)
    }

    /// A count, also one in quotes or with `.0`.
    var count: Int64? { Int64(count: isString ? string : text) }

    var number: Double? { (isString ? string : text).number }

    /// The member of an object; nil where it has none of that name, or null.
    subscript(_ name: StaticString) -> JSONView? {
        var found: JSONView?
        forEachMember { key, value in
            if key == name { found = value }
            return found == nil
        }
        guard let found, !found.isNull else { return nil }
        return found
    }

    var isNull: Bool { text == "null" || text == "None" }

    /// The first element of an array.
    var firstElement: JSONView? {
        guard isArray else { return nil }
        var walk = Walk(text: text, at: 1)
        return walk.next().map(JSONView.init(trimmed:))
    }

    /// Calls `body` with each element of an array until it says false.
    func forEachElement(_ body: (JSONView) -> Bool) {
        guard isArray else { return }
        var walk = Walk(text: text, at: 1)
        while let element = walk.next() {
            guard body(JSONView(trimmed: element)) else { return }
        }
    }

    /// Calls `body` with each member of an object until it says false.
    func forEachMember(_ body: (Text, JSONView) -> Bool) {
        guard isObject else { return }
        var walk = Walk(text: text, at: 1)
        while let key = walk.next() {
            guard walk.skip(UInt8(ascii: ":")), let value = walk.next() else { return }
            guard body(JSONView(trimmed: key).string, JSONView(trimmed: value)) else { return }
        }
    }

    fileprivate static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 10 || byte == 13 || byte == 9 }
}

/// A walk over the values of an array or object, one after another.
private struct Walk {
    let text: Text
    var at: Int

    /// The next value; nil at the closing bracket or the end.
    mutating func next() -> Text? {
        while at < text.count, JSONView.isBlank(text[at]) || text[at] == UInt8(ascii: ",") { at += 1 }
        guard at < text.count else { return nil }
        let start = at
        switch text[at] {
        case UInt8(ascii: "}"), UInt8(ascii: "]"): return nil
        case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString()
        case UInt8(ascii: "{"), UInt8(ascii: "["): skipNested()
        default: skipPlain()
        }
        return at > start ? text.slice(start, at) : nil
    }

    /// Steps over `byte` and the blanks before it; false where something else stands there.
    mutating func skip(_ byte: UInt8) -> Bool {
        while at < text.count, JSONView.isBlank(text[at]) { at += 1 }
        guard text[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func skipString() {
        let quote = text[at]
        at += 1
        while at < text.count {
            let byte = text[at]
            at += byte == UInt8(ascii: "\\") ? 2 : 1
            if byte == quote { break }
        }
        at = min(at, text.count)
    }

    private mutating func skipNested() {
        var depth = 0
        while at < text.count {
            switch text[at] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                skipString()
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            default: break
            }
            at += 1
            if depth == 0 { return }
        }
    }

    private mutating func skipPlain() {
        while at < text.count {
            switch text[at] {
            case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"): return
            case let byte where JSONView.isBlank(byte): return
            default: at += 1
            }
        }
    }
}
