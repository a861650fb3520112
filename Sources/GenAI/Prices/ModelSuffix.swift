/// The endings that may be taken off a model's name, one lookup after each, three at most (`prices.md` 3.3 step 4).
enum ModelSuffix {
    /// The name without its last suffix, and that suffix; nil where it ends in none of them.
    static func stripped(_ name: String) -> (name: String, suffix: String)? {
        let bytes = Array(name.utf8)
        for length in [marker(bytes), date(bytes), word(bytes), bedrockVersion(bytes), monthAndDay(bytes), monthAndYear(bytes)] {
            guard let length, length > 0, length < bytes.count else { continue }
            let cut = bytes.count - length
            return (String(decoding: bytes[..<cut], as: UTF8.self), String(decoding: bytes[cut...], as: UTF8.self))
        }
        return nil
    }

    /// `[1m]`: a context marker.
    private static func marker(_ bytes: [UInt8]) -> Int? {
        guard bytes.last == UInt8(ascii: "]"), let open = bytes.lastIndex(of: UInt8(ascii: "[")) else { return nil }
        return bytes.count - open
    }

    /// `-2024-08-06`, `-20240806`, `@20240806`
    private static func date(_ bytes: [UInt8]) -> Int? {
        if bytes.count > 11, bytes[bytes.count - 11] == UInt8(ascii: "-"),
            Instant.day(String(decoding: bytes.suffix(10), as: UTF8.self)) != nil
        {
            return 11
        }
        guard bytes.count > 9, bytes[bytes.count - 9] == UInt8(ascii: "-") || bytes[bytes.count - 9] == UInt8(ascii: "@"),
            let year = number(bytes.suffix(8).prefix(4)), let month = number(bytes.suffix(4).prefix(2)), let day = number(bytes.suffix(2)),
            (2000...2099).contains(year), Instant.days(year: year, month: month, day: day) != nil
        else { return nil }
        return 9
    }

    private static let words = [
        "-latest", "@default", "@latest", "-minimal", "-low", "-medium", "-high", "-xhigh", "-max", "-thinking",
    ].map { Array($0.utf8) }

    /// `-latest`, an effort, `-thinking`
    private static func word(_ bytes: [UInt8]) -> Int? {
        words.first { bytes.count > $0.count && bytes.suffix($0.count).elementsEqual($0) }?.count
    }

    /// `-v1:0`
    private static func bedrockVersion(_ bytes: [UInt8]) -> Int? {
        guard let colon = bytes.lastIndex(of: UInt8(ascii: ":")), number(bytes[(colon + 1)...]) != nil,
            let dash = bytes[..<colon].lastIndex(of: UInt8(ascii: "-")), colon - dash > 2, bytes[dash + 1] == UInt8(ascii: "v"),
            number(bytes[(dash + 2)..<colon]) != nil
        else { return nil }
        return bytes.count - dash
    }

    /// `-0613`, where it can be a day of a year
    private static func monthAndDay(_ bytes: [UInt8]) -> Int? {
        guard bytes.count > 5, bytes[bytes.count - 5] == UInt8(ascii: "-"), let month = number(bytes.suffix(4).prefix(2)),
            let day = number(bytes.suffix(2)), Instant.days(year: 2024, month: month, day: day) != nil
        else { return nil }
        return 5
    }

    /// `-08-2024`
    private static func monthAndYear(_ bytes: [UInt8]) -> Int? {
        guard bytes.count > 8, bytes[bytes.count - 8] == UInt8(ascii: "-"), bytes[bytes.count - 5] == UInt8(ascii: "-"),
            let month = number(bytes.suffix(7).prefix(2)), (1...12).contains(month), let year = number(bytes.suffix(4)),
            (2000...2099).contains(year)
        else { return nil }
        return 8
    }

    private static func number(_ bytes: some Collection<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.count <= 4 else { return nil }
        var value = 0
        for byte in bytes {
            guard 48...57 ~= byte else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        return value
    }
}
