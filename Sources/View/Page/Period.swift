import Store

/// Which time a page shows: so much before now, or from one moment to another.
struct Period: Sendable, Equatable {
    /// The words of `range=` and what they mean, in seconds.
    static let words: [(word: String, seconds: Int64, title: String)] = [
        ("15m", 900, "Last 15 minutes"), ("1h", 3_600, "Last hour"), ("6h", 21_600, "Last 6 hours"), ("24h", 86_400, "Last 24 hours"),
        ("7d", 604_800, "Last 7 days"), ("30d", 2_592_000, "Last 30 days"), ("90d", 7_776_000, "Last 90 days"),
    ]
    static let usual = "24h"

    /// Nil where `from` and `to` are given.
    let word: String?
    let range: TimeRange

    /// `now` in Unix nanoseconds. Anything that cannot be read is the usual range.
    init(_ query: Query, now: Int64) {
        let from = query["from"].flatMap(Moment.read)
        let to = query["to"].flatMap(Moment.read)
        // A form without scripts sends the chosen range along with the times that were there before.
        if query["range"] == nil, let from, from < to ?? now {
            word = nil
            range = TimeRange(from: from, to: to ?? now)
            return
        }
        let chosen = Self.words.first { $0.word == query["range"] } ?? Self.words[3]
        word = chosen.word
        range = TimeRange(from: now &- chosen.seconds &* 1_000_000_000, to: now)
    }

    /// What of the times that an address names cannot be asked; the usual range is shown instead.
    static func mistakes(_ query: Query) -> [String] {
        var mistakes: [String] = []
        if let range = query["range"] {
            if !words.contains(where: { $0.word == range }) {
                mistakes.append("range=\(range) is not one of \(words.map(\.word).joined(separator: ", "))")
            }
        } else {
            for key in ["from", "to"] {
                if let text = query[key], Moment.read(text) == nil {
                    mistakes.append("\(key)=\(text) is no time such as 2026-11-23T14:00:00Z")
                }
            }
            if let from = query["from"].flatMap(Moment.read), let to = query["to"].flatMap(Moment.read), from >= to {
                mistakes.append("from= is not before to=")
            }
            if query["to"] != nil, query["from"] == nil { mistakes.append("to= needs from=") }
        }
        if let zone = query["tz"], Zone(zone) == .utc, !["+00:00", "-00:00", "Z", "UTC"].contains(zone) {
            mistakes.append("tz=\(zone) is no offset such as +02:00")
        }
        return mistakes
    }

    /// `Last 7 days`, or the two moments.
    var title: String {
        guard let word, let known = Self.words.first(where: { $0.word == word }) else {
            return "\(Show.time(range.from)) – \(Show.moment(range.to))"
        }
        return known.title
    }

    /// `previous 7 days`
    var previousTitle: String {
        guard let word, let known = Self.words.first(where: { $0.word == word }) else { return "the same time before" }
        return "previous" + known.title.dropFirst("Last".count)
    }
}

extension TimeRange {
    /// What an address says to show this time and no other.
    var parameters: [(String, String?)] { [("range", nil), ("from", Moment.text(from)), ("to", Moment.text(to))] }
}

/// Moments as RFC 3339 has them.
enum Moment {
    /// Seconds from 1970 into 2191: spans begin nowhere else, and sums and differences of such times fit into 64 bits of nanoseconds.
    private static let known: ClosedRange<Int64> = 0...7_000_000_000

    /// Unix nanoseconds of `2026-11-23T14:02:11Z`, with a fraction and an offset if need be; digits alone are seconds. Nil too for what
    /// lies beyond what is known.
    static func read(_ text: String) -> Int64? {
        if let seconds = Int64(text) { return nanoseconds(seconds) }
        let bytes = Array(text.utf8)
        guard bytes.count >= 19, let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10]),
            let hour = number(bytes[11..<13]), let minute = number(bytes[14..<16]), let second = number(bytes[17..<19]),
            (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 61
        else { return nil }
        var seconds = (days(year, month, day) * 86_400) + hour * 3_600 + minute * 60 + second
        var rest = bytes[19...]
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            rest = rest.drop { $0 &- 48 < 10 }
        }
        if let sign = rest.first, sign != UInt8(ascii: "Z") {
            guard rest.count == 6, let hours = number(rest.dropFirst().prefix(2)), let minutes = number(rest.suffix(2)) else { return nil }
            seconds -= (hours * 3_600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
        }
        return nanoseconds(seconds)
    }

    private static func nanoseconds(_ seconds: Int64) -> Int64? { known.contains(seconds) ? seconds * 1_000_000_000 : nil }

    /// `2026-11-23T14:02:11Z`
    static func text(_ nanoseconds: Int64) -> String {
        let plain = Show.utc(nanoseconds)
        return plain.prefix(10) + "T" + plain.suffix(8) + "Z"
    }

    private static func number(_ digits: some Collection<UInt8>) -> Int64? {
        guard digits.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int64($1 - 48) }
    }

    /// Days since 1970 of a date in the Gregorian calendar (years counted from March).
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let ofEra = y - era * 400
        let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }
}
