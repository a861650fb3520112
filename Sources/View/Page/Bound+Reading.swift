import Store

/// Bounds as people write them: `>0.01`, `<=250ms`, `20k`.
extension Bound {
    /// Nil where it cannot be read. A number without a sign is that number, but for times, which are never just so.
    init?(_ field: Field, reading text: Substring, isExcluded: Bool = false) {
        let sign = Comparison.allCases.first { text.hasPrefix($0.rawValue) }
        guard sign != nil || field.kind != .time, let value = field.kind.read(text.dropFirst(sign?.rawValue.count ?? 0)) else { return nil }
        let comparison = sign ?? .equal
        self.init(field, isExcluded ? comparison.opposite : comparison, value)
    }
}

extension Bound.Field {
    /// What a field is measured in.
    enum Kind {
        case money, time, count
    }

    var kind: Kind {
        switch self {
        case .cost: .money
        case .duration, .ttft, .active, .wall: .time
        case .tokens, .turns, .messages, .requests, .tools, .errors, .spans: .count
        }
    }

    /// One bound that makes sense.
    var example: String {
        switch self {
        case .cost: "cost:>0.01"
        case .duration: "duration:>2s"
        case .tokens: "tokens:>10k"
        case .ttft: "ttft:>500ms"
        case .turns: "turns:>=3"
        case .messages: "messages:>10"
        case .requests: "requests:>5"
        case .tools: "tools:>0"
        case .errors: "errors:>0"
        case .spans: "spans:>20"
        case .active: "active:>1m"
        case .wall: "wall:>1h"
        }
    }
}

extension Bound.Field.Kind {
    /// What may stand after a field's colon.
    func grammar(_ field: Bound.Field) -> String {
        let amount =
            switch self {
            case .money: "an amount in dollars"
            case .time: "a time in ms, s, m, h or d"
            case .count: "a whole number, with k or M if need be"
            }
        return "> >= < <= or = and \(amount), such as \(field.example)"
    }

    /// Nanodollars, nanoseconds or a count; nil where it is no number or one beyond 64 bits.
    func read(_ text: Substring) -> Int64? {
        guard self != .money else { return Decimal(text.hasPrefix("$") ? text.dropFirst() : text)?.times(1_000_000_000) }
        let digits = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }
        let unit = text[digits.endIndex...]
        return (self == .time ? Self.times : Self.counts)[unit].flatMap { Decimal(digits)?.times($0) }
    }

    /// Nanoseconds.
    private static let times: [Substring: Int64] = [
        "us": 1_000, "µs": 1_000, "ms": 1_000_000, "": 1_000_000_000, "s": 1_000_000_000, "m": 60_000_000_000, "h": 3_600_000_000_000,
        "d": 86_400_000_000_000,
    ]
    private static let counts: [Substring: Int64] = ["": 1, "k": 1_000, "K": 1_000, "M": 1_000_000]
}

/// A number as it is written, exactly: digits, with a point among them if need be.
private struct Decimal {
    private let digits: Int64
    private let places: Int

    /// Nil where it is none, or has more than 18 digits.
    init?(_ text: Substring) {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let all = parts.joined()
        guard !all.isEmpty, all.utf8.count <= 18, all.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let digits = Int64(all) else {
            return nil
        }
        self.digits = digits
        places = parts.count > 1 ? parts[1].utf8.count : 0
    }

    /// So many units; nil where that is no whole number, or one beyond 64 bits.
    func times(_ unit: Int64) -> Int64? {
        // At most 10^18 · 10^14.
        let product = Int128(digits) * Int128(unit)
        let scale = (0..<places).reduce(Int128(1)) { scale, _ in scale * 10 }
        return product % scale == 0 ? Int64(exactly: product / scale) : nil
    }
}
