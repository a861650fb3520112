extension Duration {
    /// No limit: a hundred thousand days.
    package static let forever = Duration.seconds(100_000 * 86_400)
}

/// Durations as settings write them: `250ms`, `5s`, `1h30m`. Whole numbers; units `us ms s m h d`, larger ones first.
package enum DurationText {
    private static let units: [(name: String, microseconds: Int64)] = [
        ("d", 86_400_000_000), ("h", 3_600_000_000), ("m", 60_000_000), ("s", 1_000_000), ("ms", 1000), ("us", 1),
    ]

    /// What people write elsewhere.
    private static let spellings = [
        "sec": "s", "secs": "s", "second": "s", "seconds": "s", "min": "m", "mins": "m", "minute": "m", "minutes": "m", "hr": "h",
        "hrs": "h",
        "hour": "h", "hours": "h", "day": "d", "days": "d", "µs": "us", "μs": "us", "msec": "ms", "millis": "ms", "": "s",
    ]

    package static func duration(_ text: String) -> Duration? {
        if case .value(let value) = parse(text) { value } else { nil }
    }

    static func parse(_ text: String) -> Parsed<Duration> {
        var total: Int64 = 0
        var smallest = units.startIndex - 1
        var rest = text[...]
        repeat {
            guard let part = Quantity(rest) else { return .wrong(hint: nil) }
            guard let unit = units.firstIndex(where: { $0.name == part.unit }) else { return .wrong(hint: hint(part, alone: text)) }
            guard unit > smallest else { return .wrong(hint: "larger units come first") }
            let (product, isTooLarge) = Int64(part.count).multipliedReportingOverflow(by: units[unit].microseconds)
            let (sum, isTooMuch) = total.addingReportingOverflow(product)
            guard !isTooLarge, !isTooMuch else { return .wrong(hint: "that is too long") }
            (total, smallest, rest) = (sum, unit, part.rest)
        } while !rest.isEmpty
        let duration = Duration.microseconds(total)
        return duration <= .forever ? .value(duration) : .wrong(hint: "that is too long")
    }

    private static func hint(_ part: Quantity, alone text: String) -> String? {
        let unit = part.unit.lowercased().filter { $0 != " " }
        guard part.rest.isEmpty, text.hasPrefix(String(part.count)) else { return nil }
        let known = units.contains { $0.name == unit } ? unit : spellings[unit]
        return known.map { "did you mean \"\(part.count)\($0)\"?" }
    }

    package static func string(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        var rest = seconds.multipliedReportingOverflow(by: 1_000_000).partialValue &+ attoseconds / 1_000_000_000_000
        guard rest > 0 else { return "0s" }
        var text = ""
        for unit in units where rest >= unit.microseconds {
            text += "\(rest / unit.microseconds)\(unit.name)"
            rest %= unit.microseconds
        }
        return text
    }
}
