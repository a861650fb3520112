/// One key a component takes, as its settings declared it by reading it.
package struct Declaration: Sendable, Equatable {
    package enum Need: Sendable, Equatable {
        case required
        case optional
        /// As it would be written in a file.
        case standard(String)
    }

    package let key: String
    /// `string`, `duration`, `"json" | "proto"`, …
    package let type: String
    package let need: Need
    /// One line.
    package let help: String
    /// The keys of a table.
    package let keys: [Declaration]

    /// All the keys some settings take, learnt by letting them read nothing.
    package static func all(_ read: (inout KeyReader) -> Void) -> [Declaration] {
        let nothing = Scope(
            environment: Environment(variables: [:]), mistakes: Mistakes(Source(name: "", text: "")), isDescribing: true)
        var keys = KeyReader(path: "", place: nil, table: Table(), scope: nothing)
        read(&keys)
        return keys.declarations
    }

    package static func all<C: Configurable>(of _: C.Type) -> [Declaration] { all { _ = C(from: &$0) } }
}

extension Declaration {
    /// A table for people: key, type, default and help, keys of tables indented. Ends with a newline unless there are no keys.
    package static func listing(_ declarations: [Declaration], indent: Int = 0) -> String {
        let rows = rows(declarations, depth: 0)
        let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            var line = String(repeating: " ", count: indent)
            for column in 0..<3 { line += row[column] + String(repeating: " ", count: widths[column] - row[column].count + 2) }
            return line + row[3] + "\n"
        }.joined()
    }

    private static func rows(_ declarations: [Declaration], depth: Int) -> [[String]] {
        declarations.flatMap { declaration in
            let indent = String(repeating: "  ", count: depth)
            return [[indent + declaration.key, declaration.type, declaration.need.text, declaration.help]]
                + rows(declaration.keys, depth: depth + 1)
        }
    }
}

extension Declaration.Need {
    package var text: String {
        switch self {
        case .required: "required"
        case .optional: "-"
        case .standard(let text): text
        }
    }
}
