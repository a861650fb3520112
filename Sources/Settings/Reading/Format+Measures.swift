extension Format<Duration> {
    static func duration(in range: ClosedRange<Duration>) -> Format {
        Format.text(
            "duration", "a duration", "15s", placeholder: range.lowerBound, unit: "s",
            show: { DurationText.string($0).quoted }, parse: DurationText.parse
        ).limited(to: range, forever: .forever)
    }
}

extension Format<Duration?> {
    /// `nil` is written `"never"`.
    static func durationOrNever(in range: ClosedRange<Duration>) -> Format {
        Format.text(
            "duration | \"never\"", "a duration or \"never\"", "15s", placeholder: nil, unit: "s",
            show: { ($0.map(DurationText.string) ?? "never").quoted },
            parse: { text in
                if text == "never" { return .value(nil) }
                switch DurationText.parse(text) {
                case .value(let duration): return .value(duration)
                case .wrong(let hint): return .wrong(hint: hint ?? Suggestion.hint(for: text, among: ["never"]))
                }
            }
        ).limited { duration in
            guard let duration, !range.contains(duration) else { return nil }
            let least = "must be at least \(DurationText.string(range.lowerBound).quoted)"
            return range.upperBound >= .forever ? least : least + " and at most \(DurationText.string(range.upperBound).quoted)"
        }
    }
}

extension Format<Int> {
    static func size(in range: ClosedRange<Int>) -> Format {
        Format.text(
            "size", "a size", "16MiB", placeholder: range.lowerBound, unit: "B",
            show: { SizeText.string($0).quoted }, parse: SizeText.parse
        ).limited(to: range, forever: .max)
    }
}

extension Format<Address> {
    static var address: Format {
        .text(
            "address", "an address", "127.0.0.1:4318", placeholder: Address(host: "127.0.0.1", port: 0),
            show: { $0.description.quoted }, parse: Address.parse)
    }
}

extension Format<Endpoint> {
    static var url: Format {
        Format(
            type: plain.type, noun: plain.noun, example: plain.example, placeholder: plain.placeholder, show: plain.show
        ) { node, spot in
            guard case .string(let raw) = node.value, raw.hasUserInfo || spot.text(node)?.value.hasUserInfo == true else {
                return plain.decode(node, spot)
            }
            spot.scope.mistakes.hide(node)
            spot.mistake(node.place, "a URL must not carry a user name or password", hint: "send them as headers")
            return nil
        }
    }

    private static var plain: Format {
        .text(
            "url", "a URL", "https://otlp.example.com", placeholder: Endpoint(scheme: .http, host: "127.0.0.1", port: 9),
            show: { $0.description.quoted }, parse: Endpoint.parse)
    }
}

extension String {
    /// Whether a URL's authority has something before an `@`.
    fileprivate var hasUserInfo: Bool {
        guard let mark = firstRange(of: "://") else { return false }
        let rest = self[mark.upperBound...]
        return rest[..<(rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex)].contains("@")
    }
}
