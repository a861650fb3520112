/// How long a backend asks to wait: `Retry-After` in seconds or as a date (RFC 9110 section 10.2.3).
enum RetryAfter {
    private static let longest = Duration.seconds(86_400)

    /// Nil for what is absent or cannot be read.
    static func duration(_ header: String?, unixNanoseconds now: UInt64) -> Duration? {
        guard let header else { return nil }
        if let seconds = UInt64(header) { return bounded(.seconds(Int64(clamping: min(seconds, 1 << 32)))) }
        guard let date = unixSeconds(httpDate: header) else { return nil }
        return bounded(.seconds(date - Int64(clamping: now / 1_000_000_000)))
    }

    /// From now on, and not for more than a day.
    static func bounded(_ wait: Duration) -> Duration { min(max(wait, .zero), longest) }

    /// The form that senders must use (RFC 9110 section 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
    static func unixSeconds(httpDate text: String) -> Int64? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", let day = Int64(parts[1]), (1...31).contains(day),
            let month = months.firstIndex(of: String(parts[2])), let year = Int64(parts[3]), (1970...9999).contains(year)
        else {
            return nil
        }
        let time = parts[4].split(separator: ":").map { Int64($0) ?? -1 }
        guard time.count == 3, (0...23).contains(time[0]), (0...59).contains(time[1]), (0...60).contains(time[2]) else { return nil }
        return days(year, Int64(month) + 1, day) * 86_400 + time[0] * 3600 + time[1] * 60 + time[2]
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    /// Days since 1970-01-01 in the Gregorian calendar, with years that begin in March so that leap days come last.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
    }
}
