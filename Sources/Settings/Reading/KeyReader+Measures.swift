/// Durations, sizes, addresses, URLs.
extension KeyReader {
    package mutating func duration(
        _ key: String, default standard: Duration? = nil, in range: ClosedRange<Duration> = .zero ... .forever, help: String
    ) -> Duration {
        read(key, .duration(in: range), default: standard, help: help)
    }

    package mutating func duration(
        optional key: String, in range: ClosedRange<Duration> = .zero ... .forever, help: String
    ) -> Duration? {
        read(optional: key, .duration(in: range), help: help)
    }

    /// A duration or `"never"`, which is `nil`.
    package mutating func duration(
        orNever key: String, default standard: Duration?, in range: ClosedRange<Duration> = .zero ... .forever, help: String
    ) -> Duration? {
        read(key, .durationOrNever(in: range), default: .some(standard), help: help)
    }

    /// Bytes.
    package mutating func size(
        _ key: String, default standard: Int? = nil, in range: ClosedRange<Int> = 0 ... .max, help: String
    ) -> Int {
        read(key, .size(in: range), default: standard, help: help)
    }

    package mutating func size(optional key: String, in range: ClosedRange<Int> = 0 ... .max, help: String) -> Int? {
        read(optional: key, .size(in: range), help: help)
    }

    package mutating func address(_ key: String, default standard: Address? = nil, help: String) -> Address {
        read(key, .address, default: standard, help: help)
    }

    package mutating func address(optional key: String, help: String) -> Address? { read(optional: key, .address, help: help) }

    package mutating func url(_ key: String, default standard: Endpoint? = nil, help: String) -> Endpoint {
        read(key, .url, default: standard, help: help)
    }

    package mutating func url(optional key: String, help: String) -> Endpoint? { read(optional: key, .url, help: help) }
}
