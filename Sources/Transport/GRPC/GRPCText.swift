/// Values of gRPC's own headers. Source: grpc/doc/PROTOCOL-HTTP2.md.
enum GRPCText {
    /// `grpc-message`: printable ASCII but for `%`; all else as `%XX` of its UTF-8.
    static func percentEncoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            if byte >= 0x20, byte <= 0x7E, byte != UInt8(ascii: "%") {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }

    /// Binary headers: base64 without padding.
    static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var result: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            var letters: [UInt8] = []
            for _ in 0..<4 {
                letters.insert(alphabet[bits & 63], at: 0)
                bits >>= 6
            }
            result += letters.prefix(group.count + 1)
        }
        return String(decoding: result, as: UTF8.self)
    }
}

/// `grpc-timeout`: up to eight digits and a unit.
enum GRPCTimeout {
    private static let units: [Character: Int64] = [
        "H": 3_600_000_000_000, "M": 60_000_000_000, "S": 1_000_000_000, "m": 1_000_000, "u": 1000, "n": 1,
    ]

    /// Nil for what is absent or malformed.
    static func nanoseconds(_ text: String?) -> Int64? {
        guard let text, let unit = text.last.flatMap({ units[$0] }), text.count <= 9, let number = Int64(text.dropLast()), number >= 0
        else {
            return nil
        }
        return number.multipliedReportingOverflow(by: unit).overflow ? nil : number * unit
    }
}
