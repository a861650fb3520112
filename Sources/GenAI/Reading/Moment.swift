import Wire

extension Text {
    /// A moment as ISO 8601 writes it (`2026-11-24T00:30:30.123Z`, also with an offset or a blank for the T, and whatever quotes around it) in
    /// Unix nanoseconds; nil for other texts, and for what lies before 1970.
    var unixNanoseconds: UInt64? {
        var text = self
        while let byte = text.buffer.first, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { text = text.dropFirst(1) }
        guard text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"), text[13] == UInt8(ascii: ":"), text[16] == UInt8(ascii: ":"),
            let year = text.number(0, 4), let month = text.number(5, 7), let day = text.number(8, 10), let hour = text.number(11, 13),
            let minute = text.number(14, 16), let second = text.number(17, 19), (1...12).contains(month), (1...31).contains(day),
            (1970..<2500).contains(year), hour < 24, minute < 60, second < 62
        else { return nil }
        var (nanoseconds, at) = (0, 19)
        if text[at] == UInt8(ascii: ".") {
            (nanoseconds, at) = text.fraction(from: at + 1)
        }
        let days = Text.daysSince1970(year, month, day)
        let seconds = ((days * 24 + hour) * 60 + minute - text.offset(at: at)) * 60 + second
        return seconds < 0 ? nil : UInt64(seconds) * 1_000_000_000 + UInt64(nanoseconds)
    }

    private func number(_ from: Int, _ to: Int) -> Int? {
        let digits = slice(from, to)
        guard digits.count == to - from, digits.buffer.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
        return digits.buffer.reduce(0) { $0 * 10 + Int($1 &- 48) }
    }

    /// The first nine digits of a fraction as nanoseconds, and where it ends.
    private func fraction(from start: Int) -> (nanoseconds: Int, end: Int) {
        var (at, sum, unit) = (start, 0, 100_000_000)
        while at < count, self[at] &- 48 < 10 {
            sum += Int(self[at] &- 48) * unit
            unit /= 10
            at += 1
        }
        return (sum, at)
    }

    /// Minutes east of Greenwich: `+02:00`; 0 where nothing of the kind stands there.
    private func offset(at start: Int) -> Int {
        let sign = self[start]
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let hours = number(start + 1, start + 3),
            let minutes = number(start + 4, start + 6)
        else { return 0 }
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes)
    }

    /// Counted in years that begin in March, so that a leap day comes last.
    private static func daysSince1970(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let years = month > 2 ? year : year - 1
        let months = (month + 9) % 12
        return years * 365 + years / 4 - years / 100 + years / 400 + (months * 153 + 2) / 5 + day - 719_469
    }
}
