/// Names as Prometheus wants them, by the OpenTelemetry–Prometheus compatibility rules
/// (`specification/compatibility/prometheus_and_openmetrics.md`): tokens joined by `_`, the unit's word, then the type's suffix.
enum PrometheusName {
    /// The name of a metric's family in the text format: with unit and, for a counter, `_total`.
    static func metric(_ name: String, unit: String, isCounter: Bool, isGauge: Bool) -> String {
        var tokens = split(name)
        let (main, per) = PrometheusUnit.words(of: unit)
        if !main.isEmpty, !tokens.contains(main) { tokens.append(main) }
        if !per.isEmpty, !tokens.contains(per) { tokens += ["per", per] }
        if isCounter {
            tokens.removeAll { $0 == "total" }
            tokens.append("total")
        } else if isGauge, unit == "1" {
            tokens.removeAll { $0 == "ratio" }
            tokens.append("ratio")
        }
        let joined = tokens.joined(separator: "_")
        guard let first = joined.utf8.first else { return "_" }
        return isDigit(first) ? "_" + joined : joined
    }

    /// A label's name: what is not a letter, digit or `_` becomes `_`, runs of `_` become one.
    static func label(_ key: String) -> String {
        var bytes: [UInt8] = []
        for byte in key.utf8 {
            let next = isLetter(byte) || isDigit(byte) ? byte : underscore
            if next == underscore, bytes.last == underscore { continue }
            bytes.append(next)
        }
        if let first = bytes.first, isDigit(first) { bytes.insert(contentsOf: Array("key_".utf8), at: 0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let underscore = UInt8(ascii: "_")

    private static func split(_ name: String) -> [String] {
        name.utf8.split { !isLetter($0) && !isDigit($0) && $0 != UInt8(ascii: ":") }.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
}

/// UCUM units as the words that Prometheus names carry.
enum PrometheusUnit {
    /// The word of `unit`, and that of what it is divided by: `By/s` is `bytes` and `second`. Annotations in braces are dropped.
    static func words(of unit: String) -> (main: String, per: String) {
        let parts = withoutBraces(unit).split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        let main = parts.first.map { trim($0) } ?? ""
        let per = parts.count > 1 ? trim(parts[1]) : ""
        return (main == "1" ? "" : plural[main] ?? clean(main), singular[per] ?? clean(per))
    }

    private static let plural: [String: String] = [
        "s": "seconds", "ms": "milliseconds", "us": "microseconds", "ns": "nanoseconds", "min": "minutes", "h": "hours", "d": "days",
        "By": "bytes", "KiBy": "kibibytes", "MiBy": "mebibytes", "GiBy": "gibibytes", "TiBy": "tibibytes", "KBy": "kilobytes",
        "MBy": "megabytes", "GBy": "gigabytes", "TBy": "terabytes", "m": "meters", "V": "volts", "A": "amperes", "J": "joules",
        "W": "watts", "g": "grams", "Cel": "celsius", "Hz": "hertz", "%": "percent", "$": "dollars",
    ]
    private static let singular: [String: String] = [
        "s": "second", "m": "minute", "min": "minute", "h": "hour", "d": "day", "w": "week", "mo": "month", "y": "year",
    ]

    private static func withoutBraces(_ unit: String) -> String {
        var depth = 0
        var kept = ""
        for character in unit {
            if character == "{" { depth += 1 }
            if depth == 0 { kept.append(character) }
            if character == "}", depth > 0 { depth -= 1 }
        }
        return kept
    }

    private static func trim(_ part: Substring) -> String { String(part.drop { $0 == " " }.prefix { $0 != " " }) }

    private static func clean(_ word: String) -> String {
        word.utf8.isEmpty ? "" : PrometheusName.label(word).split(separator: "_").joined(separator: "_")
    }
}
