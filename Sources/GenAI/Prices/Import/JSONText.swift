/// A JSON value with its numbers left as text, so that a price never passes through a `Double`.
package indirect enum JSONText: Equatable, Sendable {
    case null
    case bool(Bool)
    /// As written: `1.6e-06`.
    case number(String)
    case string(String)
    case array([JSONText])
    /// In the order written; of two equal keys the first is found.
    case object([Member])

    package struct Member: Equatable, Sendable {
        package var key: String
        package var value: JSONText
    }

    package subscript(key: String) -> JSONText? { members.first { $0.key == key }?.value }

    package var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    package var elements: [JSONText] {
        if case .array(let elements) = self { elements } else { [] }
    }

    package var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// A number's digits; also those of a number in quotes.
    package var digits: String? {
        switch self {
        case .number(let text), .string(let text): text
        default: nil
        }
    }

    /// A whole number, also one written `1000.0` or `2e3`.
    package var integer: Int64? {
        guard let digits else { return nil }
        if let whole = Int64(digits) { return whole }
        let negative = digits.hasPrefix("-")
        guard let decimal = DecimalText(digits.utf8.drop { $0 == UInt8(ascii: "-") }), let ratio = decimal.ratio(shiftedBy: 0, over: 1),
            ratio.denominator == 1
        else { return nil }
        return negative ? -ratio.numerator : ratio.numerator
    }
}

/// Where a JSON text breaks off.
package struct JSONMistake: Error, Equatable, CustomStringConvertible {
    package let offset: Int
    package let message: String
    package var description: String { "byte \(offset): \(message)" }
}
