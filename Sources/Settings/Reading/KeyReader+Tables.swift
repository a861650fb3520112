/// Lists, tables of the user's own keys, and tables with settings of their own.
extension KeyReader {
    package mutating func strings(_ key: String, default standard: [String]? = nil, help: String) -> [String] {
        read(key, .strings, default: standard, help: help)
    }

    package mutating func strings(optional key: String, help: String) -> [String]? { read(optional: key, .strings, help: help) }

    /// Strings with their places, for names whose meaning is only known once the whole file is read. Empty where the key is not given.
    package mutating func names(_ key: String, help: String) -> [Placed<String>] {
        read(key, .names, default: [], help: help)
    }

    /// Pairs in the order of the file, none where the key is not given.
    package mutating func pairs(_ key: String, help: String) -> [Pair<String>] {
        read(optional: key, .pairs("table of strings", "{ name = \"…\" }", of: .string), help: help) ?? []
    }

    /// Pairs whose values are never shown, such as HTTP headers.
    package mutating func secretPairs(_ key: String, help: String) -> [Pair<Secret>] {

        if let node = table[key]?.node { scope.mistakes.hide(node) }
        return read(optional: key, .pairs("secret table of strings", "{ Authorization = \"…\" }", of: .secret), help: help) ?? []
    }

    /// Pairs of plain values, such as resource attributes.
    package mutating func scalars(_ key: String, help: String) -> [Pair<Scalar>] {
        read(optional: key, .pairs("table of values", "{ name = \"…\" }", of: .scalar), help: help) ?? []
    }

    /// A table with settings of its own. Where it is not given, its keys have their defaults.
    package mutating func table<C: Configurable>(_ key: String, as _: C.Type = C.self, help: String) -> C {
        declareTable(key, "table", C.self, help)
        guard let entry = table[key], let inner = inner(entry.node, entry, "{ … }") else {
            // Where the key holds something else, that was the mistake.
            return table[key] == nil ? decode(key, place, Table(), scope) : decode(key, nil, Table(), scope.describing)
        }
        return decode(key, entry.place, inner, scope)
    }

    /// A table with settings of its own that may be left out.
    package mutating func table<C: Configurable>(optional key: String, as _: C.Type = C.self, help: String) -> C? {
        declareTable(key, "table", C.self, help)
        guard let entry = table[key], let inner = inner(entry.node, entry, "{ … }") else { return nil }
        return decode(key, entry.place, inner, scope)
    }

    /// An array of such tables, empty where the key is not given.
    package mutating func tables<C: Configurable>(_ key: String, as _: C.Type = C.self, help: String) -> [C] {
        declareTable(key, "tables", C.self, help)
        guard let entry = table[key] else { return [] }
        guard case .array(let nodes) = entry.node.value else {
            spot(key).wrongType(entry.node, "an array of tables", "[{ … }]")
            return []
        }
        return nodes.compactMap { node in inner(node, entry, "{ … }").map { decode(key, node.place, $0, scope) } }
    }

    private func inner(_ node: Node, _ entry: Entry, _ example: String) -> Table? {
        if case .table(let table) = node.value { return table }
        spot(entry.key).wrongType(node, "a table", example)
        return nil
    }

    private func decode<C: Configurable>(_ key: String, _ place: Place?, _ table: Table, _ scope: Scope) -> C {
        var keys = KeyReader(path: spot(key).subject, place: place, table: table, scope: scope)
        let settings = C(from: &keys)
        keys.reportUnknown()
        return settings
    }

    private mutating func declareTable<C: Configurable>(
        _ key: String, _ type: String, _: C.Type, _ help: String
    ) {
        // Only a listing wants to know the keys of a table that is not given.
        declare(key, type, .optional, help, keys: scope.isDescribing ? Declaration.all(of: C.self) : [])
    }
}

extension Scope {
    /// Reads nothing and reports nothing.
    fileprivate var describing: Scope { Scope(environment: environment, mistakes: mistakes, isDescribing: true) }
}
