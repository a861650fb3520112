/// Reads one table key by key. Each call declares the key (name, type, default, help) and gives its value; mistakes are recorded at their
/// place. See `Configurable`.
package struct KeyReader {
    /// The section being read, such as `exporters.backend`.
    package let path: String
    /// Where its name stands; `nil` while describing.
    let place: Place?
    let table: Table
    let scope: Scope
    /// The keys asked for so far.
    package private(set) var declarations: [Declaration] = []

    init(path: String, place: Place?, table: Table, scope: Scope) {
        self.path = path
        self.place = place
        self.table = table
        self.scope = scope
    }

    /// Whether the file gives the key.
    package func has(_ key: String) -> Bool { table[key] != nil }

    /// Reports a mistake at a key's value, at one of its strings, or, where the key is not given, at the section's name.
    package func mistake(at key: String, element: Int? = nil, _ message: String, hint: String? = nil) {
        guard !scope.isDescribing else { return }
        guard let node = table[key]?.node else { return scope.mistakes.add(at: place, path, "\(key): \(message)", hint: hint) }
        var at = node.place
        if let element, case .array(let nodes) = node.value {
            // Only strings came out of `strings`, so only they count.
            let strings = nodes.filter { if case .string = $0.value { true } else { false } }
            if strings.indices.contains(element) { at = strings[element].place }
        }
        scope.mistakes.add(at: at, spot(key).subject, message, hint: hint)
    }

    /// Reports a mistake at the section's name.
    package func mistake(_ message: String, hint: String? = nil) {
        guard !scope.isDescribing else { return }
        scope.mistakes.add(at: place, path, message, hint: hint)
    }
}

extension KeyReader {
    /// A key that must be given, unless it has a default.
    mutating func read<V>(_ key: String, _ format: Format<V>, default standard: V?, help: String) -> V {
        declare(key, format.type, standard.map { .standard(format.show($0)) } ?? .required, help)
        if let node = table[key]?.node { return format.decode(node, spot(key)) ?? standard ?? format.placeholder }
        if standard == nil { reportMissing(key, format.example, help) }
        return standard ?? format.placeholder
    }

    /// A key that may be left out.
    mutating func read<V>(optional key: String, _ format: Format<V>, help: String) -> V? {
        declare(key, format.type, .optional, help)
        return table[key].map { format.decode($0.node, spot(key)) ?? format.placeholder }
    }

    mutating func declare(_ key: String, _ type: String, _ need: Declaration.Need, _ help: String, keys: [Declaration] = []) {
        guard !declarations.contains(where: { $0.key == key }) else { return }
        declarations.append(Declaration(key: key, type: type, need: need, help: help, keys: keys))
    }

    func spot(_ key: String) -> Spot { Spot(subject: path.isEmpty ? key : "\(path).\(key)", scope: scope) }

    private func reportMissing(_ key: String, _ example: String, _ help: String) {
        mistake("missing key '\(key)'", hint: "add \(key) = \(example)\(help.isEmpty ? "" : ", \(help)")")
    }

    /// Reports keys nobody asked for, each with the known key that is nearest.
    func reportUnknown() {
        guard !scope.isDescribing else { return }
        let known = declarations.map(\.key)
        for entry in table.entries where !known.contains(entry.key) {
            let near = Suggestion.nearest(to: entry.key, among: known)
            // It may be a secret's name that was mistyped.
            if let near, declarations.contains(where: { $0.key == near && $0.isSecret }) { scope.mistakes.hide(entry.node) }
            let hint = near.map { "did you mean '\($0)'?" } ?? (known.isEmpty ? "it takes no keys" : "it takes \(Self.list(known))")
            scope.mistakes.add(at: entry.place, path, "unknown key '\(entry.key.clipped)'", hint: hint)
        }
    }

    private static func list(_ keys: [String]) -> String {
        keys.count > 12 ? keys.prefix(12).joined(separator: ", ") + ", …" : keys.joined(separator: ", ")
    }
}

extension Declaration {
    fileprivate var isSecret: Bool { type.hasPrefix("secret") }
}
