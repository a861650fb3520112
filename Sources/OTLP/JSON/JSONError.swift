/// Why a text is not the OTLP/JSON that was expected, and where. One word wide.
package struct JSONError: Error, Equatable, CustomStringConvertible {
    package enum Reason: UInt8, Sendable {
        case endsEarly, unexpected, afterEnd, controlCharacter, badEscape, badNumber, outOfRange
        case wrongType, unknownWord, badHex, badBase64, tooDeep, tooLarge
    }

    private let packed: UInt64

    package init(_ reason: Reason, at offset: Int) {
        packed = UInt64(reason.rawValue) << 48 | UInt64(truncatingIfNeeded: offset) & 0xFFFF_FFFF_FFFF
    }

    /// Bytes from the start of the text.
    package var offset: Int { Int(packed & 0xFFFF_FFFF_FFFF) }

    package var reason: Reason { Reason(rawValue: UInt8(truncatingIfNeeded: packed >> 48)) ?? .unexpected }

    package var description: String { "\(reason.explanation) at byte \(offset)" }
}

extension JSONError.Reason {
    /// A phrase for people.
    package var explanation: String {
        switch self {
        case .endsEarly: "the text ends early"
        case .unexpected: "a character that JSON does not have here"
        case .afterEnd: "something follows the end"
        case .controlCharacter: "a control character in a string"
        case .badEscape: "an escape that JSON does not know"
        case .badNumber: "not a number"
        case .outOfRange: "a number that its field cannot hold"
        case .wrongType: "a value of the wrong type"
        case .unknownWord: "a name that its enum does not have"
        case .badHex: "an id that is not hexadecimal"
        case .badBase64: "bytes that are not base64"
        case .tooDeep: "nested too deeply"
        case .tooLarge: "over the limit as protobuf"
        }
    }
}
