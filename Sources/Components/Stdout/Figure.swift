import Glibc

/// Numbers for people.
enum Figure {
    /// `1,234,567`
    static func grouped(_ number: Int64) -> String {
        var text = ""
        for (place, digit) in String(number.magnitude).reversed().enumerated() {
            if place > 0, place % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return (number < 0 ? "-" : "") + String(text.reversed())
    }

    static func decimal(_ number: Double, _ places: Int) -> String {
        var buffer = [CChar](repeating: 0, count: 400)
        let count = withVaList([Int32(places), number]) { vsnprintf(&buffer, buffer.count, "%.*f", $0) }
        return String(decoding: buffer.prefix(max(0, min(Int(count), 399))).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// US dollars, to a millionth.
    static func dollars(_ amount: Double) -> String { (amount < 0 ? "-$" : "$") + decimal(amount.magnitude, 6) }

    /// `12 ms`, `1.24 s`, `2 m 05 s`
    static func duration(nanoseconds: UInt64) -> String {
        let milliseconds = (nanoseconds &+ 500_000) / 1_000_000
        if nanoseconds < 1_000_000 { return "\(nanoseconds / 1000) µs" }
        if milliseconds < 1000 { return "\(milliseconds) ms" }
        if milliseconds < 100_000 { return decimal(Double(milliseconds) / 1000, milliseconds < 10_000 ? 2 : 1) + " s" }
        let seconds = milliseconds / 1000
        if seconds < 6000 { return "\(seconds / 60) m \(twoDigits(Int64(seconds % 60))) s" }
        return "\(seconds / 3600) h \(twoDigits(Int64(seconds / 60 % 60))) m"
    }

    /// Local time of day, to a millisecond.
    static func time(unixNanoseconds: UInt64) -> String {
        var seconds = time_t(clamping: unixNanoseconds / 1_000_000_000)
        var parts = tm()
        localtime_r(&seconds, &parts)
        let milliseconds = String(unixNanoseconds / 1_000_000 % 1000)
        let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map { twoDigits(Int64($0)) }.joined(separator: ":")
        return clock + "." + String(repeating: "0", count: 3 - milliseconds.count) + milliseconds
    }

    private static func twoDigits(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
