extension Format<String> {
    static var string: Format { .text("string", "a string", "…", placeholder: "", show: { $0.quoted }) { .value($0) } }
}

extension Format<Secret> {
    static var secret: Format { Format<String>.string.hidden }
}

extension Format<String> {
    /// The same, never shown.
    var hidden: Format<Secret> {
        Format<Secret>(type: "secret", noun: noun, example: example, placeholder: Secret(""), show: { _ in "***" }) { node, spot in
            spot.scope.mistakes.hide(node)
            return decode(node, spot).map { Secret($0) }
        }
    }
}

extension Format<Int> {
    static func integer(in range: ClosedRange<Int>) -> Format {
        Format(
            type: "integer", noun: "an integer", example: String(min(max(10, range.lowerBound), range.upperBound)),
            placeholder: range.lowerBound, show: { String($0) }
        ) { node, spot in
            if case .integer(let number) = node.value { return Int(number) }
            // A number cannot be expanded but in a string.
            if case .string = node.value, let text = spot.text(node), text.isExpanded, let number = Int(text.value) { return number }
            spot.wrongType(node, "an integer", "10", hint: node.unquoted { Int($0) != nil })
            return nil
        }.limited(to: range, forever: .max)
    }
}

extension Format<Double> {
    static func number(in range: ClosedRange<Double>) -> Format {
        Format(type: "number", noun: "a number", example: "0.5", placeholder: range.lowerBound, show: { "\($0)" }) { node, spot in
            if case .integer(let number) = node.value { return Double(number) }
            if case .float(let number) = node.value, number.isFinite { return number }
            if case .string = node.value, let text = spot.text(node), text.isExpanded, let number = Double(text.value), number.isFinite {
                return number
            }
            spot.wrongType(node, "a number", "0.5", hint: node.unquoted { Double($0) != nil })
            return nil
        }.limited(to: range, forever: .greatestFiniteMagnitude)
    }
}

extension Format<Bool> {
    static var boolean: Format {
        Format(type: "boolean", noun: "a boolean", example: "true", placeholder: false, show: { String($0) }) { node, spot in
            if case .boolean(let value) = node.value { return value }
            if case .string = node.value, let text = spot.text(node), text.isExpanded, let value = Bool(text.value) { return value }
            spot.wrongType(node, "a boolean", "true", hint: node.unquoted { Bool($0) != nil })
            return nil
        }
    }
}

extension Format where Value: RawRepresentable<String> & CaseIterable {
    /// One of an enum's words.
    static func choice(placeholder: Value) -> Format {
        let words = Value.allCases.map(\.rawValue)
        let all = words.map(\.quoted).joined(separator: " | ")
        return Format(type: all, noun: "a word", example: words.first?.quoted ?? "", placeholder: placeholder, show: \.rawValue.quoted) {
            node, spot in
            guard case .string = node.value else {
                spot.mistake(node.place, "expected \(all), not \(node.noun)")
                return nil
            }
            guard let text = spot.text(node) else { return nil }
            if let value = Value(rawValue: text.value) { return value }
            let what = text.isExpanded ? "what it expands to" : text.value.clipped.quoted
            let near = text.isExpanded ? nil : Suggestion.nearest(to: text.value, among: words)
            spot.mistake(node.place, "expected \(all), not \(what)", hint: near.map { "did you mean \"\($0)\"?" })
            return nil
        }
    }
}

extension Node {
    /// How to write a quoted word without quotes, where that helps.
    fileprivate func unquoted(_ isGood: (String) -> Bool) -> String? {
        guard case .string(let text) = value, isGood(text) else { return nil }
        return "write \(text) without quotes"
    }
}
