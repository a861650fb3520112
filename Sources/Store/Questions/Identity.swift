/// A trace's 16 bytes.
package struct TraceID: Sendable, Hashable {
    package let high: UInt64
    package let low: UInt64

    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// 32 lower-case hexadecimal digits.
    package var text: String { Hex.text(high) + Hex.text(low) }

    /// Reads 32 hexadecimal digits.
    package init?(text: String) {
        guard text.utf8.count == 32, let high = Hex.number(text.prefix(16)), let low = Hex.number(text.suffix(16)) else { return nil }
        self.init(high: high, low: low)
    }
}

/// A span's 8 bytes; never all zero.
package struct SpanID: Sendable, Hashable {
    package let number: UInt64

    package init?(_ number: UInt64) {
        guard number != 0 else { return nil }
        self.number = number
    }

    package var text: String { Hex.text(number) }

    package init?(text: String) {
        guard text.utf8.count == 16, let number = Hex.number(text[...]) else { return nil }
        self.init(number)
    }
}

/// A span in its trace.
package struct SpanAddress: Sendable, Hashable {
    package let trace: TraceID
    package let span: SpanID

    package init(trace: TraceID, span: SpanID) {
        self.trace = trace
        self.span = span
    }
}

/// A conversation is told apart by its environment and the application's own key.
package struct ConversationID: Sendable, Hashable {
    package let environment: String
    package let key: String

    package init(environment: String, key: String) {
        self.environment = environment
        self.key = key
    }
}

/// Hexadecimal digits.
enum Hex {
    static func text(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return digits.utf8.count == 1 ? "0" + digits : digits
    }

    static func text(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    static func number(_ digits: Substring) -> UInt64? {
        digits.utf8.allSatisfy(isDigit) ? UInt64(digits, radix: 16) : nil
    }

    static func bytes(_ digits: Substring) -> [UInt8]? {
        let codes = Array(digits.utf8)
        guard codes.count % 2 == 0, codes.allSatisfy(isDigit) else { return nil }
        return stride(from: 0, to: codes.count, by: 2).compactMap {
            UInt8(String(decoding: codes[$0..<$0 + 2], as: UTF8.self), radix: 16)
        }
    }

    private static func isDigit(_ code: UInt8) -> Bool {
        switch code {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"): true
        default: false
        }
    }
}
