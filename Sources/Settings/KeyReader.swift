/// What is decoded from a table of a settings file.
package protocol Configurable: Sendable {
    /// Reads its keys. It never throws: a mistake is noted where it was made and a stand-in goes on, so that one run shows all of them.
    init(from keys: inout KeyReader)
}

/// Nothing to set.
package struct NoSettings: Configurable {
    package init(from keys: inout KeyReader) {}
}

/// One key that a component reads, as it declared it by reading.
package struct KeyDeclaration: Sendable, Equatable {
    package let key: String
    /// A word or two: `duration`, `size`, `list of strings`, `table`.
    package let type: String
    /// As it would be written in the file; nil = it must be given; empty = nothing by default.
    package let fallback: String?
    package let help: String
    /// The keys of a table.
    package let inner: [KeyDeclaration]
}

/// Reads one table key by key. Each read declares the key, so that what is documented is what is decoded;
/// `finish` then knows which keys nobody asked for.
package struct KeyReader {
    /// The table's name in messages, such as `exporters.backend`.
    package let path: String
    /// The place of the table's own key.
    package let place: Place
    package private(set) var declarations: [KeyDeclaration] = []
    let nodes: [Node]
    let mistakes: Mistakes
    let environment: @Sendable (String) -> String?
    let isDescribing: Bool

    init(path: String, node: Node, mistakes: Mistakes, environment: @escaping @Sendable (String) -> String?) {
        self.path = path
        place = node.keyPlace
        nodes = node.children
        self.mistakes = mistakes
        self.environment = environment
        isDescribing = false
    }

    private init(describing path: String) {
        self.path = path
        place = .start
        nodes = []
        mistakes = Mistakes(file: "", text: "")
        environment = { _ in nil }
        isDescribing = true
    }

    /// What `type` is where nothing is set.
    package static func defaults<C: Configurable>(_ type: C.Type) -> C {
        var reader = KeyReader(describing: "")
        return C(from: &reader)
    }

    /// The keys that `type` reads.
    package static func describe<C: Configurable>(_ type: C.Type) -> [KeyDeclaration] {
        var reader = KeyReader(describing: "")
        _ = C(from: &reader)
        return reader.declarations
    }

    /// The keys that `read` reads.
    package static func describe(_ read: (inout KeyReader) -> Void) -> [KeyDeclaration] {
        var reader = KeyReader(describing: "")
        read(&reader)
        return reader.declarations
    }

    /// Notes every key that nobody asked for.
    package func finish() {
        let known = declarations.map(\.key)
        for node in nodes where !known.contains(node.key) {
            mistakes.add(
                "\(path): unknown key '\(node.key)'", at: node.keyPlace,
                hint: Suggestion.hint(for: node.key, among: known) ?? Self.list(known))
        }
    }

    private static func list(_ words: [String]) -> String? {
        words.isEmpty ? nil : "known: \(words.sorted().joined(separator: ", "))"
    }

    /// Notes a mistake about the value of `key`, or about the table where it has no such key.
    package func reject(_ key: String, _ message: String, hint: String? = nil) {
        mistakes.add("\(path).\(key): \(message)", at: node(key)?.valuePlace ?? place, hint: hint)
    }

    /// Whether the file gives this key.
    package func has(_ key: String) -> Bool { node(key) != nil }

    func node(_ key: String) -> Node? { nodes.first { $0.key == key } }

    mutating func declare(_ key: String, _ type: String, _ fallback: String?, _ help: String, inner: [KeyDeclaration] = []) {
        guard !declarations.contains(where: { $0.key == key }) else { return }
        declarations.append(KeyDeclaration(key: key, type: type, fallback: fallback, help: help, inner: inner))
    }

    /// The value of `key` by `parse`, which gets this reader and the node and answers nil for what it does not take. Nil where the key is absent or wrong (then noted).
    mutating func read<T>(
        _ key: String, type: String, fallback: String?, help: String, expected: String, _ parse: (KeyReader, Node) -> T?
    ) -> T? {
        declare(key, type, fallback, help)
        guard let node = node(key) else {
            if fallback == nil, !isDescribing {
                mistakes.add("\(path): the key '\(key)' is missing", at: place, hint: "\(key) = \(expected): \(help)")
            }
            return nil
        }
        guard let value = parse(self, node) else {
            let got: String
            if case .string(let text) = node.content { got = "'\(text)'" } else { got = node.content.kind }
            mistakes.add("\(path).\(key): \(isHidden(key) ? "the value" : got) is not \(expected)", at: node.valuePlace)
            return nil
        }
        return value
    }

    private func isHidden(_ key: String) -> Bool { declarations.contains { $0.key == key && $0.type.hasPrefix("secret") } }

    /// A string node's text with its variables filled in; nil for other kinds, or where a variable is missing (noted).
    func expanded(_ node: Node) -> String? {
        guard case .string(let text) = node.content else { return nil }
        var expansion = Expansion(environment: environment)
        let result = expansion.expand(text)
        for fault in expansion.faults { mistakes.add("\(path).\(node.key): \(fault)", at: node.valuePlace) }
        return result
    }
}
