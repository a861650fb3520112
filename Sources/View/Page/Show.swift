import Glibc
import Store

/// Figures as people read them. Unknown is a dash, never a zero.
enum Show {
    static let unknown = "–"

    static func count(_ number: Int64?) -> String {
        guard let number else { return unknown }
        let digits = String(number.magnitude)
        var out = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { out += "," }
            out.append(digit)
        }
        return number < 0 ? "−" + out : out
    }

    /// Nanodollars with three significant digits: `$0.000417`, `$12.30`.
    static func money(_ nano: Int64?) -> String {
        guard let nano else { return unknown }
        guard nano != 0 else { return "$0" }
        let dollars = Double(nano.magnitude) / 1e9
        var places = 2
        var bound = 1.0
        while dollars < bound, places < 9 {
            places += 1
            bound /= 10
        }
        let text = dollars >= 1_000 ? "$" + count(Int64(dollars.rounded())) : "$" + decimal(dollars, places: dollars >= 1 ? 2 : places)
        return nano < 0 ? "−" + text : text
    }

    static func cost(of row: SpanRow) -> String {
        row.costNano.map { money($0) } ?? (row.isFailed ? unknown : "no cost")
    }

    /// Nanoseconds: `840 ms`, `3.2 s`, `4 m 10 s`, `2 d 3 h`.
    static func duration(_ nanoseconds: Int64?) -> String {
        guard let nanoseconds, nanoseconds >= 0 else { return unknown }
        let seconds = Double(nanoseconds) / 1e9
        switch seconds {
        case 0: return "0"
        case ..<0.001: return decimal(seconds * 1e6, places: 0) + " µs"
        case ..<0.01: return decimal(seconds * 1e3, places: 1) + " ms"
        case ..<1: return decimal(seconds * 1e3, places: 0) + " ms"
        case ..<60: return decimal(seconds, places: seconds < 10 ? 2 : 1) + " s"
        default:
            let whole = Int64(seconds)
            if whole < 3_600 { return parts(whole / 60, "m", whole % 60, "s") }
            if whole < 86_400 { return parts(whole / 3_600, "h", whole % 3_600 / 60, "m") }
            return parts(whole / 86_400, "d", whole % 86_400 / 3_600, "h")
        }
    }

    private static func parts(_ large: Int64, _ unit: String, _ small: Int64, _ smaller: String) -> String {
        small == 0 ? "\(large) \(unit)" : "\(large) \(unit) \(small) \(smaller)"
    }

    /// The length of a bucket: `15m`, `3h`, `1d`.
    static func step(_ nanoseconds: Int64) -> String {
        let minutes = nanoseconds / 60_000_000_000
        return minutes % 1_440 == 0 ? "\(minutes / 1_440)d" : minutes % 60 == 0 ? "\(minutes / 60)h" : "\(minutes)m"
    }

    /// `2026-11-23 14:02:11` in the zone of the page.
    static func time(_ nanoseconds: Int64) -> String { utc(nanoseconds &+ Int64(Zone.shown.offset) &* 1_000_000_000) }

    /// The same with the zone's name.
    static func moment(_ nanoseconds: Int64) -> String { "\(time(nanoseconds)) \(Zone.shown.name)" }

    /// `2026-11-23 14:02:11` in UTC.
    static func utc(_ nanoseconds: Int64) -> String {
        var seconds = time_t(nanoseconds / 1_000_000_000)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let date = "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
        return "\(date) \(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))"
    }

    static func bytes(_ count: Int64) -> String {
        count < 10_000 ? "\(count) B" : count < 10_000_000 ? "\(count / 1_000) kB" : "\(count / 1_000_000) MB"
    }

    /// `12 s ago`
    static func ago(_ nanoseconds: Int64) -> String {
        let seconds = max(nanoseconds, 0) / 1_000_000_000
        return seconds < 90 ? "\(seconds) s ago" : seconds < 5_400 ? "\(seconds / 60) min ago" : "\(seconds / 3_600) h ago"
    }

    /// A number with so many places, without Foundation.
    static func decimal(_ number: Double, places: Int) -> String {
        guard number.isFinite, abs(number) < 1e15 else { return unknown }
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = Int64((number * scale).rounded())
        let digits = String(scaled.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        let sign = scaled < 0 ? "-" : ""
        return places == 0 ? sign + digits : sign + padded.dropLast(places) + "." + padded.suffix(places)
    }

    /// A text, or its beginning and how much more there is.
    static func clipped(_ text: String, to characters: Int) -> String {
        guard text.utf8.count > characters else { return text }
        let start = text.prefix(characters)
        return start.endIndex == text.endIndex ? text : start + "… (\(count(Int64(text.utf8.count))) bytes in all)"
    }

    /// What is known of a span besides its name.
    static func facts(of step: Step) -> [String] {
        let row = step.row
        var facts = [duration(row.durationNanoseconds)]
        if let first = row.timeToFirstChunk { facts.append("first token after \(duration(first))") }
        if row.tokens.total != nil { facts.append("\(count(row.tokens.input)) in, \(count(row.tokens.output)) out") }
        if step.role == .call, !step.isFailed || row.costNano != nil { facts.append(cost(of: row)) }
        if let reason = row.finishReasons.first, reason != "stop" { facts.append("ended with \(reason)") }
        if let word = step.failureWord { facts.append(word) }
        return facts
    }

    static func facts(of trace: TraceRow) -> [String] {
        var facts = [duration(trace.durationNanoseconds), trace.requests == 1 ? "1 request" : "\(count(trace.requests)) requests"]
        if trace.toolCalls > 0 { facts.append(trace.toolCalls == 1 ? "1 tool call" : "\(count(trace.toolCalls)) tool calls") }
        if trace.failures > 0 { facts.append("\(count(trace.failures)) failed, \(count(trace.recovered)) recovered") }
        if let total = trace.tokens.total { facts.append("\(count(total)) tokens") }
        facts.append(trace.costNano.map { money($0) } ?? "no cost")
        return facts
    }
}
