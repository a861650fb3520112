/// A settings file that parsed: sections in the order of the file, waiting to be read.
package struct Document {
    let root: Table
    let environment: Environment
    /// All that was found wrong so far.
    package let mistakes: Mistakes

    /// The tables below a top-level one, `[GROUP.NAME]` each, in the order of the file.
    package func sections(of group: String) -> [Section] {
        guard let entry = root[group], let table = table(entry, path: group, hint: "write [\(group).NAME]") else { return [] }
        return table.entries.compactMap { entry in
            let path = "\(group).\(entry.key)"
            return self.table(entry, path: path, hint: "write [\(path)]").map { section(entry, path, $0) }
        }
    }

    /// The top-level table `[NAME]`, if there is one.
    package func section(_ name: String) -> Section? {
        root[name].flatMap { entry in table(entry, path: name, hint: "write [\(name)]").map { section(entry, name, $0) } }
    }

    /// Reports top-level keys that are none of these.
    package func expectTopLevel(_ known: [String]) {
        for entry in root.entries where !known.contains(entry.key) {
            let isTable = if case .table = entry.node.value { true } else { false }
            let word = isTable ? "section" : "key"
            let hint = Suggestion.hint(for: entry.key, among: known) ?? "sections are \(known.joined(separator: ", "))"
            mistakes.add(at: entry.place, "", "unknown \(word) '\(entry.key.clipped)'", hint: hint)
        }
    }

    private func section(_ entry: Entry, _ path: String, _ table: Table) -> Section {
        Section(name: entry.key, path: path, place: entry.place, table: table, scope: Scope(environment: environment, mistakes: mistakes))
    }

    private func table(_ entry: Entry, path: String, hint: String) -> Table? {
        if case .table(let table) = entry.node.value { return table }
        mistakes.add(at: entry.place, path, "expected a table, not \(entry.node.noun)", hint: hint)
        return nil
    }
}

/// One table of a document, such as `[exporters.backend]`.
package struct Section {
    /// Its own name: `backend`.
    package let name: String
    /// With the tables above: `exporters.backend`.
    package let path: String
    /// Where its name stands.
    package let place: Place
    let table: Table
    let scope: Scope

    /// Reads it key by key, then reports the keys that were not asked for.
    package func read<R>(_ body: (inout KeyReader) -> R) -> R {
        var keys = KeyReader(path: path, place: place, table: table, scope: scope)
        let result = body(&keys)
        keys.reportUnknown()
        return result
    }

    package func read<C: Configurable>(as _: C.Type = C.self) -> C { read { C(from: &$0) } }

    /// Reports a mistake at the section's name.
    package func mistake(_ message: String, hint: String? = nil) { scope.mistakes.add(at: place, path, message, hint: hint) }
}
