/// Values of gRPC's own headers, as they come. Source: grpc/doc/PROTOCOL-HTTP2.md.
extension GRPCText {
    /// `grpc-message`: what is not well encoded stays as it is.
    static func percentDecoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2, let code = UInt8(hex: rest.prefix(2)) {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// A binary header's bytes, padded or not; empty where it is not base64.
    static func unbase64(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var held = 0
        for letter in text.utf8 {
            if letter == UInt8(ascii: "=") { break }
            guard let six = sixBits(letter) else { return [] }
            bits = bits << 6 | UInt32(six)
            held += 6
            if held >= 8 {
                held -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
            }
        }
        return bytes
    }

    private static func sixBits(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): letter - 97 + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - 48 + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }
}

extension GRPCTimeout {
    /// At most eight digits, rounded down to the unit that they fit in; at least one nanosecond.
    static func text(nanoseconds: Int64) -> String {
        var value = max(nanoseconds, 1)
        for (unit, next) in [("n", Int64(1000)), ("u", 1000), ("m", 1000), ("S", 60), ("M", 60)] {
            if value < 100_000_000 { return "\(value)\(unit)" }
            value /= next
        }
        return "\(value)H"
    }
}

extension UInt8 {
    /// Two hexadecimal digits.
    fileprivate init?(hex digits: ArraySlice<UInt8>) {
        var value: UInt8 = 0
        for digit in digits {
            switch digit {
            case 48...57: value = value << 4 | (digit - 48)
            case 65...70: value = value << 4 | (digit - 55)
            case 97...102: value = value << 4 | (digit - 87)
            default: return nil
            }
        }
        self = value
    }
}
