/// Durations, sizes and addresses.
extension KeyReader {
    package mutating func duration(
        _ key: String, default fallback: Duration, in range: ClosedRange<Duration> = .zero ... .seconds(366 * 86_400), help: String
    ) -> Duration {
        let expected = "a duration such as \"250ms\", \"5s\" or \"1h30m\" from \"\(Units.text(range.lowerBound))\" to \"\(Units.text(range.upperBound))\""
        return read(key, type: "duration", fallback: quoted(Units.text(fallback)), help: help, expected: expected) { keys, node in
            keys.expanded(node).flatMap(Units.duration).flatMap { range.contains($0) ? $0 : nil }
        } ?? fallback
    }

    /// A duration or `"never"` (nil).
    package mutating func optionalDuration(_ key: String, default fallback: Duration?, help: String) -> Duration? {
        let shown = quoted(fallback.map(Units.text) ?? "never")
        let expected = "a duration such as \"5m\", or \"never\""
        return read(key, type: "duration", fallback: shown, help: help, expected: expected) { (keys: KeyReader, node: Node) -> Duration?? in
            guard let text = keys.expanded(node) else { return nil }
            if text == "never" { return .some(nil) }
            return Units.duration(text).map { .some($0) }
        } ?? fallback
    }

    /// Bytes.
    package mutating func size(_ key: String, default fallback: Int, in range: ClosedRange<Int> = 0...(1 << 50), help: String) -> Int {
        let expected = "a size such as \"64KiB\", \"16MiB\" or \"1GiB\" from \"\(Units.text(bytes: range.lowerBound))\" to \"\(Units.text(bytes: range.upperBound))\""
        return read(key, type: "size", fallback: quoted(Units.text(bytes: fallback)), help: help, expected: expected) { keys, node in
            keys.expanded(node).flatMap(Units.size).flatMap { range.contains($0) ? $0 : nil }
        } ?? fallback
    }

    /// Bytes; nil where it is not given.
    package mutating func optionalSize(_ key: String, help: String) -> Int? {
        read(key, type: "size", fallback: "", help: help, expected: "a size such as \"64KiB\", \"16MiB\" or \"1GiB\"") { keys, node in
            keys.expanded(node).flatMap(Units.size)
        }
    }

    /// Where to listen; nil where it is not given.
    package mutating func address(_ key: String, default fallback: Address? = nil, help: String) -> Address? {
        let shown = fallback.map { quoted($0.description) } ?? ""
        return read(key, type: "address", fallback: shown, help: help, expected: "an address such as \"127.0.0.1:4318\" or \"[::1]:4317\"") {
            $0.expanded($1).flatMap(Address.init)
        } ?? fallback
    }
}

/// A host and a port to listen on. The host is an address or a name, IPv6 without brackets; port 0 = any that is free.
package struct Address: Hashable, Sendable, CustomStringConvertible {
    package let host: String
    package let port: Int

    package init(host: String, port: Int) {
        self.host = host
        self.port = port
    }

    package init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else { return nil }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = String(host.dropFirst().dropLast())
        } else if host.contains(":") {
            return nil
        }
        let allowed = host.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != 47 }
        guard !host.isEmpty, allowed else { return nil }
        self.init(host: host, port: Int(port))
    }

    package var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    /// Only programs of this machine reach it.
    package var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }
}

/// The units of settings files.
package enum Units {
    private static let durations: [(String, Int64)] = [
        ("ns", 1), ("us", 1000), ("ms", 1_000_000), ("s", 1_000_000_000), ("m", 60_000_000_000), ("h", 3_600_000_000_000),
        ("d", 86_400_000_000_000),
    ]
    private static let sizes: [(String, Int)] = [
        ("B", 1), ("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("TiB", 1 << 40), ("KB", 1000), ("MB", 1_000_000),
        ("GB", 1_000_000_000), ("TB", 1_000_000_000_000),
    ]

    /// `"250ms"`, `"1h30m"`: whole numbers with units, at least one, none twice over.
    package static func duration(_ text: String) -> Duration? {
        var rest = Substring(text)
        var total: Int64 = 0
        guard !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            guard let (number, unit) = part(&rest), let factor = durations.first(where: { $0.0 == unit })?.1 else { return nil }
            let (product, over) = number.multipliedReportingOverflow(by: factor)
            let (sum, more) = total.addingReportingOverflow(product)
            guard !over, !more else { return nil }
            total = sum
        }
        return .nanoseconds(total)
    }

    /// `"64KiB"`: one whole number with one unit.
    package static func size(_ text: String) -> Int? {
        var rest = Substring(text)
        guard let (number, unit) = part(&rest), rest.isEmpty, let factor = sizes.first(where: { $0.0 == unit })?.1 else { return nil }
        let (product, over) = Int(number).multipliedReportingOverflow(by: factor)
        return over ? nil : product
    }

    private static func part(_ rest: inout Substring) -> (Int64, String)? {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int64(digits) else { return nil }
        rest = rest[digits.endIndex...]
        let unit = rest.prefix { $0.isASCII && $0.isLetter }
        rest = rest[unit.endIndex...]
        return unit.isEmpty ? nil : (number, String(unit))
    }

    /// The shortest spelling with one unit.
    package static func text(_ duration: Duration) -> String {
        let (seconds, attoseconds) = duration.components
        let nanoseconds = seconds * 1_000_000_000 + attoseconds / 1_000_000_000
        guard nanoseconds != 0 else { return "0s" }
        let fitting = durations.last { nanoseconds % $0.1 == 0 && $0.0 != "d" || nanoseconds % $0.1 == 0 && nanoseconds >= 2 * $0.1 }
        return fitting.map { "\(nanoseconds / $0.1)\($0.0)" } ?? "\(nanoseconds)ns"
    }

    package static func text(bytes: Int) -> String {
        let fitting = sizes.prefix(5).last { bytes != 0 && bytes % $0.1 == 0 }
        return fitting.map { "\(bytes / $0.1)\($0.0)" } ?? "\(bytes)B"
    }
}
