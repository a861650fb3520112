extension Format<[String]> {
    static var strings: Format {
        Format(
            type: "strings", noun: "an array of strings", example: "[\"…\"]", placeholder: [],
            show: { "[" + $0.map(\.quoted).joined(separator: ", ") + "]" },
            decode: { node, spot in elements(node, spot).map { $0.map(\.value) } }
        )
    }

    /// Leaves out what is no string, after saying so.
    static func elements(_ node: Node, _ spot: Spot) -> [Placed<String>]? {
        guard case .array(let nodes) = node.value else {
            var hint: String?
            if case .string(let text) = node.value { hint = "write [\(text.clipped.quoted)]" }
            spot.wrongType(node, "an array of strings", "[\"…\"]", hint: hint)
            return nil
        }
        return nodes.compactMap { element in Format<String>.string.decode(element, spot).map { Placed($0, element.place) } }
    }
}

extension Format<[Placed<String>]> {
    static var names: Format {
        Format(
            type: "strings", noun: "an array of strings", example: "[\"…\"]", placeholder: [],
            show: { "[" + $0.map(\.value.quoted).joined(separator: ", ") + "]" }, decode: Format<[String]>.elements)
    }
}

extension Format {
    /// A table whose keys are the user's. Dotted keys are joined again: `service.name = "x"` is one pair.
    static func pairs<V>(_ type: String, _ example: String, of value: Format<V>) -> Format<[Pair<V>]> where Value == [Pair<V>] {
        Format<[Pair<V>]>(
            type: type, noun: "a table", example: example, placeholder: [],
            show: { pairs in
                pairs.isEmpty ? "{}" : "{ " + pairs.map { "\($0.name.quoted) = \(value.show($0.value))" }.joined(separator: ", ") + " }"
            }
        ) { node, spot in
            guard case .table(let table) = node.value else {
                spot.wrongType(node, "a table", example)
                return nil
            }
            return flatten(table, prefix: "", value, spot)
        }
    }

    private static func flatten<V>(_ table: Table, prefix: String, _ value: Format<V>, _ spot: Spot) -> [Pair<V>] {
        table.entries.flatMap { entry in
            let name = prefix + entry.key
            if case .table(let inner) = entry.node.value { return flatten(inner, prefix: name + ".", value, spot) }
            let inside = Spot(subject: "\(spot.subject).\(name)", scope: spot.scope)
            return value.decode(entry.node, inside).map { [Pair(name, $0)] } ?? []
        }
    }
}

extension Format<Scalar> {
    static var scalar: Format {
        Format(
            type: "value", noun: "a string, number or boolean", example: "\"…\"", placeholder: .string(""), show: { $0.text }
        ) { node, spot in
            switch node.value {
            case .string: return spot.text(node).map { .string($0.value) }
            case .integer(let value): return .integer(value)
            case .float(let value): return .float(value)
            case .boolean(let value): return .boolean(value)
            default:
                spot.mistake(node.place, "expected a string, number or boolean, not \(node.noun)")
                return nil
            }
        }
    }
}

extension Scalar {
    fileprivate var text: String {
        switch self {
        case .string(let value): value.quoted
        case .integer(let value): "\(value)"
        case .float(let value): "\(value)"
        case .boolean(let value): "\(value)"
        }
    }
}
