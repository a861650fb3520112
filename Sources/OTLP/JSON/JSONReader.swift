import Glibc
import Wire

/// Reads JSON token by token. Every read is checked against the end.
///
/// Source: RFC 8259
struct JSONReader: ~Copyable {
    let text: UnsafeRawBufferPointer
    var at = 0
    /// Where strings with escapes are put together; holds one at a time.
    var scratch: [UInt8] = []

    /// A byte order mark at the start is passed over.
    init(_ text: UnsafeRawBufferPointer) {
        self.text = text
        if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { at = 3 }
    }

    /// The next byte that is no white space; 0 at the end.
    mutating func next() -> UInt8 {
        while at < text.count {
            let byte = text[at]
            guard byte == 32 || byte == 10 || byte == 13 || byte == 9 else { return byte }
            at += 1
        }
        return 0
    }

    /// Takes `byte`, if it is next.
    mutating func take(_ byte: UInt8) -> Bool {
        guard next() == byte, at < text.count else { return false }
        at += 1
        return true
    }

    mutating func expect(_ byte: UInt8, or reason: JSONError.Reason = .unexpected) throws(JSONError) {
        if !take(byte) { throw failure(reason) }
    }

    /// After an element or member: true where another follows, false where `end` closed the list.
    mutating func goesOn(_ end: UInt8) throws(JSONError) -> Bool {
        if take(44) { return true }
        try expect(end)
        return false
    }

    /// Takes a literal name, if it is next.
    mutating func take(_ word: StaticString) -> Bool {
        _ = next()
        let count = word.utf8CodeUnitCount
        guard text.count - at >= count, Text(UnsafeRawBufferPointer(rebasing: text[at..<at + count])) == word else { return false }
        at += count
        return true
    }

    /// That something other was expected here.
    func failure(_ reason: JSONError.Reason) -> JSONError { JSONError(at < text.count ? reason : .endsEarly, at: at) }

    /// The text of a number, not yet converted.
    mutating func number() throws(JSONError) -> Text {
        _ = next()
        let start = at
        if at < text.count, text[at] == 45 { at += 1 }
        if at < text.count, text[at] == 48 { at += 1 } else { try digits() }
        if at < text.count, text[at] == 46 {
            at += 1
            try digits()
        }
        if at < text.count, text[at] | 32 == 101 {
            at += 1
            if at < text.count, text[at] == 43 || text[at] == 45 { at += 1 }
            try digits()
        }
        return Text(UnsafeRawBufferPointer(rebasing: text[start..<at]))
    }

    private mutating func digits() throws(JSONError) {
        let start = at
        while at < text.count, text[at] &- 48 < 10 { at += 1 }
        if at == start { throw failure(.badNumber) }
    }

    /// Passes over a value of any kind, to `depth` levels.
    mutating func skip(_ depth: Int) throws(JSONError) {
        guard depth > 0 else { throw JSONError(.tooDeep, at: at) }
        switch next() {
        case 34: try skipString()
        case 123:
            at += 1
            if take(125) { return }
            repeat {
                guard next() == 34 else { throw failure(.unexpected) }
                try skipString()
                try expect(58)
                try skip(depth - 1)
            } while try goesOn(125)
        case 91:
            at += 1
            if take(93) { return }
            repeat { try skip(depth - 1) } while try goesOn(93)
        case 45, 48...57: _ = try number()
        default:
            if !take("true"), !take("false"), !take("null") { throw failure(.unexpected) }
        }
    }

    private mutating func skipString() throws(JSONError) { _ = try string() }
}
