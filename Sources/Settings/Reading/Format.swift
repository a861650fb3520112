/// How one type of setting is written.
struct Format<Value> {
    /// One word for listings.
    let type: String
    /// With its article, for messages: `a duration`.
    let noun: String
    /// As it would stand in a file: `"15s"`.
    let example: String
    /// Takes the place of a value that could not be read.
    let placeholder: Value
    /// The value as it would stand in a file.
    let show: (Value) -> String
    /// Reports what is wrong and gives `nil`.
    let decode: (Node, Spot) -> Value?
}

extension Format {
    /// A value written as a string: `parse` gets it expanded.
    /// - Parameter unit: what a bare number probably lacked.
    static func text(
        _ type: String, _ noun: String, _ example: String, placeholder: Value, unit: String? = nil,
        show: @escaping (Value) -> String, parse: @escaping (String) -> Parsed<Value>
    ) -> Format {
        Format(type: type, noun: noun, example: "\"\(example)\"", placeholder: placeholder, show: show) { node, spot in
            guard case .string = node.value else {
                spot.wrongType(node, noun, "\"\(example)\"", hint: node.quoted(unit))
                return nil
            }
            guard let text = spot.text(node) else { return nil }
            switch parse(text.value) {
            case .value(let value): return value
            case .wrong(let hint):
                let what = text.isExpanded ? "what it expands to" : "\"\(text.value.clipped)\""
                spot.mistake(node.place, "expected \(noun) such as \"\(example)\", not \(what)", hint: text.isExpanded ? nil : hint)
                return nil
            }
        }
    }

    /// The same, within limits.
    func limited(_ check: @escaping (Value) -> String?) -> Format {
        Format(type: type, noun: noun, example: example, placeholder: placeholder, show: show) { node, spot in
            guard let value = decode(node, spot) else { return nil }
            guard let complaint = check(value) else { return value }
            spot.mistake(node.place, complaint)
            return nil
        }
    }

    /// Between the bounds, both included.
    func limited(to range: ClosedRange<Value>, forever: Value) -> Format where Value: Comparable {
        limited { value in
            if range.contains(value) { return nil }
            if range.upperBound >= forever { return "must be at least \(show(range.lowerBound))" }
            return "must be between \(show(range.lowerBound)) and \(show(range.upperBound))"
        }
    }
}

/// What a text parser answers.
enum Parsed<Value> {
    case value(Value)
    /// With what was probably meant.
    case wrong(hint: String?)
}

/// One key's value while it is decoded: who it is, and where its mistakes go.
struct Spot {
    /// `exporters.backend.interval`
    let subject: String
    let scope: Scope

    func mistake(_ place: Place, _ message: String, hint: String? = nil) { scope.mistakes.add(at: place, subject, message, hint: hint) }

    func wrongType(_ node: Node, _ noun: String, _ example: String, hint: String? = nil) {
        mistake(node.place, "expected \(noun) such as \(example), not \(node.noun)", hint: hint)
    }

    /// A string's text with `${…}` expanded; `nil` and a mistake if that fails.
    func text(_ node: Node) -> (value: String, isExpanded: Bool)? {
        guard case .string(let raw) = node.value else { return nil }
        return Expansion.expand(raw, at: node.place, self)
    }
}

extension Node {
    /// How to write a bare number with its unit.
    fileprivate func quoted(_ unit: String?) -> String? {
        guard case .integer(let number) = value, number >= 0, let unit else { return nil }
        return "write \"\(number)\(unit)\""
    }
}
