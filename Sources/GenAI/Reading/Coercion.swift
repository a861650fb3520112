import OTLP
import Wire

/// Values as the facts they state: SDKs write counts as int, double or digits, texts bare or as JSON, lists as arrays or JSON.
extension Value {
    /// Neither missing, nor null, nor an empty text, nor one that spells null.
    var saysSomething: Bool {
        switch kind {
        case .absent, .empty: return false
        case .string:
            let text = text ?? .empty
            if text.count != 4 { return !text.isEmpty }
            return text[0] != UInt8(ascii: "n") && text[0] != UInt8(ascii: "N") || !(text == "null" || text == "None")
        default: return true
        }
    }

    /// A count; nil for what is negative, not whole, no number, or more than anybody can have counted.
    var count: Int64? {
        switch kind {
        case .int: int.flatMap(Int64.init(count:))
        case .double: double.flatMap(Int64.init(count:))
        case .string: text.flatMap(Int64.init(count:))
        default: nil
        }
    }

    /// An amount of money; nil for what is negative or no number.
    var amount: Double? {
        let number: Double? =
            switch kind {
            case .double: double
            case .int: int.map(Double.init)
            case .string: text.flatMap(\.number)
            default: nil
            }
        guard let number, number.isFinite, number >= 0 else { return nil }
        return number
    }

    /// A yes or no, however it is written.
    var flag: Bool? {
        switch kind {
        case .bool: return bool
        case .int: return int.map { $0 != 0 }
        case .string:
            guard let text else { return nil }
            if text.equalsIgnoringCase("true") { return true }
            return text.equalsIgnoringCase("false") ? false : nil
        default: return nil
        }
    }

    /// The text without the quotes of a JSON string, where it is nothing else.
    var bareText: Text {
        guard let text else { return .empty }
        return text.withoutQuotes
    }

    /// The first text of an array, of a JSON list, or the text itself.
    var firstText: Text {
        switch kind {
        case .array:
            for element in elements { if let text = element.text { return text } }
            return .empty
        case .string:
            guard let text else { return .empty }
            if text[0] == UInt8(ascii: "["), let list = JSONView(text), let first = list.firstElement { return first.string }
            return text.withoutQuotes
        default: return .empty
        }
    }
}

extension Int64 {
    /// Sums of a few counts below this cannot overflow.
    private static var mostCounted: Int64 { 1 << 52 }

    init?(count: Int64) {
        guard count >= 0, count <= Int64.mostCounted else { return nil }
        self = count
    }

    init?(count: Double) {
        guard count >= 0, count <= Double(Int64.mostCounted), count == count.rounded() else { return nil }
        self = Int64(count)
    }

    /// Digits, also with `.0`.
    init?(count text: Text) {
        if let int = text.integer {
            self.init(count: int)
        } else {
            guard text[0] &- 48 < 10, let number = text.number else { return nil }
            self.init(count: number)
        }
    }
}

extension Text {
    /// `"x"` as `x`.
    var withoutQuotes: Text {
        let quote = UInt8(ascii: "\"")
        guard count >= 2, self[0] == quote, self[count - 1] == quote else { return self }
        return slice(1, count - 1)
    }

    /// What stands behind the last `byte`; all of it where there is none.
    func afterLast(_ byte: UInt8) -> Text {
        guard let index = lastIndex(of: byte) else { return self }
        return dropFirst(index + 1)
    }

    /// What stands before the first `byte`; all of it where there is none.
    func beforeFirst(_ byte: UInt8) -> Text {
        guard let index = firstIndex(of: byte) else { return self }
        return prefix(index)
    }
}
