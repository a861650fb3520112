/// Strings, numbers and choices.
extension KeyReader {
    /// A string that may be empty. Without `default` it must be given.
    package mutating func string(_ key: String, default fallback: String? = nil, help: String) -> String {
        read(key, type: "string", fallback: fallback.map(quoted), help: help, expected: "a string") { $0.expanded($1) } ?? fallback ?? ""
    }

    package mutating func optionalString(_ key: String, help: String) -> String? {
        read(key, type: "string", fallback: "", help: help, expected: "a string") { $0.expanded($1) }
    }

    /// A string that no message, log or listing shows.
    package mutating func secret(_ key: String, help: String) -> Secret? {
        declare(key, "secret", "", help)
        if let node = node(key) { mistakes.hide(node.valuePlace) }
        return read(key, type: "secret", fallback: "", help: help, expected: "a string") { $0.expanded($1).map(Secret.init) }
    }

    package mutating func bool(_ key: String, default fallback: Bool, help: String) -> Bool {
        read(key, type: "boolean", fallback: "\(fallback)", help: help, expected: "true or false") { keys, node in
            if case .boolean(let value) = node.content { return value }
            return nil
        } ?? fallback
    }

    package mutating func int(_ key: String, default fallback: Int, in range: ClosedRange<Int>, help: String) -> Int {
        let expected = "an integer from \(range.lowerBound) to \(range.upperBound)"
        return read(key, type: "integer", fallback: "\(fallback)", help: help, expected: expected) { keys, node in
            if case .integer(let value) = node.content, let number = Int(exactly: value), range.contains(number) { return number }
            return nil
        } ?? fallback
    }

    package mutating func number(_ key: String, default fallback: Double, in range: ClosedRange<Double>, help: String) -> Double {
        let expected = "a number from \(range.lowerBound) to \(range.upperBound)"
        return read(key, type: "number", fallback: "\(fallback)", help: help, expected: expected) { keys, node in
            switch node.content {
            case .integer(let value) where range.contains(Double(value)): Double(value)
            case .number(let value) where range.contains(value): value
            default: nil
            }
        } ?? fallback
    }

    /// One of the words of an enumeration.
    package mutating func choice<E: RawRepresentable & CaseIterable>(_ key: String, default fallback: E, help: String) -> E
    where E.RawValue == String {
        let words = E.allCases.map(\.rawValue)
        let type = words.map(quoted).joined(separator: " | ")
        declare(key, type, quoted(fallback.rawValue), help)
        guard let node = node(key) else { return fallback }
        guard let text = expanded(node) else {
            if case .string = node.content { return fallback }
            mistakes.add("\(path).\(key): \(node.content.kind) is not one of \(type)", at: node.valuePlace)
            return fallback
        }
        if let value = E(rawValue: text) { return value }
        mistakes.add(
            "\(path).\(key): '\(text)' is not one of \(type)", at: node.valuePlace, hint: Suggestion.hint(for: text, among: words))
        return fallback
    }

    package mutating func strings(_ key: String, default fallback: [String] = [], help: String) -> [String] {
        let shown = "[" + fallback.map(quoted).joined(separator: ", ") + "]"
        return list(key, type: "list of strings", fallback: shown, help: help).map { $0.map(\.text) } ?? fallback
    }

    /// The strings of a list with their places; nil where the key is absent or wrong.
    package mutating func list(_ key: String, type: String, fallback: String?, help: String) -> [(text: String, place: Place)]? {
        read(key, type: type, fallback: fallback, help: help, expected: "a list of strings") { keys, node in
            guard case .array(let elements) = node.content else { return nil }
            var strings: [(text: String, place: Place)] = []
            for element in elements {
                guard case .string = element.content else { return nil }
                if let text = keys.expanded(element) { strings.append((text, element.valuePlace)) }
            }
            return strings
        }
    }

    /// A table of strings, such as HTTP headers, in the order of the file. With `areSecret` no message shows the values.
    package mutating func pairs(_ key: String, areSecret: Bool = false, help: String) -> [(key: String, value: String)] {
        if areSecret { for child in node(key)?.children ?? [] { mistakes.hide(child.valuePlace) } }
        return read(key, type: "table of strings", fallback: "{}", help: help, expected: "a table of strings") { keys, node in
            guard case .table(let children) = node.content else { return nil }
            var pairs: [(key: String, value: String)] = []
            for child in children {
                guard case .string = child.content else { return nil }
                if let text = keys.expanded(child) { pairs.append((child.key, text)) }
            }
            return pairs
        } ?? []
    }
}

/// Tables inside a table.
extension KeyReader {
    /// A table that has its defaults where it is not given.
    package mutating func table<C: Configurable>(_ key: String, _ type: C.Type, help: String) -> C {
        declare(key, "table", "{}", help, inner: KeyReader.describe(type))
        return decode(node(key) ?? Node(key: key, keyPlace: place, valuePlace: place, content: .table([])), type)
    }

    /// A table that may be left out.
    package mutating func optionalTable<C: Configurable>(_ key: String, _ type: C.Type, help: String) -> C? {
        declare(key, "table", "", help, inner: KeyReader.describe(type))
        return node(key).map { decode($0, type) }
    }

    private func decode<C: Configurable>(_ node: Node, _: C.Type) -> C {
        if case .table = node.content {} else {
            mistakes.add("\(path).\(node.key): \(node.content.kind) is not a table", at: node.valuePlace)
        }
        var inner = KeyReader(path: "\(path).\(node.key)", node: node, mistakes: mistakes, environment: environment)
        let value = C(from: &inner)
        inner.finish()
        return value
    }
}

/// A string that does not show itself.
package struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    package let value: String
    package init(_ value: String) { self.value = value }
    package var description: String { "***" }
    package var debugDescription: String { "***" }
}

func quoted(_ text: String) -> String { "\"\(text)\"" }
