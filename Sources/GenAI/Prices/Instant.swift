/// Seconds since 1970-01-01T00:00:00Z, and the calendar around them. Everything is UTC unless an offset is given.
enum Instant {
    /// Days since 1970-01-01 of a date in the Gregorian calendar; nil where there is no such day.
    static func days(year: Int, month: Int, day: Int) -> Int? {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= length(of: month, year) else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func length(of month: Int, _ year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// `2026-08-16` as days since 1970.
    static func day(_ text: some StringProtocol) -> Int? {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10])
        else { return nil }
        return days(year: year, month: month, day: day)
    }

    /// `2026-08-16`, `2026-08-16T16:00Z`, `2026-08-16T16:00:00Z`, also with an offset or a fraction, as seconds since 1970.
    static func seconds(_ text: some StringProtocol) -> Int64? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, bytes.count <= 40, let day = day(String(decoding: bytes[0..<10], as: UTF8.self)) else { return nil }
        if bytes.count == 10 { return Int64(day) * 86_400 }
        guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t") else { return nil }
        guard let (time, rest) = timeOfDay(bytes[11...]), let offset = offset(rest) else { return nil }
        return Int64(day) * 86_400 + Int64(time) - Int64(offset)
    }

    /// Seconds into the day, and what follows the time.
    private static func timeOfDay(_ bytes: ArraySlice<UInt8>) -> (Int, ArraySlice<UInt8>)? {
        guard let minute = minuteOfDay(bytes.prefix(5)), minute < 1440 else { return nil }
        var rest = bytes.dropFirst(5)
        guard rest.first == UInt8(ascii: ":") else { return (minute * 60, rest) }
        guard let second = number(rest.dropFirst().prefix(2)), second < 61 else { return nil }
        rest = rest.dropFirst(3)
        if rest.first == UInt8(ascii: ".") { rest = rest.dropFirst().drop { 48...57 ~= $0 } }
        return (minute * 60 + second, rest)
    }

    /// `08:30` as minutes; 24:00 is the end of a day.
    static func minuteOfDay(_ bytes: some Collection<UInt8>) -> Int? {
        let bytes = Array(bytes)
        guard bytes.count == 5, bytes[2] == UInt8(ascii: ":"), let hour = number(bytes[0..<2]), let minute = number(bytes[3..<5]),
            minute < 60, hour < 24 || (hour == 24 && minute == 0)
        else { return nil }
        return hour * 60 + minute
    }

    /// `Z` or `+08:00` in seconds; nothing counts as Z.
    static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let first = bytes.first else { return 0 }
        if bytes.count == 1, first == UInt8(ascii: "Z") || first == UInt8(ascii: "z") { return 0 }
        guard first == UInt8(ascii: "+") || first == UInt8(ascii: "-"), let minutes = minuteOfDay(bytes.dropFirst()) else { return nil }
        return (first == UInt8(ascii: "-") ? -60 : 60) * minutes
    }

    /// A short run of digits.
    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard !bytes.isEmpty, bytes.count <= 4 else { return nil }
        var value = 0
        for byte in bytes {
            guard 48...57 ~= byte else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        return value
    }

    /// The date of a day number, as `2026-08-16`.
    static func date(ofDay day: Int) -> String {
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return "\(pad(year, 4))-\(pad(month, 2))-\(pad(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, 2))"
    }

    /// An instant as a file writes it: a date where it is midnight, else with the time.
    static func text(_ seconds: Int64) -> String {
        let day = Int(floorDivide(seconds, 86_400))
        let time = Int(seconds - Int64(day) * 86_400)
        let date = date(ofDay: day)
        return time == 0 ? date : "\(date)T\(pad(time / 3600, 2)):\(pad(time / 60 % 60, 2)):\(pad(time % 60, 2))Z"
    }

    static func pad(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    @inline(__always)
    static func floorDivide(_ a: Int64, _ b: Int64) -> Int64 {
        let quotient = a / b
        return a % b < 0 ? quotient - 1 : quotient
    }
}
