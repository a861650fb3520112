/// Strings, numbers, booleans, words. Each comes in two forms: one that must be given or has a default, and one that may be left out.
extension KeyReader {
    package mutating func string(_ key: String, default standard: String? = nil, help: String) -> String {
        read(key, .string, default: standard, help: help)
    }

    package mutating func string(optional key: String, help: String) -> String? { read(optional: key, .string, help: help) }

    /// Never shown: not in a message, not in a listing.
    package mutating func secret(_ key: String, help: String) -> Secret { read(key, .secret, default: nil, help: help) }

    package mutating func secret(optional key: String, help: String) -> Secret? { read(optional: key, .secret, help: help) }

    package mutating func int(
        _ key: String, default standard: Int? = nil, in range: ClosedRange<Int> = 0 ... .max, help: String
    ) -> Int {
        read(key, .integer(in: range), default: standard, help: help)
    }

    package mutating func int(optional key: String, in range: ClosedRange<Int> = 0 ... .max, help: String) -> Int? {
        read(optional: key, .integer(in: range), help: help)
    }

    package mutating func number(
        _ key: String, default standard: Double? = nil, in range: ClosedRange<Double> = 0 ... .greatestFiniteMagnitude, help: String
    ) -> Double {
        read(key, .number(in: range), default: standard, help: help)
    }

    package mutating func number(
        optional key: String, in range: ClosedRange<Double> = 0 ... .greatestFiniteMagnitude, help: String
    ) -> Double? {
        read(optional: key, .number(in: range), help: help)
    }

    package mutating func bool(_ key: String, default standard: Bool? = nil, help: String) -> Bool {
        read(key, .boolean, default: standard, help: help)
    }

    package mutating func bool(optional key: String, help: String) -> Bool? { read(optional: key, .boolean, help: help) }

    /// One of an enum's raw values.
    package mutating func choice<E: RawRepresentable<String> & CaseIterable>(_ key: String, default standard: E, help: String) -> E {
        read(key, .choice(placeholder: standard), default: standard, help: help)
    }

    package mutating func choice<E: RawRepresentable<String> & CaseIterable>(
        optional key: String, of _: E.Type = E.self, help: String
    ) -> E? {
        guard let first = E.allCases.first else { return nil }
        return read(optional: key, .choice(placeholder: first), help: help)
    }
}
